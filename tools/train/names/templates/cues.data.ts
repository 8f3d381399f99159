/** Words that tell who is meant: of companies, of people in small letters, in records, chats and signatures; one text a line, ¶ is a new line. */
export const ENGLISH_CUES = `
{wname} will be away, ask {wname} to step in.
{wname} said no.
{wname} said that {wname} is late again.
{wname} never answers.
{wname} told me about {wname}.
{wname} works at {org} and loves it.
{wname} works in {city}.
{wname} lives in {city}.
{wname} flew to {country} with {wname}.
{wname} teaches {word}, {wname} studies {word}.
{wname} hopes that {wname} has time.
{wname} wrote the {word}.
{wname} likes none of them.
{wname} and {wname} share a flat.
{wname} came.
{wname} drives a {company}, {wname} rides a bike.
{wname}'s {word} is broken.
{wname}'s mother called.
I met {wname} in {city} last spring, she studies law.
I told {wname} that it is fine.
Ask {wname} to sign.
ask {wname} if {wname} can come
Can {wname} help?
What will {wname} do?
Is {wname} free in {month}?
Does {wname} know {wname}?
Tell {wname} to call.
Give it to {wname}.
says {wname}
with {wname} and {wname}
My lawyers are {wname}, {wname} and {wname}.
My son {wname} is ill.
my colleague {wname} is on leave
My friend {wname} sings.
{title} {wname} called.
Dear {wname},
Hi {wname},
Thanks, {wname}
Love, {wname}
{wname}: {word} {word}¶{wname}: ok
{wname}, my neighbour, has a dog.
Neither {wname} nor {wname} was there.
{wname} left early, {wname} stayed.
The {wname} family moved to {city}.
{wname} asked about {word}.
{wname} set the {word}.
{wname} pulls it out.
{wname} invited the {wname} family.
{first} {wname} is our {job}.
{wname} {last} is our {job}.
Mark my words, {wname} will be late.
Dear {org},
Dear {org} team,
Hello {org}, my order {id} never came.
To {org}, attn. {name}
{last}, {last} and {last} LLP
the law firm {last}, {last} & {last}
she works for {last}, {last} and {last} in {city}
{org} in {city} is looking for an apprentice.
took {org} to court and won
The accountant of {org}, {name}, found it.
my card from {org} got declined
my parcel from {org} is lost
{org} is down again
is {org} down?
he drives for {org}
retired from {org} after {num} years
{name} joined us from {org}.
an appointment at {org} on {date}
seen at {org} on {date}
hey its {sfirst}, is {sfirst} in?
hi its {sname} from {sorg}
this is {sname}, call me
from: {sname}¶sent: {date}¶to: {sname}
{sfirst} is in {scity}, {sfirst} is not
the {last}s from next door
noise from {num}A (the {last}s)
{num}:00 {cap} ({name} and {title} {last})
{id} ({name}) and {id} ({name})
both of {first}
W-9: {name}, SSN {id}
{abbr} {id}, {name}
Our client {org} has asked for a discount.
our client {sorg} has not paid yet
my client, {org}, denies it
Our biggest client is {org}, then {org}.
We lost {org} as a customer.
The account of {org} is overdue by {num} days.
Key accounts: {org}, {org}, {org}
Client: {org}¶Matter: {word}¶Fee: {money}
Client: {org}¶Contact: {name}
Customer: {org}, {city}
Customer: {name}, {city}
Supplier: {org}¶Order: {id}
Vendor: {org} | Amount: {money}
Employer: {org}¶Position: {job}
Employer: {org}, since {date}
Company: {org}¶Contact: {name}¶Phone: {phone}
Bank: {org}¶IBAN: {id}
Insurer: {org}, policy {id}
School: {org}¶Pupil: {name}
Hospital: {org}¶Patient: {name}
Landlord: {org}
Landlord: {name}
Agency: {org}
Buyer: {org}¶Seller: {org}
Between {org} (the "Seller") and {org} (the "Buyer")
This agreement is made between {org} and {name}.
Non-disclosure agreement with {org}
The merger of {org} and {org} is not public yet.
{org} wants to buy {org} for {money}.
{org} is about to take over {org}.
{org}, a subsidiary of {org}, is based in {city}.
We are advising {org} on the sale of {org}.
We are suing {org}.
{org} is suing us over the {word}.
{name} v. {org}
{org} v. {org}
I work at {org}.
i work at {sorg} in {scity}
i work for {sorg}, my boss is {sname}
works at {sorg}, age {age}
I started at {org} last month.
I used to work for {org} before I joined {org}.
I have an interview at {org} on {weekday}.
I was fired by {org}.
I got an offer from {org} and one from {org}.
She left {org} for {org}.
He runs {org}, a small shop in {city}.
He is the {job} of {org}.
She teaches at {org}.
My daughter goes to {org}.
My son was rejected by {org}.
My father is in {org} after a fall.
I was treated at {org} by {title} {last}.
The results from {org} are wrong.
a nurse at {org}
He banks with {org}.
My mortgage is with {org}.
I am insured with {org}.
My contract with {org} ends in {month}.
my contract with {sorg} ends soon
My electricity comes from {org}.
I rent from {org}.
{org} refuses to pay.
{org} has cancelled my order {id}.
{org} sent me a bill over {money}.
{org} sent a letter of demand.
{org} does not answer my mails.
{org} went bankrupt.
{org} closed its shop in {city}.
{org} fired me.
{org} hired {name}.
{org} and {org} have merged.
{org}, {org} and {org} bid for it.
{org}'s offer is lower than ours.
{org}'s lawyers wrote to us.
An invoice from {org} over {money}
Invoice {id} to {org}
Pay {org} by {weekday}.
The tender was won by {org}.
The roof was done by {org}.
Delivered by {org}
We buy our {word} from {org}.
We use {org} for cleaning.
Write to {org} and ask for a refund.
Write a complaint to {org} about the {word}.
Draft an application to {org} as {job}.
Is {org} a serious company?
What do you know about {org} in {city}?
Who owns {org}?
{name}¶{job}¶{org}
{name}¶{job}¶{org}¶{city}
{name} | {job} | {org}
{name} - {org} - {phone}
Best regards,¶{name}¶{job}¶{org}¶{street} {house}, {city}
Kind regards¶{first} {last}¶{org}
{name}, {org}, {city}
{name} ({org}), {name} ({org})
{name} of {org} and {name} of {org}
{org} ({city}), represented by {name}
The scholarship of {org}
I donate to {org} every year.
a member of {org}
the choir of {org}
He plays for {org}.
{org} beat {org} on {weekday}.
my boss {sname} wants this today
my boss {sfirst} is mean
my colleague {sname} got a raise
my neighbour {sname} is loud
my wife {sfirst} and my son {sfirst}
my friend {sfirst} lives in {scity}
my landlord {sname} lives in {scity}
from: {sname}¶to: {sname}¶subject: {word}
from: {sname}¶{word} {word}
to: {sname}, {sname}
cc: {sname}
name: {sname}
name: {sname}¶city: {scity}
patient: {sname}, {age}
customer: {sname}
contact: {sname}, {phone}
hi {sfirst}, its {sfirst}
hey its {sfirst} from {sorg}
its {sfirst} from accounts
tell {sfirst} that {sfirst} has the key
tell {sfirst} i said no
ask {sname} about it
mail {sname} about the {word}
call {sname} at {phone}
spoke to {sname} today
met {sname} and {sname} in {scity}
did {sname} reply?
check if {sname} paid
write a letter to {sname}, {scity}
a birthday poem for {sfirst}
{sname} and {sname} are moving out
{sname} owes me {money}
{sname} {phone}
{sname}, {age}, {scity}
mrs {slast} called
mr {slast} is late
dr {slast} said so
miss {slast} and mr {slast}
thanks, {sfirst}
cheers {sfirst}
regards¶{sname}
[{time}] {sfirst}: {word}¶[{time}] {sfirst}: {word} {word}
[{num}:{num}] {sfirst}: ok¶[{num}:{num}] {sfirst}: {word}
{sfirst}: {word}¶{sfirst}: {word} {word}¶{sfirst}: ok
<{sfirst}> {word} {word}
@{sfirst} can you look
i live in {scity}
from {scity} to {scity}
the office in {scity} is closed
moving from {scity} to {scity} in {month}
[{time}] {first}: {word}¶[{time}] {first}: {cap} {word}
{first}: Hi!¶{last}: Hello.
{first} ({time}): {cap} {word}
**{first}:** {word}
{name}: {word}¶{name}: {word}
{"firstName": "{first}", "lastName": "{last}"}
{"lastName": "{last}", "email": "{email}"}
{"name": "{name}", "city": "{city}"}
{"customer": {"name": "{name}", "phone": "{phone}"}}
{"company": "{org}", "contact": "{name}"}
{"employer": "{org}"}
"surname": "{last}"
first_name,last_name¶{first},{last}¶{first},{last}
name;company¶{name};{org}¶{name};{org}
company,city¶{org},{city}¶{org},{city}
last name: {last}, first name: {first}
Name: {name} Company: {org}
| {name} | {date} |¶| {name} | {date} |
| {org} | {money} |¶| {org} | {money} |
| Name | Firm |¶| --- | --- |¶| {name} | {org} |
Attendees:¶- {name}¶- {name}¶- {last}
Present: {name}, {name} and {name}. Excused: {name}.
- {name} ({org})¶- {name} ({org})
1. {name}¶2. {name}¶3. {name}
Panel: {name}, {name}, {name}
Interviewers: {name} and {name}
{last} to call {org}, {last} to draft the {word}
Wrote to {last} on {weekday}, {last} wrote back.
spoke to {last}, no answer from {last}
the plaintiff, {name}, and the defendant, {org}
{name}, {age}, of {city}, died on {date}.
The heirs are {name} and {name}.
{first}'s visa, {first}'s passport
{name}'s salary since {date}
{title} {last} of {org}
Between {city} and {city}
{city} is nicer than {city}.
Flights from {city} to {city} via {city}
The warehouse in {city} burned down.
born in {city}, raised in {country}
Compare {city} and {city}.
`;

