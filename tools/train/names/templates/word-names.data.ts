/**
 * Words that are names here and words there: `{wname}` is a person, `{swname}` one written small, `{wplain}` and
 * `{wsmall}` are the same words as what they mean otherwise; one text a line, ¶ is a new line.
 */
export const ENGLISH_WORD_NAMES = `
{wname} {does} the {word}.
{wname} {does} the {wsmall}.
{wname} {does} a {word} {word}.
{wname} {does} it.
{wname} {does} it {word}.
{wname} {does} {wname}.
{wname} {does} {first} and {wname}.
{wname} {does} to {city} with {wname}.
{wname} {does} again.
{wname} {does} on {weekday}.
{wname} {does} in {month}.
{wname} {does} too {word}.
{wname} {does} that it is {word}.
{wname} {does} her {word}.
{wname} {does} his {wsmall}.
{wname} {does} me {num} times.
{wname} {does} us {money}.
{wname} {does} no {word}.
{wname} {does} off the {word}.
{wname} {does} about the {wsmall} of {city}.
{wname} {does} as a {word}.
{wname} {does} and {wname} {does}.
{wname} {does}, {wname} {does}, and {first} {does} the {word}.
{wname} {does} the {word}, {first} the {word}.
{verb} this: {wname} {does} the {word}, {wname} {does} the {word}.
{verb} it for me: {wname} {does} {word} {word}.
{cap} {word}; {wname} {does} the {word}.
{cap} {word}, so {wname} {does} it.
{cap} {word} {word}, but {wname} {does} the {word}.
{cap} {word} when {wname} {does} the {wsmall}.
{cap} {word} while {wname} {does} the {word}.
{cap} {word} until {wname} {does}.
{cap} {word} if {wname} {does} it.
{cap} {word} because {wname} {does} {word}.
{cap} {word} said {wname} {does} the {word}.
I think {wname} {does} the {word}.
Why {wname} {does} the {word} I don't know.
{wname} is out {word}.
{wname} is the {job}.
{wname} is our best {word}.
{wname} is not a {word}.
{wname} is no {wsmall}.
{wname} is too {word} for it.
{wname} is ill, {wname} is away.
{wname} is {word} about the {word}.
{wname} isn't in today.
{wname} doesn't know the {word}.
{wname} didn't {word} the {wsmall}.
{wname} won't {word} before {weekday}.
{wname} can't come.
{wname} has had the {word} since {month}.
{wname} had {num} of them.
{wname} was {word} about the {wsmall}.
{wname} needs new {word}.
{wname} will be late.
{wname} would like to {word}.
{wname} probably forgot.
{wname}, who {does} the {word}, is {word}.
{wname} from {abbr} is away.
{wname} from HR {does} the {word}.
{cap} {word}, but {wname} from accounts has it.
{wname} in {abbr} knows.
{wname} at the front desk
{wname}'s review is due, {wname}'s too.
{wname}'s {wsmall} is {word}.
{word} about {wname}'s {word}
Is {wname} in?
Has {wname} signed?
Did {wname} reply?
Was {wname} there?
Can {wname} come?
Should {wname} sign the {word}?
Will {wname} be there?
Would {wname} mind?
When does {wname} leave?
Why is {wname} so {word}?
Where is {wname}?
How old is {wname}?
What did {wname} say?
Which {word} did {wname} mean?
{wname}, can you send me the {word}?
{wname}, please {word} the {word}.
{wname}, could you {word} it?
{wname}, thanks for the {word}.
{wname}, I need the {wsmall}.
Hey {wname}, {word} {word}?
Sorry, {wname}.
Thanks, {wname}. {cap} {word} {word}.
{verb} this: Thanks, {wname}. {cap} {word} {word}.
Well done, {wname}!
Happy birthday, {wname}!
{word} {word}! Dear {name}, {word}!
Dear {name}, {word}!
Dear {wname}, {word} {word}
Give {wname} the {word}.
Give {wname} the {wsmall} {word}, {wname} {does} {word}.
Tell {wname} that the {word} is {word}.
Tell {wname} not to {word}.
Remind {wname} about the {word}.
Pay {wname} {money}.
Send {wname} the {word}.
Ask {wname} whether the {wsmall} of {wname} is {word}.
Ask {wname} for the {word}.
Ask the {wsmall} or {title} {wname}.
Write {wname} a {word} answer.
Help {wname} with the {word}.
Thank {wname} for the {word}.
Call {wname} back.
Invite {wname} and {wname}.
Let {wname} know that {wname} {does}.
Loop in {wname} and {first}.
put {wname} and {wname} in copy
Cc {wname}, please.
Forward it to {wname}.
Answer {wname} by mail. {cap} {word}.
{verb} a reference for {wname}.
{verb} a speech about {wname}, who {does} at our {word}.
{verb} a warning for {wname} about the {wsmall}
{verb} this for {wname}: {word} {word}
{verb} the hours of {wname}, {wname} and {wname}.
on behalf of {wname}
according to {wname}
because of {wname}
I spoke to {wname} about it.
Have you heard from {wname}?
We saw {wname} about the {wsmall}.
We hired {wname}, then {wname} left.
{cap} {word} {word}, said {wname}.
The {job} saw {wname} twice.
The {wsmall} told {wname} about it.
This {word} is from {wname}.
I count on {wname} and {wname} for the {word}.
a {word} by {wname}
the {word} of {wname}
{word} {word}, ask {wname}
Who does it, {wname} or {first}?
{wname} and {first} {word} the {word}.
{first} and {wname} {does} the {wsmall}.
{first} is {word}, {wname} is {word}.
Neither {first} nor {wname}.
{wname} {last} {does} the {word}.
{first} {wname} {does} the {wsmall}.
{first} {wname} from sales
{first} {wname} is not a {wsmall}, {wname} is our {job}.
{title} {wname} {does} the {wsmall}.
our {nat}-{nat} {job} {name}
the {nat} {job} {wname}
the {wsmall} {title} {wname} {does}
{title} {wname}'s {word}
{wname} moved from {state} to {state}.
{wname} moved from {wcity} to {wcity}.
{wname} works out of {country} this {month}.
{wname} went to {place} in {month}.
{wname} lives in {wcity}, {wname} in {wcity}.
{wname} began in {month}, {first} in {month}.
{wname} flew to {wcity} with {first}.
the train from {wcity} to {wcity}
the office in {wcity}
flights to {wcity} in {month}
the plant in {wcity} is {word}
ask {swname} if {word} is {word}
tell {swname} that {swname} {does} the {word}
my boss {swname} wants the {word} by {word}
my friend {swname} {does} it
my son {swname} and my wife {swname}
is {swname} still {word}?
did {swname} reply?
has {swname} paid?
its {swname} from {scity}
hey its {swname}
hi {swname}
thanks {swname}
im {swname} and i live in {scity}
contact: {swname}
contact: {swname}, {email}
call {swname} at {phone}
give it to {swname}
{swname} said {word}
{swname}: {word} {word}¶{swname}: {word}
{swname} {slast} {phone}
name: {swname} {slast}
a letter to {swname} about the {word}
a song for {swname} please
i met {swname} at work
{wname}: {word} {word}.¶{wname}: {cap} {word} {word}.
{role}: your name?¶{role}: {name}¶{role}: and {word}?
{role}: {cap} {word} {word}?¶{role}: {sname}¶{role}: {cap} {word}?¶{role}: {date}
{role}: {cap}, {wname}?¶{wname}: {word}
{wname} {time}¶{word} {word}¶{first} {time}¶{word}
[{time}] {wname}: {word}
{wname} ({time}): {word} {word}
notes: {wname}: {word} {word}. {wname}: {word}. {first}: {word} {word}.
session of "{wname} {last}" ({email}) ended
unknown user '{wname} {last}'
customer="{wname} {last}" amount={num}
clerk={wname} items={num}
owner={first} status={word}
{word},{word},{word}¶{wname} {last},{cap},{num}¶{first} {last},{cap},{num}
{word};{word};{word}¶{name};{city};{phone}¶{wname} {last};{wcity};{phone}
{word},{word},{word}¶{last},{first},{city}¶{last},{wname},{wcity}
{cap}¶{name}	{num}	{city}¶{wname} {last}	{num}	{wcity}
{wname} {last}	{num}	{wcity}
{name},{age},{city},{country}
{last},{wname},{age},{wcity}
| {wname} {last} | {num} | {wsmall} |
{"assignee": "{wname} {last}", "status": "{word}"}
{"from": "{name}", "to": "{wname}"}
{"city": "{wcity}", "owner": "{first}"}
{'user': '{wname}', 'city': '{wcity}'}
name = '{wname} {last}'
('{wname} {last}', '{wcity}'), ('{name}', '{city}')
<name>{wname} {last}</name><city>{wcity}</city>
{wname}, {wname}, {wname}; {cap}: {wname}
{cap}: {wname}, {first}, {wname}
{worg} put up our {word} by {money}.
{worg} expects the {word} by {weekday}.
{worg} {does} the {word}.
{worg} sent a {word}.
{worg} rang about the {word}.
{worg} refused the {word}.
{worg}'s invoice is {word}.
{worg}'s offer, {worg}'s price
our contract with {worg}
the shipment for {worg}
I work at {worg}.
I worked at {worg} for {num} years
{wname} works for {worg} and {wname} for {worg}.
{wname} from {worg} called.
our client {worg}
a bill from {worg}
Compare the rates of {worg} and {worg}.
buy it from {worg}
hey its {swname} from {sorg}
`;

