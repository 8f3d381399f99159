/** Names as people type them to an assistant, and in notes, lists and records; one text a line, ¶ is a new line. */
export const ENGLISH_VARIED = `
can you text {first} that i'm late
my boss {first} wants this by {time}, please shorten it
so {first} and i broke up
tell {first} the parcel is here and that {first} signed for it
{first}'s been off sick for {num} days, what do i write to HR
our ceo {name} gave a talk, sum it up
my colleague {name} never answers
my flatmate {first} owes me {money}
my sister in law {first} is pregnant
my nan {first} turns {age}
our neighbour {name} complained about the noise
our nanny {first} quit
my ex {first} keeps writing
my therapist {first} says i should rest
the plumber, a certain {name}, never came
a guy called {first} from {org} rang
some {name} left a message
one {name} is asking for a refund
it was {first} who found the leak, not {first}
who should present, {first} or {first}?
is {first} or {first} free on Monday?
should I forgive {first}?
why is {first} so angry with me?
thanks {first}
sorry {first}, no time
ok {first}
love, {first}
xx {first}
cheers¶{first}
Sent from my phone¶¶{first}
Photos from {first} follow.
The laptop comes from {first}, the badge from {first} at reception.
A copy goes to {first} and {name}.
Greetings to {first} and the kids
Best to {first}
Regards from {first} and {first}
I gave it to {first}, she wanted to read it.
I gave the keys to {first}.
I got this from {first}.
Flowers for {first}, chocolates for {first}
Party for {first} on {date}
Reservation for {last}, party of {num}
Table for {last} at {time}
Delivery for {last}, flat {num}
Booked under {last}
Kids: {first} ({num}), {first} ({num}) and {first}
Guests: {first}, {first} + 1, {name}
seats: {first} next to {first}, {first} by the window
{first}, {age}, moved from {city} to {city}
{first} ({age}) lives in {city} and works as a {job}
{first}, {job}, {city}
{first} forgets that {first} is allergic to nuts.
{first} drives, {first} brings the tents.
{first} reads, {first} sings, {first} cooks.
{first} hates fish.
{first} insists on tabs while {first} wants spaces.
{first} gets {money}, {first} gets {money}, {first} nothing.
{first} pays {money} a month
{first} said "{word}", and I said no.
{first} wants a word about {first}.
{first} wonders what {first} meant.
{first} - out on {date}
{first}: {word}¶{first}: {word}¶{first}: ok
{first}: I called my {job}.¶INTERVIEWER: And then?
INTERVIEWER: What did you do?¶{first}: I left.
[{num}:{num}] {first}: let's move on
[{time}] {name}: can you hear me
{name} ({time}): {word} {word}
> {first} wrote:¶> see below
On {date}, {name} wrote:
On {date} at {time} {name} <{email}> wrote:
From: {name}¶Sent: {date}¶To: {name}; {name}¶Cc: {name}
cc {name}, {name}
{name} (chair), {name}, {name} (minutes)
Present: {last}, {last}, {name}
Apologies: {last}
Action: {last} to send the budget, {last} to call the vendor
{last} to follow up by {date}
AI {first}: update the sheet
Owner: {first}
Approver: {last}
Lead: {name}; backup: {name}
on call: {first} ({phone})
- {first}: sick¶- {first}: in {city}¶- {name}: remote
1. {name} - {num}%¶2. {name} - {num}%¶3. {name} - {num}%
{name} | {job} | {date}¶{name} | {job} | {date}
{name},{num},{city}¶{name},{num},{city}
{id};{name};{money}¶{id};{name};{money}
{id}	{name}	{date}
Name;City;Amount¶{name};{city};{money}¶{name};{city};{money}
"{reversed}","{reversed}",{num}
Employee,Manager¶{name},{name}¶{name},{name}
{"owner": "{name}", "due": "{date}"}
{"from": "{first}", "to": "{first}"}
user: {name}¶role: {job}
{name}, SSN {id}, {house} {street}, {city}
{id}, {name}
{name} {id}
{name}, {email}
{name}, {date}
{name}, born {date}
{name}, DOB {date}, MRN {id}
{name}, {phone}
{phone} is {first}, {phone} is {first}
{phone} ({first})
card {card}, {name}
IBAN {id}, {name}
policy {id} for {name}
passport {id}, {name}, {nat}
badge {id} {name}
{title} {name} will see you at {time}.
The doctor, {title} {last}, said it is benign.
her tutor, {title} {last}, is useless
The pharmacist, {title} {last}, was unsure.
Please tell {title} {last} to ring {name}.
I did not see {title} {last} at any time.
{title} {last} takes over until {title} {last} is back.
{title} {last} c/o chest pain. Wife {first} at bedside.
Pt {name}, {age}F, admitted with a fall.
Pt {last} seen by {title} {last}, plan: bloods
{age}yo M, {name}, hx of asthma
Spoke with daughter {first} re discharge.
Seen by {title} {last}; referred to {title} {name}
NOK: {name} (son) {phone}
GP: {title} {last}
Carer {first} visits daily.
Therapist: {name}. Client reports low mood.
Client {first} did not attend.
Complaint by {name} against line manager {name}.
Performance review - {name} - below expectations
{last} disputes the rating.
Exit interview with {first} on {date}
New starter: {name}, {job}, from {date}
Leaver: {name}, last day {date}
Salary change for {name} to {money}
Nominate {name} for the award.
Reason for leaving: trouble with {first} in the warehouse
{name} was promoted to {job}.
Disciplinary hearing of {name}, {date}
The witness {name} stated she saw the van.
Plaintiff {name} seeks damages from {org}.
{last} v. {last}
In the matter of {name}, deceased
I, {name}, hereby declare the above to be true.
Signed: {name}
Guarantor: {name}
The will leaves everything to {first}, his stepson.
Executor: {name}, nephew {first}
Her maiden name was {last}, she is now {name}.
{name}, née {last}
{name} aka {first}
{first} "{word}" {last}
{name}, known as {first}
the {last}s lend us the ladder
The {last}s from next door are away.
Mr and Mrs {last}, your daughter {first} did well.
the {last} family was evicted
the {last} brothers
{first} and {first} {last}
{first} & {first} invite you to their wedding
{name} & {name} invite you
Dear {first} and {first},
Hi {first}, hi {first},
Hello {title} {last}, hello {first},
hi {last}, quick one
Morning {first}
{first}! Are you there?
{first}—are you there?
({first} told me.)
"{first}" is how he signs.
{first}?
{first}
{name}
{last}, {first}
is this mail from {first} rude?
does {name} still work at {org}?
rewrite for {title} {last}: the roof leaks
make this nicer: "{first}, your report was a mess"
answer {first}: no
reply to {first}'s mail below
draft a warning for {name}
a reference for {name}, {job} at {org}
a poem for {first} who retires
speech for {first}'s farewell
birthday card to {first} from all of us
condolences to {name} on the death of {first}
translate what {first} wrote
what did {last} mean by that?
{last} said the audit is late.
{last} and {last} voted no, {last} abstained.
{last}, {last} and {last} have access.
Lawyers: {last}, {last} & {last}
according to {last}, sales fell
{title} {last}'s class is full
{first} of all people passed
{nat} student {name} won
coach {last} benched {first}
chef {first} cooks
captain {last} grounded the plane
nurse {first} has the chart
pastor {last} married us
auntie {first} and uncle {first}
grandma {first} and grandpa {first}
cousin {first} from {city}
baby {first} was born on {date}
our dog walker {first}
my tenant {name}, unit {num}
driver {name}, plate {id}
conductor: {name}
Pickup: {name}, {street} {house}
whats {first}'s number
{first}s number is {phone}
did {first} reply
where does {first} live
ask {first} pls
i love {first}
i hate {first}
dm'd {first}, no reply
its {first} from {city}
im {first}, {age}, from {city}
this is {first} again
hi dr {last} its {first} from the {word} group
{first} comes from {country} and speaks {nat}.
our colleague {name} comes from {country}
do I need a visa for {country}?
I come from {country}, she comes from {city}.
the flight from {city} to {country}
it was left at {org} in {city}
an appointment at {org} in {city}
{name} of {org}; his number is {phone}
we spoke to {name} of {org}
she works as a {job} for {org} in {city}
too old for an apprenticeship at {org}?
the nearest branch of {org}
is {org} part of {org}?
a table at {org} for {last}
Invoice to {org}, {house} {street}, {city}, attention {name}
{name} told {org} what she saw in {city}
sign the papers for {org}
the kitchen of {org}
he retired from {org}
complaint about {org}
letter to {org}, policy {id}
discharge {title} {last} to {org}
a photo from {city}
news from {place}
greetings from {city}
flowers from {country}
money for {org}
Reverend {last} and Principal {last}
old man {last}
{last}-san from {city}
whom {first} used to date
I live in {city} and know {first}; {first} forgets everything.
he left it in {city}, where {first} found it
account of {name}
i gave it to miss {last} in march
{first} sent it to me yesterday
{first} said she will be {age} in june
`;

