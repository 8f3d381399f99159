/** Sentences to fill, Dutch. One a line; ¶ is a new line. Written for this purpose. */
export const DUTCH = `
Hallo, ik ben {name} en ik kan niet inloggen.
Goedemiddag, mijn naam is {name} en ik woon in {city}.
hoi ik ben {first} ({age}), woon in {city} en zoek een baan
ik heet {name} en kom uit {city}
Goedemorgen, u spreekt met {name} van {org}.
Geachte heer {last},¶bijgaand de factuur.¶Met vriendelijke groet,¶{name}
Geachte mevrouw {last}, uw afspraak is op {date}.
Geachte mevrouw van {last}, uw afspraak in {city} is verzet.
Beste {first}, kun je {name} bellen?
Beste {name},¶dank voor uw bericht.¶Groeten,¶{first}
Lieve {first}, bedankt voor je kaart. {first} komt morgen.
Hoi {first}, heb je {first} al gesproken?
Met vriendelijke groet,¶¶{name}¶{job}¶{org}¶{street} {house}¶{zip} {city}
Groetjes,¶{first}
Dhr. {last} werkt bij {org}.
De heer {name} woont aan de {street} {house} in {city}.
Mevrouw {last} werkt bij {org} in {city}.
Mevr. {name} is geboren in {city}.
Dokter {last} heeft {name} onderzocht.
De patiënt {name}, {age} jaar, is opgenomen in {org}.
De huurder, {name}, heeft de huur niet betaald.
De directeur van {org}, {name}, stapt op.
Het contract tussen {org} en {name} loopt af op {date}.
Het hoofdkantoor van {org} staat in {city}.
De factuur van {org} bedraagt {money}.
Mijn man {first} werkt in {city}.
Mijn vrouw {first} is geboren in {city}.
Mijn dochter {first} gaat naar school.
Mijn zoon {first} heeft koorts.
Mijn zus {first} woont in {country}.
Mijn baas {first} is op vakantie.
Mijn collega {name} van {org} heeft geholpen.
Mijn buurman {name} maakt lawaai.
Schrijf een brief aan {name} van {org}.
Schrijf een aanbevelingsbrief voor {name}.
Vertaal het bericht van {name} naar het Engels.
Vat de vergadering tussen {name} en {name} samen.
Kunt u het contract sturen naar {name}, onze advocaat in {city}?
Waar woont {name}?
Wie is {name}?
Hoe kom ik van {city} naar {city}?
Wat is het weer in {city}?
Heeft {first} al getekend?
Ik woon al {num} jaar in {city}.
Ik woon aan de {street} {house} in {city}.
Ik heb met {name} gesproken.
Ik werk bij {org} in {city}.
Ik ga met {first} naar {city}.
Ik kom uit {place}.
{first} en {first} trouwen in {city}.
{first} zegt dat {first} ziek is.
{name} woont in {city} en werkt bij {org}.
{name}, {job} bij {org}
{name}, {age} jaar, {city}
{name}, geboren op {date} te {city}
{name} ({org})
{org} opent een winkel in {city}.
Naam: {name}¶Adres: {street} {house}, {city}¶Telefoon: {phone}
Voornaam: {first}¶Achternaam: {last}¶Woonplaats: {city}
Klant: {name}¶Bestelling: {id}
Patiënt: {name}¶Geboortedatum: {date}
Rekeninghouder: {name}¶IBAN: {id}¶Bank: {org}
BSN {id} hoort bij {name}, geboren te {city}.
KvK {id}, {org}, {city}
voornaam;achternaam;plaats¶{first};{last};{city}¶{first};{last};{city}
Aanwezig: {name}, {name} en {name}
Van: {name} <{email}>¶Aan: {name} <{email}>¶Onderwerp: Offerte
Op {date} schreef {name} <{email}>:
Bedankt {first}!
Gefeliciteerd {first}!
Groeten aan {first} en {first}
`;

export const DUTCH_PLAIN = `
Hoe zeg ik een abonnement op?
Schrijf een gedicht over de herfst en de zee.
Leg het verschil uit tussen een lening en een hypotheek.
Vat de volgende tekst samen in vijf zinnen.
De factuur moet maandag betaald zijn.
Het contract eindigt aan het einde van het jaar.
De vergadering is dinsdag om tien uur.
De patiënt neemt paracetamol tegen koorts.
Mijn moeder en mijn vader komen zondag.
Waarom is {product} zo traag?
Hoe installeer ik {product} op {product}?
Klik op Opslaan en daarna op Sluiten.
Open Instellingen en kies Privacy.
Fout: Toegang geweigerd
Goedemiddag, ik heb een vraag over mijn bestelling.
Hallo allemaal,
Beste klant,
Geachte heer, mevrouw,
Met vriendelijke groet
Hartelijk dank voor uw hulp.
Algemene Voorwaarden¶Privacybeleid
Ingrediënten: bloem, suiker, boter, eieren
De regering werkt aan een nieuwe wet.
Bestelnummer {id}
Naam, adres, woonplaats, telefoon
Onderwerp: Opzegging van het contract
KvK-nummer {id}
BSN {id}
Ik wil graag een recept voor erwtensoep.
`;
