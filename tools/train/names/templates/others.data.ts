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
{title} {last}
{title} {last} {word} {word}.
{title} {name} {word} {word}.
{cap} {title} {last} {word} {word}.
{cap} {word} to {title} {last}, {word} {word}.
{cap} {word} {word} with {title} {last} and {title} {last}.
{word} {word} to {title} {last} {word}
hi {title} {last} its {first} {word} {word}
Dear {title} {last},
Hello {title} {last},
And {title} {last}?
{cap} {title} {last}'s {word} {word}.
{first}: {cap} {word} {word}.¶{first}: {cap} {word}.¶{first}: {cap} {word} {word}?
{first}: {cap} {word}¶{first}: {word} {word}
> {first} wrote:¶>> {cap} {word} {word}
> {first}¶¶{cap} {word} {word}.
-- ¶{first}
-- {first}
{cap} {word} {word}. {first} {word} {word} {word}.
{cap} {word} {word}. {first} says {word} {word}.
{cap} {word} {word}. {first} wants to {word}.
{cap} {word} {word}. {first} can {word} that.
{cap} {word} {word}. {first} has {word} {word}.
{cap} {word} {word}. {first}'s {word} {word} {word}.
{cap} {word} {word}. {first} was {word}.
{cap} {word} {word}. {first} will {word} {word}.
{cap} {word}, {first} {word} and {first} {word}.
{cap} {word}, {first} {num}, {first} {num}.
The {last} family
The {last}s {word} {word}.
{cap} the {last} girl {word}.
{cap} {word} {word}, so {first} and I {word}.
{cap} {word} as {first} {word} {word}
{cap} {word} that {first} {word} {word}.
{cap} {word} it was {first}'s {word}, {first}.
{cap} {word} told {first} to {word}.
{cap} {word} with {first} at the {city} office.
{cap} {word} ({first}) {word} {word}.
{cap} {word} "{first}" {word}.
Manager: {name}
Skipper: {name}. Crew: {first} and {first}.
Coach ({name}, {org}) {word}.
The {word} is {first}.
{first} {last} {word} that {title} {last} {word}.
{city}, {date}¶{name}
{city}, {date}
quick summary of the call with {org}:
{first} from {org} {word} {word}.
{word} for {num} years as head of {word} at {org}
our {word} {title} {last} ask when you {word}
Thanks to {name} for the {cap} fix.
{last} bills via {org}, {abbr} {id}
{abbr} {id}, {org}, PO Box {num}, {city}
{cap} {word} his employer {org}.
{cap} {word} at {org} and {word} for {money}.
{title} {last} ({org}) {word} {word}: {phone}
{name}¶{org}¶{phone}
{name} {org}
{word} {name}¶{job}¶{org}¶Tel. {phone}
{word} {word} the {word} at the {org}.
this is {first} from {org}. {cap} {word} {word}.
{cap} {word} {org} {word} {name}'s {word} from {city}.
{org} in {city} {word} {word} {word}
discharge {title} {last} to {org}, {street}
{abbr} {id} - {name} - {org}
As {first}'s manager at {org}, {word} {word}?
{verb} {word} {word} {name} {word} {word}.
{verb} {word} {first} {word} {word}.
{verb} {word} {title} {last} {word}: {word} {word}.
{verb} {word} {org} {word} {city}.
{word} {word}. {verb} {name} {word}.
transfer to {name}: {id}, {money}
account of {name}, {id}
{cap} {name}, {abbr} {id}, {money}
{first} said {word} {word} {word}.
{id} ({first}), {word} {word}
{phone} is {first}, {phone} is {first}
{phone} ({first})
"{last}" {word} {word}
{first} {num}, {first} {num} and {first} {num}
{title} {last}: {phone}
{abbr} {id}, first name {first}, last name {last}
first name {first}
last name {last}
surname {last}
nom {last}, prénom {first}
{cap} {word} for {name} and two children
{first}, {last} and {last} are from {city}.
{word} {word} {city} {word} {first} {word}
{word} my name is {name} {word} {word}
{word} {word} i'm {first} {word} {word}
i am {first} ({age}) {word} {word}
{heading} by {name}
{name} wrote {ident} and {product} support.
Maintainer: {name} ({email})
Copyright (c) {num} {name}
Contributors: {name}, {name}, {name}
Inspired by the work of {name} at {org}.
{cap} {name} about the {word}.
{cap}, {name} will {word} it.
{cap} {first} and {first} to the {word}.
{cap} {first} that the {word} is {word}.
{cap} the {word} to {name} in {city}.
{cap} {word} {word} from {city} to {city}.
{cap} {word} {name}, {word} {word} {org}.
{cap} {word} {word} {org} {word} {word}.
{word} {word} {name} {word} {word}
{word} {word} {city} {word} {word}
{name} {word} {word} {word} {city}.
{first} {word} {word} {word}.
{org} {word} {word} {word}.
`;

export const OTHERS_PLAIN = `
{verb} {word} {word} {word}.
{verb} {word} {word}.
{verb} {word} {cap} {word} {word}?
{verb} {word} {word}: {word} {word}, {word}.
{cap} {word} {word}. {verb} {word} {word}.
{word} {word}. {verb} {word} {word} {word}
{cap} {word}, {word}. {verb} {word}, {verb} {word}.
{cap} {word} {word}! {verb} {word} {word}.
- {verb} {word} {word}¶- {verb} {word}¶- {verb} {word}
{verb} {word} "{word} {word}".
{num}. {verb} {word} {word}
Доброго дня,
Здравствуйте, у меня есть вопрос.
Добър ден,
Γεια σας, έχω μια ερώτηση.
Καλημέρα,
Kia ora,
Kia ora koutou
Kram
Hilsen
Med vennlig hilsen
Med vänliga hälsningar
Ystävällisin terveisin
Pozdrawiam
Z poważaniem
S pozdravem
Lijep pozdrav
Cu stimă
Saygılarımla
Com os melhores cumprimentos
Napiši molbu.
Napisz list do urzędu.
Giv det videre, tak.
Skriv et brev til kommunen.
Kan du skriva ett brev?
Escreva um e-mail para o banco.
Bir dilekçe yaz.
Calculate {abbr}.
{cap}: hypertension. {cap}: {word}.
{abbr} card {id} does not work
{abbr} {id}
{abbr} number {id}
## {abbr}
# {abbr}
{abbr}
### {abbr} {cap}
{abbr} {cap}
{cap} {abbr} {word} {word}.
the {abbr} {word} {word}
{cap} the {abbr} {word}, {word} {abbr} {word}.
{cap} {word} an {abbr} {word} for {abbr}.
- {abbr}: {word} {word}¶- {abbr}: {word}
{abbr} and {abbr} {word}s
{product}
## {product}
{product} {word} {word} {word}.
{cap} {product} {word} {word}.
{product} {cap}
{product}: {word} {word}
- {product}¶- {product}¶- {product}
{cap} {word} a {product} {word} with {product}.
{word} {product} {word}, {word} {product} {word}
{ident} {word} {word} {ident}.
{cap} {word} {ident} {word}.
- {ident}¶- {ident}: {word}
{cap} {heading} {word} {word}.
{word} {word} the {cap} {cap} {word}.
FROM {word}:{num}¶RUN {word} {word}¶WORKDIR {word}
{cap} {num}, {cap} {num}
{cap} {id}, {word} {date}
{cap}: {money}, {cap}: {money}
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
{heading}
{heading}
{heading}
## {heading}
# {heading}¶¶{cap} the {word} before the {word}.
### {heading}¶¶- {cap}: {word} {word}¶- {cap}: {word}
{cap} {cap}
{cap} the {word} and {word} it.
{cap} your {word} with {product}.
{cap}, {cap} and {cap}
{cap} {word} {word} {word}.
{cap}: {word} {word}
{cap} | {cap} | {cap}
1. {heading}¶2. {heading}¶3. {heading}
- {heading}¶- {heading}¶- {heading}
The {heading} section describes the {word}.
See {heading} for details.
Use the {ident} class instead of {ident}.
{ident} returns a new {ident}.
Calls {ident} when the {word} is {word}.
The {ident} option was renamed to {ident}.
{product} and {product} are supported, {product} is not.
{product} {num} or later is required.
Works in {product}, {product} and {product}.
{product}: {word} {word} for {product}
Install {product} with {product}.
{product} plugin for {product}
Inspired by {product} and {product}.
I prefer {product} over {product} because it is {word}.
We migrated from {product} to {product} last year.
Migrating from {product} to {product}
Is {product} faster than {product}?
Write a {product} script that sorts a list.
Explain {product} to a beginner.
The {abbr} {cap} failed, see {ident}.
THE {cap} IS {cap}
*{cap}* and **{heading}**
> {cap}: the {word} is {word}.
"{cap} {word}" means {word}.
({cap} {word}, {word} {word})
Figure {num}: {heading}
Table {num}. {heading}
Chapter {num}: {heading}
### Getting Help¶Open an Issue or ask on the Forum.
`;
