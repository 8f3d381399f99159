/** Short texts in further languages, and lists that are the same in all. Written for this purpose. */
export const OTHERS = `
Dzień dobry, nazywam się {name} i mieszkam w {city}.
Szanowny Panie {last}, w załączeniu faktura.
Pan {name}, PESEL {id}, zam. {city}
Pozdrawiam,¶{name}
Dobrý den, jmenuji se {name}, bydlím v {city}.
Dobrý deň, volám sa {name} a bývam v {city}.
Bună ziua, sunt {name}, CNP {id}, din {city}.
Bună, numele meu este {name}.
Szia, {name} vagyok, {city}.
Üdvözlettel,¶{name}
Merhaba, ben {name}, {city} şehrinde oturuyorum.
Adım {name}, telefonum {phone}.
Hej, jag heter {name} och bor i {city}.
Hälsningar,¶{name}
Hei, olen {name} ja asun {city}.
Hei, jeg heter {name} og bor i {city}.
Hej, mit navn er {name}, jeg bor i {city}.
Mvh {name}
Olá, meu nome é {name} e moro em {city}.
Olá, sou o {name} da {org}.
Prezada Sra. {last}, segue a nota fiscal.
Atenciosamente,¶{name}
Chamo-me {name}, telemóvel {phone}.
Bok, ja sam {name} iz {city}.
OIB {id}, ime {name}, {city}.
Tere, minu nimi on {name}.
Labas, mano vardas {name}.
Sveiki, mani sauc {name}.
Xin chào, tôi là {name}, ở {city}.
Halo, nama saya {name} dari {city}.
Hujambo, jina langu ni {name}.
Kamusta, ako si {name} mula sa {city}.
ID {id}, {name}, {city}
ID number {id} ({name}, {city})
{id} - {name} - {phone}
{id} / {name} / {phone}
{id}, {name}, {city}
{id}; {reversed}; {city}
{name}, {id}, {phone}
{name} / {phone} / {email}
{name} | {email} | {city}
{name}, {city}, {phone}
{name}, {date}, {city}
{city}, {name}, {id}
IBAN {id} ({first})
IBAN {id} ({name})
{abbr} {id}, {name}, {city}
{abbr} {id} {name}
{abbr}: {id}, {abbr}: {id}, {name}
{reversed}: absent. {reversed}: present. {reversed}: late.
{reversed}¶{reversed}¶{reversed}
{name}: {phone}¶{name}: {phone}
{name} - {email}
{first}, {first} & {first}
{org}, {city}
{org} - {street} {house}, {zip} {city}
{org}¶{street} {house}¶{zip} {city}¶{country}
{abbr} {id}, {org}, {city}
`;

export const OTHERS_PLAIN = `
{abbr} {id}
{abbr} number {id}
{abbr}: {id}
My {abbr} is {id}.
The {abbr} is required.
What is an {abbr}?
What does {abbr} stand for?
Explain {abbr} and {abbr} to a beginner.
Difference between {abbr} and {abbr}
How do I connect {abbr} to {abbr}?
The {abbr} returned an error, check the {abbr} settings.
Use {abbr} over {abbr} when the {abbr} is slow.
{abbr}, {abbr} and {abbr} are supported.
A patient with {abbr} and {abbr} takes aspirin.
Send the {abbr} as a {abbr} file.
# {product}¶¶{product} is a fast library for {abbr} and {abbr}.¶¶## Installation
## Features¶- Fast {abbr} Parser¶- Works with {product} and {product}¶- Zero Dependencies
### Getting Help¶Open an Issue or ask on the Forum.
`;