/** The same in German, French, Spanish, Italian and Dutch. */
export const GERMAN_CUES = `
Unser Kunde {org} hat reklamiert.
Unser Mandant, die {org}, bestreitet das.
Kunde: {org}, {city}
Kunde: {name}
Lieferant: {org}, Bestellung {id}
Arbeitgeber: {org}¶Tätigkeit: {job}
Ich arbeite bei {org}.
Ich arbeite bei der {org} in {city}.
ich arbeite bei {sorg}
ich wohne in {scity} und heiße {sfirst}
Die {org} hat die Rechnung nicht bezahlt.
Die {org} lehnt ab.
Der {org} sucht einen Trainer.
Das {org} hat mir abgesagt.
Mein Vertrag mit {org} läuft aus.
Unsere Hausbank, die {org}, verlangt Sicherheiten.
Angebot der {org} vom {date}
Schreiben der {org}
Beschwerde an die {org}
Bewerbung bei {org} als {job}
Die Übernahme der {org} durch {org} ist geheim.
Der Vertrag zwischen der {org} und {name}
Mein Sohn geht auf die {org}.
Ich liege in der {org}.
{name}¶{job}¶{org}
Mit freundlichen Grüßen¶{name}¶{org}¶{city}
i. V. {name}¶{org}
gez. {last}, {org}
Herr Oberstudienrat {last} und Frau Studienrätin {last}
Frau Rechtsanwältin {last}
Herr Amtsrat {last}
Frau Oberärztin {last}
Herr Polizeihauptmeister {last}
Herr Hausmeister {last}
Schwester {first} und Pfleger {first}
mein chef {sname} nervt
meine kollegin {sname} ist krank
hab mit {sname} telefoniert
frau {slast} hat angerufen
herr {slast} kommt später
von: {sname}¶an: {sname}
{sfirst} und {sfirst} kommen auch
gruß {sfirst}
{first}: {word}¶{first}: {word}
Teilnehmende:¶- {name}¶- {name}
Nachname;Vorname;Firma¶{last};{first};{org}
{"nachname": "{last}", "vorname": "{first}"}
Bitte an {name} weiterleiten, Kopie an {name}.
Die Kündigung von {name} ({org})
Zeugin {name}, wohnhaft in {city}
`;
export const GERMAN_CUES_PLAIN = `
Anhang prüfen, {cap} schreiben, {cap} markieren.
{cap} verschieben wegen Krankheit
{cap} kürzen, {cap} ergänzen
{cap} und {cap} vergleichen
Verfasse eine {cap} zur {cap}.
Liste {cap} und {cap} einer {cap} auf.
Kürze den {cap}, bitte ohne {cap}.
{verb} einen {cap} über {cap} und {cap}.
{verb} mir die {cap} der {cap}.
Stichpunkte zu {cap}
Vorlage für {cap}
{cap}: {cap}, {cap}, {cap}
Nenne drei {cap} für {cap}.
{cap} berechnen mit {cap}
Mein {cap} ist kaputt, was tun?
Unser {cap} braucht eine {cap}.
Welche {cap} hat der {cap}?
Text: {cap} {word} {cap} {word} {cap}
Betreff: {cap} der {cap}
Überschrift für {cap} gesucht
Der {eponym}-Test und die {eponym}-Verteilung
Satz von {eponym}
Wer war {figure}?
Gedicht im Stil von {figure}
`;
export const FRENCH_CUES = `
Notre client {org} n'a pas payé.
Notre client, la société {org}, conteste.
La société {org} a perdu mon colis.
La {org} m'a envoyé une facture.
Je travaille chez {org}.
Je travaille à la {org} à {city}.
je travaille chez {sorg}
Fournisseur : {org}
Employeur : {org}¶Poste : {job}
Client : {org}, {city}
Client : {name}
Mon contrat avec {org} se termine en {month}.
Mon fils va au {org}.
J'ai été soigné à {org}.
Lettre de réclamation à {org}
Candidature chez {org} comme {job}
Le rachat de {org} par {org} reste confidentiel.
{org} et {org} fusionnent.
{org} m'a licencié.
Cordialement,¶{name}¶{job}¶{org}
{name}¶{org}¶{city}
Maître {last} représente {org}.
Maître {last} et Monsieur {last}
Docteur {last}, {org}
mon chef {sname} m'énerve
ma collègue {sname} est en arrêt
de : {sname}¶à : {sname}
madame {slast} a appelé
bises {sfirst}
{sfirst} et {sfirst} arrivent demain
j'habite à {scity}
Présents :¶- {name}¶- {name}
nom;prénom¶{last};{first}
{first} : {word}¶{first} : {word}
`;
export const FRENCH_CUES_PLAIN = `
Réponse à une offre de {word}, ton poli
{verb} une lettre de {word}.
{cap} et {cap} : quelles différences ?
Théorème de {eponym}
La loi de {eponym}
Qui était {figure} ?
Un poème à la manière de {figure}
{cap} de la {cap}
`;
export const SPANISH_CUES = `
Nuestro cliente {org} no ha pagado.
Nuestro cliente, la empresa {org}, lo niega.
La empresa {org} perdió mi paquete.
La {org} organiza el curso.
El {org} me rechazó.
Trabajo en {org}.
Trabajo para {org} en {city}.
trabajo en {sorg}
Proveedor: {org}
Empresa: {org}¶Contacto: {name}
Cliente: {org}, {city}
Cliente: {name}
Mi seguro es con {org}.
Mi contrato con {org} termina en {month}.
Mi hija estudia en {org}.
Me operaron en {org}.
Reclamación a {org}
Solicitud de empleo en {org} como {job}
La compra de {org} por {org} es secreta.
{org} y {org} se fusionan.
{org} me ha despedido.
Un saludo,¶{name}¶{org}
Atentamente,¶{name}¶{job}¶{org}
{name}¶{org}¶{city}
mi jefe {sname} no me paga
mi compañera {sname} está de baja
de: {sname}¶para: {sname}
la señora {slast} llamó
el doctor {slast} dijo que no
besos, {sfirst}
{sfirst} y {sfirst} vienen mañana
vivo en {scity}
Asistentes:¶- {name}¶- {name}
apellidos;nombre¶{last} {last};{first}
Doña {name} y don {name}
La demandante, {name}, y la demandada, {org}
`;
export const SPANISH_CUES_PLAIN = `
Redactar una carta de {word}
{verb} un {word} sobre {cap}.
Teorema de {eponym}
La ley de {eponym}
¿Quién fue {figure}?
Un poema al estilo de {figure}
`;
export const ITALIAN_CUES = `
Il nostro cliente {org} non ha pagato.
Lavoro presso {org}.
Lavoro per {org} a {city}.
La ditta {org} non risponde.
Fornitore: {org}
Cliente: {org}, {city}
Cordiali saluti,¶{name}¶{org}
{name}¶{job}¶{org}
L'avvocato {last} rappresenta {org}.
il mio capo {sname} non mi paga
da: {sname}¶a: {sname}
`;
export const DUTCH_CUES = `
Onze klant {org} heeft niet betaald.
Ik werk bij {org}.
Ik werk voor {org} in {city}.
Leverancier: {org}
Klant: {org}, {city}
Werkgever: {org}¶Functie: {job}
Met vriendelijke groet,¶{name}¶{org}
mijn baas {sname} belt steeds
van: {sname}¶aan: {sname}
mevrouw {slast} heeft gebeld
`;

