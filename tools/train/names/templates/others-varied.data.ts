/** The same in German, French, Spanish, Italian and Dutch; one text a line, ¶ is a new line. */
export const GERMAN_VARIED = `
Kannst du {first} schreiben, dass ich krank bin?
mein chef {first} will das bis freitag
Mein Chef, Herr Dr. {last}, möchte das bis {weekday}.
Meine Chefin Frau {last} ist sauer.
ich hab {first} gesagt sie soll sich melden
{first} und {first} kommen erst um acht.
Der Kollege {first} aus der Buchhaltung nervt.
Unser Azubi {first} hat morgen Prüfung.
Unsere Praktikantin {name} hört auf.
Laut {name} ist die Miete zu hoch.
Laut {last} fehlt das Geld.
Teilnehmer: {last}, {last}, {name}
Anwesend: {name} (Protokoll), {last}
Verantwortlich: {name}
Ansprechpartnerin: {name}, Tel. {phone}
Die Patientin {name} klagt über Schwindel.
Pat. {last}, {age} J., Sturz
Herr {last} wird heute entlassen, Tochter {first} informiert.
Bürgermeister {last} eröffnet das Fest.
Pfarrer {last} hat uns getraut.
Familie {last} wohnt im ersten Stock.
Das Ehepaar {last} hat denselben Fehler.
Eheleute {name} und {name}
Oma {first} und Opa {first}
Tante {first} kommt am {weekday}.
{first} bringt Kuchen, {first} den Kaffee.
{last}, {first}, geb. {date}
{last}, Personalnummer {id}
Zeugnis für {name}, Abteilung Einkauf
Abmahnung für {name}
Gehaltsabrechnung {name}, IBAN {id}
Kündigung des Mieters {name}
Rechnung an {name}, {street} {house}
Sehr geehrter Herr {last},
Sehr geehrte Frau Dr. {last},
Liebe {first}, lieber {first},
Liebe Grüße¶{first}
LG {first}
Gruß {last}
i. A. {name}
gez. {name}
Von: {name}¶An: {name}
Grüß {first} und {first}
{first}: kommst du?¶{first}: ja
Bitte leite das an {name} weiter.
Bitte {last} fragen
Frag {first}, ob er Zeit hat.
Was hat {first} gesagt?
Herr {last} und Frau {last} haben nicht unterschrieben.
Bei {first} in {city}
Geschenk für {first}
Nachbar {last} lärmt.
Vertreten durch Rechtsanwältin {name}
Zeuge: {name}
`;

export const GERMAN_VARIED_PLAIN = `
Erkläre den Satz des {figure}.
Wer war {figure}?
Das {eponym}-Verfahren
Die {eponym}-Krankheit und das {eponym}-Syndrom
Der {eponym}-Effekt
Schreibe im Stil von {figure}.
Fasse das Kapitel über {figure} zusammen.
Der Müller mahlt das Mehl, der Koch kocht, der Schneider näht und der Schmied schmiedet.
Der Wolf, der Fuchs und der Bär leben im Wald.
Der Kessel, die Mühle, die Kugel, der Zettel, der Drucker
Die Maschine hat zwei {cap} und einen {cap}.
Der neue {cap} steht neben der {cap}.
{cap} entwerfen, {cap} bestellen, {cap} prüfen
{cap}: {cap} {word}
{cap} {num} m, {cap} {num} kg
Jeder {cap} braucht eine {cap}.
Am {weekday} im {month}
Bis {weekday} bitte alle {cap} abgeben.
Womit reinige ich den {cap}?
Welcher {cap} eignet sich für {cap}?
Im ersten Schritt wird der {cap} gelöst.
Kunde, Händler und Meister
Frohe Weihnachten und schöne Ostern
Der Fluss {river} entspringt im Gebirge.
Wanderung an der {river}
Rezept für {food}
{tech} und {tech} im Vergleich
Übersetze ins Englische: Der {cap} ist {word}.
Liebe Kolleginnen und Kollegen,
Liebe Eltern,
Guten Morgen zusammen,
`;