/** The same words where they are no names. */
export const ENGLISH_WORD_NAMES_PLAIN = `
{wplain} the {word}, {word} the {word}.
{wplain} your {word} and {word} it.
{wplain} this as {word}.
{wplain} them.
Will you {word} the {word}? Will it {word}? Will the {word} be {word}?
Will we meet in {month}? Will they {word} it?
Will {month} do?
May I {word}? May we {word} the {word}?
May the {word} be {word}.
Hope you are {word}. Hope this helps. Hope to {word} you {word}.
Hope is not a {word}.
Mark it as {word}. Mark as read. Mark the {word} in {word}.
Bill the {word} for {num} hours.
Grant access to the {word}. Grant each {word} a {word}.
Chase the {word}. Chase payment of {money}.
Page {num} of the {word}, page {num} too.
Page the on-call {job}.
Drew a {word} yesterday.
Sue them, {word} says.
Rose prices may rise. Rose oil for the {word}.
Frank words, rich food, young people.
Summer is {word}. Summer ended. Summer interns start in {month}.
Autumn and winter, spring and summer
Price per {word}: {money}. Price list {num}.
Art is {word}. Art and design in {num} {word}s
Faith, hope and charity. Faith in the {word} is low.
Grace period of {num} days. Grace under pressure.
Joy is {word}. Joy of {word}.
Patience is a virtue. Have patience.
Long story short, the {word} is {word}.
Brown rice, black beans, green peppers.
Baker wanted. Cook needed, full time. Mason or tiler wanted.
Judge for yourself. Judge the {word} by the {word}.
Guy walks into a bar.
Buddy system, junior partner, major bug
Dean of students. Bishop to {abbr}. King of the hill.
Max. {num}, min. {num}
Set max to {num}.
Skip the {word}, dash the {word}, rush the {word}.
Dawn came. Dusk fell.
Sunny with rain on {weekday}. Stormy weather in the {word}.
Crystal clear water
Turkey and rice. Fine china. Apple juice, orange peel.
Apple cake, orange peel and {num} {word}s
The shell of an egg, a gap in the data, a target for {month}
What is the delta? What is the gap between {num} and {num}?
Visa for the trip, sprint planning, slack in the schedule
Learn Ruby or Crystal first?
Written in Julia, tested in Crystal.
Amber alert: {word} {word}
The {word} is amber. The {wsmall} is {word}.
in May and June, from March to May
from {month} to {month}
since {month}, until {month}, by {month}
The {month} report is late. {month} was {word}, {month} is missing.
Orders in {month} were above those of {month}.
the {wsmall} and the {wsmall}
to {wsmall} the {word}
a {wsmall}, a {wsmall} and a {wsmall}
I want {wsmall} and {word}.
i will ask about the bill in may
please mark it, i hope they will grant it
hope u can chase the price
the bill is due, sue them or pay
is it may or june? will it rain?
will do. will they? may i?
ask for the {wsmall}
ask my {word} about the {wsmall}
tell me the {wsmall} of the {word}
is my {wsmall} {word}
is it {word} or {word}
did the {wsmall} {word}
did my {word} {word}
its {word} again
its my {wsmall}
hi can you {word} the {word}
hi my {word} is {word}
thanks can you {word} it
thanks will {word}
hey will it {word}
has any {word} been {word}
im {word} and {word}
im so {word}
call her {word}
text him the {wsmall}
give me a {wsmall}
my boss can {word}
my friend may {word}
my son will {word} the {word}
did grant {word} get {word}
Status: {cap}, priority: High
{cap}: High, Low, Medium
"priority": "High", "status": "Open", "type": "{cap}"
{role}: {word} {word}?¶{role}: {word}.
{role}: {cap} {word}?¶{role}: {word} {word}¶{role}: {cap}
[{time}] {role}: {cap} {word}
{role}: {cap} {word} {word}
{mon} {num} {num}:{num}:{num} {word} {word}[{num}]: {word} {word}
{mon} {num} {num}:{num}:{num} {word}{num} {word}: {cap} {word}
{word} {num} {mon} {num} {num}:{num}:{num} {word}
[{num}/{mon}/{num}:{num}:{num}:{num} +0000] "GET /{word}" {num} {num}
<{ident} Include="{cap}.{cap}" Version="{num}.{num}" />
<{ident} ref="{word}"/>
<?{word} version="{num}" encoding="{abbr}-{num}"?>
{"type":"{ident}","{word}":[{"type":"{ident}"}]}
{"name": "{word}", "type": "{word}"}, {"name": "{cap}", "type": "{word}"}
{word}: ["{abbr}", "{word}", "-{word}"]
| \`{abbr}\` | \`{word}\` | {abbr} | \`{word}\`, \`{word}\` |
| {cap} | {num} | {cap} {word} |
call %{word},%{word} {num}
-> {cap} Scan on {word} (cost={num}..{num} rows={num})
main.(*{cap}).{cap}({num}, {num})
{word}.{ident}.{ident}({ident}.java:{num})
sortOn ({cap} . {word}) . {word}
={abbr}({cap}{num};{cap}[{cap}];"{word}")
### {ident}
\`{word}\`: when \`{word}\` is true (the default), {word} is {word}
[{cap}](#{word}) - [{cap} {cap}](#{word})
{num},{cap} {cap},{num},{word}
{word},{word}¶{cap} {cap},{num}¶{cap} {cap},{num}
{word};{word}¶{cap};{num}¶{cap} {word};{num}
{cap}: {weekday}¶{cap}: {weekday}
{wplain} {word} {does} to {word}.
{wplain} {word} {word} {does} the {word}.
{wplain} {word}, {wplain} {word} and {wplain}
{wplain} makers {does} to {word}.
{wplain} prices {does} by {num} %.
{wplain} sellers, {wplain} users and {wplain} fans {does} the {word}.
{wplain} workers {does} in {month}.
{wplain} season {does} late.
The {cap} module calls the {cap} client.
{wplain} is our name for version {num}.
build {num} of {wplain}, page {num} of {wplain}
class {wplain}: pass
{wplain} = {num}; {wplain} = {num}
`;

