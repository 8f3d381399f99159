/** Sentences to fill, Italian. One a line; ¶ is a new line. Written for this purpose. */
export const ITALIAN = `
Ciao, sono {name} e non riesco ad accedere.
Buongiorno, mi chiamo {name} e abito a {city}.
ciao mi chiamo {name}, ho {age} anni e vivo a {city}
sono {first}, {age} anni, di {city}
Buonasera, sono {name} della {org}.
Il mio nome è {name}, codice cliente {id}.
Gentile signor {last},¶in allegato la fattura.¶Cordiali saluti,¶{name}
Gentile signora {last}, il suo appuntamento è il {date}.
Gentile dottoressa {last}, le invio gli esami di {first}.
Egregio Dott. {last},¶grazie per il messaggio.¶Distinti saluti¶{name}¶{org}
Egregio Ing. {last}, la contatto da {city}.
Cara {first}, grazie per la lettera. {first} arriva domani.
Caro {first},¶ci vediamo a {city}.¶Un abbraccio,¶{first}
Ciao {first}, puoi chiamare {first}?
Cordiali saluti,¶¶{name}¶{job}¶{org}¶{street} {house}¶{zip} {city}
Il signor {last} abita a {city} e lavora per la {org}.
Il sig. {name} abita in {street} {house} a {city}.
La signora {last} ha chiamato stamattina.
La sig.ra {name} è nata a {city}.
L'avvocato {last} rappresenta la {org}.
Il dottor {last} ha visitato {name}.
La professoressa {last} insegna a {org}.
Il paziente {name}, {age} anni, è stato ricoverato a {city}.
La paziente {name} è stata dimessa il {date}.
L'inquilino, {name}, non ha pagato l'affitto.
L'amministratore delegato di {org}, {name}, si è dimesso.
Il contratto tra {org} e {name} scade il {date}.
L'azienda {org} ha licenziato {name}.
La fattura di {org} è di {money}.
La sede di {org} è a {city}.
Mio marito {first} lavora a {city}.
Mia moglie {first} è nata a {city}.
Mia figlia {first} inizia la scuola.
Mio figlio {first} ha la febbre.
Mia sorella {first} vive in {country}.
Il mio capo {first} non mi dà le ferie.
La mia collega {first} di {org} mi ha aiutato.
Il mio vicino {name} fa rumore.
Scrivi una lettera a {name} della {org}.
Scrivi una lettera di raccomandazione per {name}.
Scrivi un biglietto di auguri per {first}.
Traduci il messaggio di {name} in inglese.
Riassumi la riunione tra {name} e {name}.
Può inviare il contratto a {name}, il nostro avvocato a {city}?
Dove abita {name}?
Chi è {name}?
Come arrivo da {city} a {city}?
Che tempo fa a {city}?
{first} ha firmato il contratto?
Abito a {city} da {num} anni.
Abito in {street} {house}, {city}.
Ho parlato con {name} ieri.
Lavoro alla {org} di {city}.
Ho lavorato per {org} e poi per {org}.
Parto per {city} con {first}.
Vengo da {city} ma vivo in {place}.
È {nat} e vive in {country}.
{first} e {first} si sposano a {city}.
{first} dice che {first} è malata.
{name} vive a {city} e lavora per {org}.
{name}, {job} di {org}
{name}, {age} anni, {city}
{name}, nato a {city} il {date}
{name} ({org})
{last} ha detto che le vendite crescono.
{org} apre un negozio a {city}.
Nome: {name}¶Indirizzo: {street} {house}, {city}¶Telefono: {phone}
Nome: {first}¶Cognome: {last}¶Città: {city}
Cliente: {name}¶Ordine: {id}
Paziente: {name}¶Data di nascita: {date}
Intestatario: {name}¶IBAN: {id}¶Banca: {org}
Codice fiscale {id}, nata a {city} il {date}
P.IVA {id} - {org} - {city}
nome;cognome;città¶{first};{last};{city}¶{first};{last};{city}
Presenti: {name}, {name} e {name}
Da: {name} <{email}>¶A: {name} <{email}>¶Oggetto: Preventivo
Il {date} {name} <{email}> ha scritto:
Grazie {first}!
Buon compleanno {first}!
Saluti a {first} e {first}
`;

export const ITALIAN_PLAIN = `
Come posso disdire un abbonamento?
Scrivi una poesia sull'autunno e sul mare.
Spiega la differenza tra un mutuo e un prestito.
Riassumi il seguente testo in cinque frasi.
La fattura scade lunedì, si prega di verificare l'importo.
Il contratto termina a fine anno.
La riunione è martedì alle dieci.
Il paziente prende il paracetamolo.
Mia madre e mio padre arrivano domenica.
Perché {product} è così lento?
Come installo {product} su {product}?
Fare clic su Salva e poi su Chiudi.
Aprire Impostazioni e scegliere Privacy.
Errore: Accesso negato
Buongiorno, ho una domanda sulla spedizione.
Ciao a tutti,
Gentile cliente,
Cordiali saluti
Distinti saluti
Grazie mille per l'aiuto.
Termini e Condizioni¶Informativa sulla Privacy
Ingredienti: farina, zucchero, burro, uova
Il Governo prepara una riforma delle pensioni.
Numero d'ordine {id}
Nome, cognome, indirizzo, telefono
Oggetto: Disdetta del contratto
Il Direttore Generale e il Direttore Finanziario
Vorrei una ricetta per la carbonara.
`;