export const FRENCH_VARIED = `
Peux-tu écrire à {first} que je suis malade ?
mon patron {first} veut ça pour {weekday}
Mon collègue {first} est toujours en retard.
Ma cheffe {name} part à la retraite.
je dois répondre à {first} avant ce soir
{title} {last} n'a pas répondu.
Madame {last} a rappelé.
M. {last} et Mme {last} n'ont pas signé.
Maître {last} a parlé à Monsieur {last}.
Le dossier {last} est clos.
Selon {name}, le loyer est trop cher.
Présents : {last}, {last}, {name}
Le patient {name} a été vu par le Dr {last}.
La fille de M. {last}, {first}, est prévenue.
Famille {last}, troisième étage
Tante {first} arrive {weekday}.
{first} conduit, {first} apporte les maillots.
{last} {first}, né le {date}
{name}, née {last}
Bulletin de paie de {name}, IBAN {id}
Le contrat de {name} arrive à échéance.
Demande à {first} si elle vient.
Que dit {first} ?
Cher {first},
Chère Madame {last},
Bises, {first}
Bien à vous,¶{name}
De : {name}¶À : {name}
{first} : tu viens ?¶{first} : oui
Merci {first} !
Cadeau pour {first}
Mon voisin {last} fait du bruit.
Signé : {name}
Témoin : {name}
`;
export const FRENCH_VARIED_PLAIN = `
Qui était {figure} ?
Explique le théorème de {eponym}.
La loi de {eponym}
La maladie de {eponym}
Un roman de {figure}
Écris à la manière de {figure}.
Explique la {word} et le {word}.
Rédige un {word} sur le {word}.
Traduis, Résume, Corrige, Compare
Marque la page. Ferme le livre.
Invitation au repas de Noël
Bonjour à tous, Madame, Monsieur,
Chers collègues,
La recette de {food}
Le {river} en {month}
{tech} ou {tech} ?
Titre : {heading}
Rose, vert et bleu
`;

export const SPANISH_VARIED = `
Escribe a {first} que estoy enfermo.
mi jefa {first} lo quiere para el {weekday}
Mi compañero {first} siempre llega tarde.
dile a {first} que ya llegué
El señor {last} no ha contestado.
La señora {last} llamó ayer.
Según {first}, el pedido no salió.
Asistentes: {last}, {last}, {name}
El paciente {name} ingresó ayer.
La hija del señor {last}, {first}, está avisada.
Familia {last}, tercer piso
La tía {first} viene el {weekday}.
{first} conduce y {first} trae la comida.
{last} {last}, {first}, nacido el {date}
Nómina de {name}, IBAN {id}
El contrato de {name} termina en {month}.
Pregunta a {first} si viene.
¿Qué dijo {first}?
Querida {first}:
Estimado señor {last}:
Un saludo,¶{name}
Un abrazo, {first}
De: {name}¶Para: {name}
{first}: ¿vienes?¶{first}: sí
Gracias, {first}
Regalo para {first}
Mi vecino {last} hace ruido.
Firmado: {name}
Testigo: {name}
conductor {name}
tarjeta {id}, {name}
{name} {last} vive en {city}.
`;
export const SPANISH_VARIED_PLAIN = `
¿Quién fue {figure}?
Explica el teorema de {eponym}.
La ley de {eponym}
La enfermedad de {eponym}
¿Quién escribió el {cap}?
Escribe como {figure}.
Correo al proveedor por un retraso
Traduce, Resume, Corrige, Compara
Semáforo, Calendario, Factura
Rosa, verde y azul son colores.
El {weekday} es festivo.
Receta de {food}
El {river} en {month}
¿{tech} o {tech}?
Título: {heading}
Estimados compañeros:
Buenos días a todos:
`;

export const ITALIAN_VARIED = `
Puoi scrivere a {first} che arrivo tardi?
il mio capo {first} vuole tutto entro {weekday}
La collega {name} non risponde.
Il signor {last} ha chiamato.
La dottoressa {last} mi ha visitato.
Secondo {first} la fattura è pagata.
Presenti: {last}, {last}, {name}
Il paziente {name} è stato dimesso.
Famiglia {last}
{first} guida, {first} porta il vino.
{last} {first}, nato il {date}
{first} paga {money} al mese
Ciao {first}, ti mando i file.
Gentile dottor {last},
Un abbraccio, {first}
Chiedi a {first} se viene.
Firmato: {name}
Grazie {first}
`;
export const ITALIAN_VARIED_PLAIN = `
Chi era {figure}?
Spiega la legge di {eponym}.
Il teorema di {eponym}
Ricetta di {food}
Scrivi una lettera, Traduci il testo, Riassumi
Il {river} in {month}
{tech} o {tech}?
Buongiorno a tutti,
`;

export const DUTCH_VARIED = `
Kun je {first} een bericht sturen?
mijn baas {first} wil dit {weekday}
Mijn buurman {first} maakt lawaai.
Mevrouw {last} belde gisteren.
Geachte mevrouw {last},
Geachte heer {last},
De heer {last} komt om tien uur.
Volgens {first} is de factuur betaald.
Aanwezig: {last}, {last}, {name}
Patiënt {name} is opgenomen.
Familie {last}
{first} rijdt, {first} neemt de tenten mee.
ik ben {first} ({age}), woon in {city}
{last}, {first}, geboren {date}
Groetjes, {first}
Met vriendelijke groet,¶{name}
Vraag {first} of hij komt.
Bedankt {first}
Getekend: {name}
`;
export const DUTCH_VARIED_PLAIN = `
Wie was {figure}?
Leg de stelling van {eponym} uit.
De wet van {eponym}
Recept voor {food}
Schrijf een brief, Vertaal de tekst, Vat samen
De {river} in {month}
{tech} of {tech}?
Beste collega's,
Goedemorgen allemaal,
`;