/** No name at all, though much stands capitalised: eponyms, famous people, orders, headings, products, words of computing. */
export const ENGLISH_VARIED_PLAIN = `
Explain {eponym}'s algorithm with an example.
Explain {eponym}'s law.
What is {eponym}'s theorem?
The {eponym} effect
Explain the {eponym} effect.
{eponym}'s paradox
Prove the {eponym}-{eponym} inequality.
the {eponym}-{eponym} theorem
Fit a {eponym} process in R.
{eponym} distribution: examples
Use the {eponym} transform and then a {eponym} filter.
Plot the {eponym} curve.
Is it {eponym}'s disease? The {eponym} syndrome is rare.
{eponym} disease
a {eponym} test and {eponym}'s kappa
{eponym} number, {eponym} constant and {eponym} radius
{eponym} equation in one dimension
{eponym} machine
{eponym} index
{eponym} coefficient
{eponym} diagram for the {word}
{eponym} scale
{eponym} method versus {eponym} method
{eponym} tree, {eponym} sort, {eponym} hash
{eponym} code, {eponym} distance
{eponym}'s razor
{eponym}'s principle
the {eponym} prize
the {eponym} hypothesis
the {eponym} conjecture
{eponym} estimator
{eponym} integral
{eponym} space
{eponym} worm
{eponym} cipher
Who was {figure}?
Who is {figure}?
Describe the life of {figure}.
Biography of {figure} in 150 words
When did {figure} die?
Why did {figure} leave?
Write in the style of {figure}.
Plays by {figure}
The works of {figure}
{figure} and {figure} compared
{figure} asked it in {num}.
{figure} got far in {num}, {figure} kept quiet.
a novel by {figure}
a symphony by {figure}
paintings of {figure}
{figure}'s last opera
Summarise the ideas of {figure}.
What did {figure} write about?
Quote {figure}
I am reading {figure}.
essay on {figure}
In the time of {figure}
According to {figure}, virtue is knowledge.
{figure} museum opening hours
{imperative} the box.
{imperative} the {word} before {time}.
{imperative} it to {word}.
{imperative} a {word} and the {word}.
{imperative} all files.
{imperative} this for me.
{imperative} my {word}, please.
{imperative} up the {word}.
{imperative} me {num} ideas.
{imperative}: {word} {word}.
{imperative} {cap} by {cap}
{imperative} {cap} {cap} for {cap}
Then {imperative} the {word}. {imperative} it again.
{imperative} {product} to {product}
{cap} of the {cap}
{cap} {cap} for the {cap} {cap}
Draft {cap} Plan for Q{num}
{cap} vs {cap}: {word} {word}
{cap} Analysis of {cap} Prices
{heading}¶{heading}¶{heading}
# {heading}
## {heading} and {heading}
Title: {heading}
Chapter {num}: {heading}
{heading}, {heading} and {heading}
{cap}, {cap} and {cap} are {word}.
{cap} or {cap}?
{cap}: {word} or {word}?
{cap} a {word} in {tech}.
{tech} and {tech} compared
{tech}: {word} left or right?
How do I install {tech} on {tech}?
{tech} {num} and {tech}
Why is {tech} failing with {tech} {num}?
Write a {tech} app behind {tech}
{tech} or {tech} for {word}?
port from {tech} to {tech}
{tech} error: {word} not found
{tech} says "{cap} not found"
our {tech} invoices do not match {tech}
my {tech} config
a {tech} container
in {tech} how do I {word}
is {tech} faster than {tech}?
What's new in {tech} {num}?
Set Max {cap} to {num} and Min {cap} to {num}.
{ident}.{ident}({ident})
at {ident}.{ident} ({ident}.java:{num})
{food} recipe for {num}
a {food} without eggs
how long do I cook {food}?
{food} with {food}
{food} and {food} please
{month} was cold, {month} is warm.
in {month} or {month}
See you on {weekday}, not {weekday}.
{weekday} to {weekday}, {time}
{weekday} is a holiday.
May I leave on {weekday}?
May we start? Will it rain? Can it wait? Mark it. Bill them.
Will {cap} work?
Will it be done by {month}?
Bill {org}: {money}
{word} {word}. Bill the client.
Rob the bank in the game, then chase the car.
Frank talk is needed. Grace period is over. Hope is not a plan.
Hope this helps. Grant me access. Drew a blank.
Faith, hope and charity
Rose garden, lily pond and daisy chain
Iris, lily and rose bulbs
Olive oil, basil, rosemary and sage
{nat} and {nat} words
derived from a {nat} word
Latin, Greek and {nat}
in English and Latin
The Romans built roads.
The Greeks and the Trojans
the river {river}
course of the {river}
along the {river} in {month}
Mount {river}
Lake {river}
{product} {product} {product}
{company} phones
Which {company} has the best mileage?
{company} stock fell
by {company}
Council of {cap}
The Hague Convention
Treaty of {city}
Romeo and Juliet, act two
the story of Robinson Crusoe
Harry Potter and Sherlock Holmes books
Cinderella, Snow White and Rapunzel
Christmas, Easter and Hanukkah
God, Jesus and the Bible
Allah and the Koran
Zeus, Hera and Apollo
Mars, Venus, Jupiter and Saturn
moons of Jupiter: Io, Europa
Chief Happiness {cap}: job description
Product Owner, Scrum Master
Dear Sir or Madam
Dear Team,
Hi Support,
Hello World
Hey Siri, hey Alexa
ChatGPT, you are a {cap} Coach.
Act as a Senior {cap} Engineer.
`;