export const GERMAN_WORD_NAMES = `
{wname} {does} das {word}.
{wname} {does} die {cap}.
{wname} {does} den {wplain}.
{wname} {does} mir {num} {wplain}.
{wname} {does} dann im {month}.
{wname} {does} {word}.
{wname} {does} {word} und {wname} gar nicht.
{wname} {does} und {wname} {does}.
{wname} {does} schon wieder.
{wname} {does}, dass {first} {word} ist.
{wname} {does} mit {first} in {city}.
{wname} hat gesagt, {first} {wname} kommt auch.
{wname} hat die {cap} {word}.
{wname} war am {weekday} da.
{wname} kommt erst am {weekday}.
{wname}, {wname} und {wname} {does} die {cap}.
{wname} und {wname} haben {cap}.
{wname} oder {first}?
{first} und {wname}
{verb} bitte: {wname} {does} die {cap}.
Wissen {wname} und {wname} vom {wplain}?
Frag lieber {wname}.
Sag {wname}, dass die {cap} {word} ist.
Könntest du {wname} ausrichten, dass es {word} ist?
Kann {wname} kommen?
Hat {wname} das {word}?
Ist {wname} da?
Was {does} {wname}?
Was hat {wname} gesagt?
Wer macht das, {wname} oder {wname}?
Danke, {wname}! {cap} {word}.
Danke {wname}
Hallo {wname}, die {cap} ist {word}.
Hallo {wname}, der {wplain} ist {word}.
Liebe {wname},
Gruß, {wname}
Viele Grüße¶{wname}
{wname}, kannst du mir die {cap} schicken?
{wname}, bitte {word} das.
Mail an {wname}: {cap} {word}
Schreib {wname} eine Absage.
Eine Absage an {wname}
Das hat {wname} gesagt, nicht {wname}.
{cap} {word}, so {wname}, der {wplain}.
{cap} {word}, aber {wname} {does}.
{cap} {word}, weil {wname} {does}.
{cap} {word}, meint {wname}.
Ich habe mit {wname} gesprochen.
Mit {wname} und {wname} {word}.
Bei {wname} im Büro
ohne {wname}
laut {wname}
für {wname}
von {wname}
Herr {wname} arbeitet als {wplain}.
Herr {wname} {does} den {wplain}.
Herrn {wname} fehlt der {wplain}.
Frau {wname} ist {word}.
Frau {wname} {does}, Herr {wname} {does}.
Bei Frau {wname} war ich {word}.
Dr. {wname} und {wname} {does} am {weekday}.
Familie {wname} wohnt hier.
Auf dem {wplain} wohnt Familie {wname}.
Der Zeuge {wname} hörte den {wplain}.
Die Patientin {wname} hat {cap}.
Der Kunde {wname} zahlt nicht.
Kollege {wname} {does}.
{first} {wname} {does} den {wplain}.
{first} {wname} aus der Buchhaltung
Unser {wplain} heißt {first} {wname}.
{wname}: {word} {word}¶{wname}: ja
frag mal {swname} ob er {word}
mein chef {swname} {does} das
sag {swname} dass ich krank bin
schreib {swname} eine mail
ruf {swname} an
{swname} {does} das nicht
{word};{word};{word}¶{first} {wname};{city};{phone}¶{first} {wname};{city};{date}
{wname};{first};{date};{city}
Der {wplain} in {city} war gut.
`;

