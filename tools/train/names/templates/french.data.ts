/** Sentences to fill, French. One a line; ¶ is a new line. Written for this purpose. */
export const FRENCH = `
Bonjour, je suis {name} et je n'arrive pas à me connecter.
Bonjour, je m'appelle {name} et j'habite à {city}.
bonjour je m'appelle {name}, j'ai {age} ans et j'habite à {city}
Bonjour, ici {name} de la société {org}.
Mon nom est {name}, mon numéro de client est {id}.
je suis {first}, je viens de {city}
Monsieur {last},¶Veuillez trouver ci-joint la facture.¶Cordialement,¶{name}
Madame {last}, votre dossier {id} est complet.
Madame, Monsieur,¶Je souhaite résilier mon abonnement.¶{name}
Cher Monsieur {last}, votre rendez-vous est confirmé.
Chère Madame {last},¶Merci pour votre message.¶Bien à vous,¶{name}¶{org}
Chère {first}, merci pour ton message. {first} arrive samedi.
Cher {first},¶On se voit à {city} ?¶Bises,¶{first}
Salut {first}, tu peux appeler {first} ?
Bonjour {first}, peux-tu envoyer le fichier à {name} ?
Cordialement,¶¶{name}¶{job}¶{org}¶{house} {street}¶{zip} {city}
Bien cordialement,¶{name}
M. {last} travaille chez {org} depuis dix ans.
M. {name} habite au {house} {street} à {city}.
Mme {last} a appelé ce matin.
Mme {name}, née le {date} à {city}
Mlle {last} est absente.
Maître {last} représente la société {org}.
Le docteur {last} a prescrit un traitement à {name}.
Le Dr {last} vous recevra le {date}.
Le professeur {last} enseigne à {org}.
Le patient {name}, {age} ans, a été admis à {org}.
La patiente {name} est sortie le {date}.
Le locataire, {name}, n'a pas payé le loyer.
Le directeur de {org}, {name}, a démissionné.
Le contrat entre {org} et {name} prend fin le {date}.
La société {org} a licencié {name}.
La facture de {org} s'élève à {money}.
Le siège de {org} se trouve à {city}.
Mon mari {first} travaille à {city}.
Ma femme {first} est née à {city}.
Ma fille {first} entre au collège.
Mon fils {first} a perdu son passeport à {city}.
Ma sœur {first} vit au {country}.
Mon frère {first} habite {city}.
Mon collègue {name} part à la retraite.
Ma collègue {first} de chez {org} a répondu.
Mon voisin, {name}, fait trop de bruit.
Mon patron {first} refuse mes congés.
Mon propriétaire {name} ne répond pas.
Écris une lettre de recommandation pour {name}.
Écris un mail à {name} de {org} au sujet du retard.
Rédige une lettre à {org} pour résilier mon contrat.
Rédige un discours pour le départ de {first}.
Traduis la lettre de {name} en anglais.
Résume la réunion entre {name} et {name}.
Pouvez-vous envoyer le contrat à {name}, notre avocat à {city} ?
Peux-tu demander à {first} si {first} vient ?
Où habite {name} ?
Qui est {name} ?
Comment aller de {city} à {city} en train ?
Quel temps fait-il à {city} ?
Est-ce que {first} a signé ?
J'habite à {city} depuis {num} ans.
J'habite {house} {street} à {city}.
J'ai parlé avec {name} hier.
J'ai travaillé chez {org} puis chez {org}.
Je travaille chez {org} à {city}.
Je pars à {city} avec {first}.
Je viens de {country}.
Il vit à {city} avec {first}.
Elle est {nat} et habite en {country}.
Nous avons rencontré {name} à {city}.
Nous cherchons un hôtel à {city}.
{first} et {first} se marient à {city}.
{first} a dit que {first} était malade.
{first} habite à {city}.
{name} habite à {city} et travaille chez {org}.
{name}, {job} chez {org}
{name}, {age} ans, {city}
{name} ({org})
{last} a déclaré que les ventes progressent.
{city} - {org} supprime {num} emplois.
{org} ouvre un magasin à {city}.
Nom : {name}¶Adresse : {house} {street}, {city}¶Téléphone : {phone}
Nom : {last}¶Prénom : {first}¶Ville : {city}
Client : {name}¶Commande : {id}
Patient : {name}¶Né le : {date}
Titulaire : {name}¶IBAN : {id}¶Banque : {org}
Contact : {name}, {phone}
Employeur : {org}
nom;prénom;ville¶{last};{first};{city}¶{last};{first};{city}
Participants : {name}, {name}, {name}
De : {name} <{email}>¶À : {name} <{email}>¶Objet : Devis
Le {date}, {name} <{email}> a écrit :
Carte au nom de {name}
Numéro de sécurité sociale {id}, {name}, {city}
Virement à {name}, compte {id}
Merci {first} !
Joyeux anniversaire {first} !
Bises à {first} et {first}
`;

export const FRENCH_PLAIN = `
Comment résilier un abonnement en ligne ?
Rédige un poème sur l'automne et la mer.
Explique la différence entre un prêt et un crédit.
Résume le texte suivant en cinq phrases.
La facture est due lundi, merci de vérifier le montant.
Le contrat prend fin à la fin de l'année.
La réunion aura lieu mardi à dix heures.
Le conseil d'administration a approuvé le budget.
Le patient prend du paracétamol contre la fièvre.
Mon médecin dit que la vitamine D est utile.
Ma mère et mon père viennent dimanche.
Mon chat ne mange plus ses croquettes.
Pourquoi {product} est-il si lent ?
Comment installer {product} sur {product} ?
Cliquez sur Enregistrer puis sur Fermer.
Ouvrez les Paramètres et choisissez Confidentialité.
Erreur : Accès refusé
Bonjour, j'ai une question sur ma livraison.
Bonjour à tous,
Bonjour, pouvez-vous m'aider ?
Madame, Monsieur,
Cher client, chère cliente,
Cordialement
Bien à vous
Merci beaucoup pour votre aide.
Merci d'avance
Conditions générales de vente¶Mentions légales
Sommaire¶Introduction¶Conclusion
Ingrédients : farine, sucre, beurre, œufs
Le gouvernement prépare une réforme des retraites.
La Révolution a commencé en 1789.
La Seconde Guerre mondiale s'est terminée en 1945.
Carte Vitale {id}
Numéro de commande {id}
Nom, prénom, adresse, téléphone
Objet : Résiliation du contrat
Le Directeur Général et le Directeur Financier
Quels documents faut-il pour une demande de visa ?
Les élèves apprennent les mathématiques et le français.
Je voudrais une recette de quiche lorraine.
`;