/** No name at all: orders, headings of products and offices, science, games. */
export const ENGLISH_CUES_PLAIN = `
{wplain} it is.
The {wplain} of the {word} is {word}.
a {wplain} {word}
the {wplain} {word}
{wplain} {word} and {wplain} {word}
{wplain} is a {word}.
{wplain}, {wplain} and {wplain}
{wplain} {num}
{wplain} length is {num}
{wplain} the {word}.
{wplain}: {word} {word}
# {wplain} {wplain}
{wplain} {cap}
{wplain} of {cap}
Set {wplain} to {num}.
{word} {word}. {wplain} the {word}.
open an account with {abbr} {id}
{abbr} {id} is wrong
{abbr} is missing
{abbr} says {num}
{abbr} went to {id}
{abbr}: {id}
the {abbr} of the {word}
from {abbr}
ask {abbr}
{abbr} or {abbr}?
Is {id} a {abbr}?
Rename Column {num} to {cap} and sort {cap}.
Reset {cap} button should be disabled until {cap} is {word}.
Make the {cap} Sticky and the {cap} Dark.
Add {cap} Tests for the {cap} {cap} and mock {tech}.
Deploy to {cap}, then promote to {cap}.
Use {tech} for the {cap} Store and {tech} for Jobs.
The {cap} Owner and the {cap} Master disagree on {cap} Points.
Draft {cap} of {cap} for a {word} product.
{eponym}'s game of life in {tech}
{eponym}'s theorem with a {word} example
Solve the {eponym} equations with {eponym}-{eponym}.
What is a {eponym} process?
Compute the {eponym} series of a square wave.
Why is {eponym} elimination stable?
{eponym} is a unit.
the {eponym} attractor, the {eponym} curve, the {eponym} set
sort {cap} {cap} by {cap}
Click {cap}, then {cap} {cap}.
Menu > {cap} > {cap} {cap}
{cap} {cap} tab, {cap} field
Error: {cap} {cap} is not {word}
{cap}{num}: {word} {word}
Level {num}: {cap} of {cap}
{cap} Friday and {cap} Monday offers
Write a post on {cap} in {cap}.
Recipe: {food} for {num}
the {nat} {cap} and the {cap} Stream
Section {num} of the {cap} Act
Article {num} of the {cap} Code
# {cap} {cap}¶- {cap} {word}¶- {cap} {word}
{cap}: {cap} {cap} ({cap})
The {cap} Theory of {cap}
{heading} - {heading}
Topic: {heading}
Slide {num}: {heading}
Poetry of {figure}: themes
{figure}'s poetry
{figure}'s theory of {word}
What did {figure} mean by {word}?
Was {figure} right about {word}?
{figure} and the {word}
{figure} in {num}
Compare {figure} with {figure}.
an essay about {figure} and {figure}
{figure} was born in {num}.
`;