export const GERMAN_WORD_NAMES_PLAIN = `
Der {wplain} ist {word}.
Wo ist der {wplain}, wo die {wplain} und wo das {wplain}?
Die {wplain} im {cap}
Das {wplain} ist {word}, der {wplain} {does}.
Ein {wplain} ist kein {wplain}.
Es gibt keinen {wplain} und kein {wplain}.
einen {wplain} und eine {wplain}
im {wplain}, am {wplain}, zum {wplain}, vom {wplain}
im {wplain} am {cap}
mit dem {wplain} und ohne {wplain}
den {wplain} aus dem {cap} holen
als {wplain} arbeiten
unser {wplain}, mein {wplain}, ihre {wplain}, seine {wplain}
mein {wplain} auf {cap}
drei {wplain}, {num} {wplain}, viele {wplain}
{cap} und {wplain} mit {wplain}
ein kleiner {wplain}, ein großes {wplain}, kleine {wplain}
Im {month} ist {wplain}.
Im {wplain} wird es {word}.
Ab {month} bis {month} ist offen.
der {wplain} der {cap}
des {wplain}s
Will {word} {cap}, auch {cap}
Frank und frei. Im Ernst.
Das Essen war kalt.
Koch gesucht. Bäcker gesucht. Maler und Schlosser gesucht.
{role}: {cap} {word}?¶Kunde: {word}
`;

export const FRENCH_WORD_NAMES = `
{wname} {does} la {word}.
{wname} {does} une {wsmall}.
{wname} {does} un {wsmall} à {wname}.
{wname} {does} et {wname} {does}.
{wname} {does} en {country}.
{wname} {does} que {wname} est {word}.
{wname} {does} ses {word} avant {wplain}.
{wname} n'est ni {wsmall} ni {word}.
{wname} n'est pas là.
{wname} est {word}, {wname} aussi.
{wname} a été {wsmall}.
{wname} ne sera pas {word}.
{wname} et {wname} ont {word}.
{wname} ou {first} ?
{first} et {wname}
{wname} a {word} le {word} avec {title} {wname}.
Mme {wname} {does} le {wsmall}.
M. {wname} cherche un {wsmall}.
Monsieur {wname} {does} la {word}.
Mon collègue {wname} {does}.
Bonjour {wname}, {word} {word}.
Merci {wname}, la {wsmall} est {word}.
Merci, {wname}.
{wname}, peux-tu {word} le {word} ?
{wname}, merci de {word}.
Demande à {wname} de {word}.
Demande à {wname} si {wname} {does}.
Dis à {wname} que {wname} {does}.
Écris à {wname} pour le {wsmall}.
{verb} l'appel de {wname} : il {does} un {wsmall}.
{verb} ceci : {wname} {does} le {word}.
avec {wname} et {wname}
devant {wname}
chez {wname}
selon {wname}
pour {wname}
de {wname} à {wname}
Est-ce que {wname} {does} ?
Où est {wname} ?
Que dit {wname} ?
{cap} {word}, {wname} {does}.
{cap} {word}, dit {wname}.
{cap} {word}, mais {wname} {does} le {word}.
{first} {wname} {does} la {word}.
dis à {swname} que {swname} est {word}
demande à {swname} si c'est {word}
mon chef {swname} {does} ça
merci {swname}
{wname} : {word} {word}¶{wname} : {word}
{word},{word},{word}¶{last},{wname},{city}¶{wname},{first},{city}
{title} {wname} habite à {city}.
Cordialement,¶{wname}
Le conseiller de {worg} {does}.
{worg} {does} mon {word}.
ma facture {worg}
`;

export const FRENCH_WORD_NAMES_PLAIN = `
Il y a une {wsmall} et deux {wsmall}s.
Où sont le {wsmall} et la {wsmall} ?
Avant Noël et après Pâques
en {month} et en {month}
de {month} à {month}
{wplain} ou {wsmall} ?
La {wsmall} est {word}, c'est {wsmall}.
Il faut {word} la {wsmall}.
un {wsmall} de {word}
Rose pâle, vert olive, bleu marine
`;

export const SPANISH_WORD_NAMES = `
{wname} {does} la {word}.
{wname} {does} una {wsmall}.
{wname} {does} una {wsmall} para {wname}.
{wname} {does} {wsmall} y {word}.
{wname} {does} y {wname} {does}.
{wname} {does} que {wname} está {word}.
{wname} {does} en {city} con {first}.
{wname} es un {wsmall}.
{wname} no está.
{wname} no {does} el {word}.
{wname} ha {word} la {wsmall}.
{wname} está {word}, {wname} también.
{wname} y {wname} no {does}.
¿{wname} o {first}?
{first} y {wname}
El señor {wname} busca un {wsmall}.
La señora {wname} {does} el {wsmall}.
Mi tía, {wname}, {does} la {wsmall}.
Mi compañero {wname} {does}.
Hola {wname}, la {wsmall} es {word}.
Gracias, {wname}. El {word} es {word}.
Un saludo, {wname}
{wname}, ¿puedes {word} el {word}?
{wname}, por favor, {word}.
Pregunta a {wname} por el {wsmall}.
Dile a {wname} que {wname} {does}.
¿Le has dicho a {wname} lo del {wsmall}?
¿Dónde está {wname}?
¿Qué {does} {wname}?
¿Ha llegado {wname}?
{verb} una carta para {wname}; su {word} es {word}.
{verb} esto: {wname} {does} el {word}.
con {wname} y {wname}
según {wname}
para {wname}
de {wname}
{cap} {word}, dice {wname}.
{cap} {word}, pero {wname} {does}.
{first} {wname} {does} la {word}.
{wname} {last} {does} la {wsmall}.
avisa a {swname} de que {swname} {does}
pregunta a {swname} si {word}
mi jefe {swname} {does} esto
gracias {swname}
{wname}: {word} {word}¶{wname}: {word}
{word},{word},{word}¶{wname},{last},{city}¶{first},{wname},{city}
`;

export const SPANISH_WORD_NAMES_PLAIN = `
Sin {wsmall} no hay {wsmall}.
La {wsmall} y el {wsmall} son {word}.
Entre la {wsmall} y el {wsmall}
un {wsmall}, una {wsmall}
en {month} y en {month}
{wplain} {wsmall} de {word}
Luz verde. Paz interior.
Hay {wsmall} y {word}.
`;

export const ITALIAN_WORD_NAMES = `
{wname} {does} una {wsmall}.
{wname} {does} la {word}.
{wname} {does} e {wname} {does}.
{wname} {does} un {wsmall} a {wname}.
{wname} è {word}, {wname} no.
{wname} è sempre {wsmall}.
{wname} non c'è.
{wname} ha {word} la {wsmall}.
Il signor {wname} {does} con {wname}.
La signora {wname} {does}.
Dottor {wname}, la {wsmall} è {word}.
Grazie mille {wname}, il {word} è {word}.
Grazie, {wname}.
Ciao {wname}, {word} {word}?
{wname}, puoi {word} il {word}?
Racconta a {wname} della {wsmall}.
Chiedi a {wname} della {wsmall}.
Di' a {wname} che {wname} {does}.
Dov'è {wname}?
Cosa {does} {wname}?
un {word} per {wname}
con {wname} e {wname}
secondo {wname}
{wname} o {first}?
{verb} questo: {wname} {does} il {word}.
{cap} {word}, dice {wname}.
{first} {wname} {does} la {word}.
chiedi a {swname} se {word}
il mio capo {swname} {does}
{wname}: {word}¶{wname}: {word}
Saluti¶{wname}
`;

export const ITALIAN_WORD_NAMES_PLAIN = `
Nella {wsmall} c'è una {wsmall}.
Dove sono la {wsmall} e il {wsmall}?
una {wsmall} e un {wsmall}
{wplain} di {word}
in {month} e in {month}
Pace e gioia a tutti.
`;

export const DUTCH_WORD_NAMES = `
{wname} {does} een {wsmall}.
{wname} {does} een {wsmall} voor {wname}.
{wname} {does} de {word}.
{wname} {does} {word} {word}.
{wname} {does} en {wname} {does}.
{wname} is {word}, {wname} niet.
{wname} van de balie {does}.
{wname} wil dat {wname} {does}.
Meneer {wname} zoekt een {wsmall}.
Mevrouw {wname} {does} met {wname}.
Mevrouw de {wname} {does}.
Vraag {wname} naar de {wsmall}.
Vraag {wname} of het {word} is.
Zeg tegen {wname} dat {wname} {does}.
Mail {wname} over de {word}.
Bedankt {wname}, het {word} is {word}.
Bedankt, {wname}.
Hoi {wname}, {word} {word}?
{wname}, kun je {word}?
Waar is {wname}?
Wat {does} {wname}?
met {wname} en {wname}
volgens {wname}
{wname} of {first}?
{cap} {word}, zegt {wname}.
{cap} {word}, maar {wname} {does}.
{first} {wname} {does} de {word}.
{first} de {wname} {does}.
vraag {swname} of {word}
mijn baas {swname} {does}
{wname}: {word}¶{wname}: {word}
Groet,¶{wname}
`;

export const DUTCH_WORD_NAMES_PLAIN = `
Waar zijn de {wsmall} en de {wsmall}?
De {wsmall} van de {wsmall}
een {wsmall} en een {wsmall}
{wplain} met {word}
in {month} en in {month}
`;
