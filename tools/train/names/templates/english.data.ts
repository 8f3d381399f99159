/** Sentences to fill, English. One a line; ¶ is a new line. Written for this purpose. */
export const ENGLISH = `
Hi {first},¶¶Just checking whether you had a chance to look at the draft. {first} says the numbers on page two are off, and {first} would like them fixed before Friday.¶¶Thanks,¶{first}
{first},¶¶I talked with {name} at {org} this morning. They want to close by {date}. Please get {first} and {title} {last} on the phone and work out the details.¶¶{first}
All,¶¶{name} will be visiting our {city} office next week. Please make some time to meet with him. {first} has the schedule.¶¶Regards,¶{name}
{first} - can you call {first} about this? I think {last} already sent the papers to {org}.¶¶Thanks.¶{first}
FYI. {first}
Got it. Thanks {first}.
Per our conversation, attached is the list. {first} can answer questions.¶¶{name}
I've told {first} to wait until tomorrow.
I gave it to {title} {last} in March.
Our boss {title} {last} is asking when the {word} arrives.
Has anyone heard from {first}? {first} has not shown up since Tuesday.
{first} and I rented an apartment from {title} {last} last year. {last} never gave the deposit back. {first} thinks we should sue.
My dog {first} has been limping. Our vet in {city} says rest.
My cat is called {first}.
Question about {place}: is it safe for a woman travelling alone? My friend {first} went to {city} and loved it.
I am planning a trip to {country} in May. Should I fly into {city} or {city}?
Does anyone know a vegetarian restaurant near {place}? {first} doesn't eat fish.
I stayed at the {adjective} {noun} in {city}. {first} at the front desk was great, and {title} {last} found our lost bag.
Went here with {first} for lunch. Would not recommend.
Great service from {first} and the team at {org}!
{first} at {org} fixed my car in two hours.
Ask for {first}, he is the best mechanic in {city}.
{title} {last} is a fantastic dentist. Everyone at {org} is friendly.
{name} wrote in message news: I don't agree with {first}.
According to {org}, {country} and {country} signed a treaty in {city}. {title} {last} called it historic.
{name} of the {nat} party accused {title} {last} of lying. {last} denied it.
The bomb went off near {place} on Monday, killing two {nat} soldiers, {org} reported.
{country} will send troops to {place}, {last} told {org}.
Minutes: {first} opened the meeting. {first} reported on sales. {first} asked about {city}. {title} {last} thanked everyone.
Chat log¶{first}: hey are you there?¶{first}: yes, what's up¶{first}: {first} is asking for the file
I rebased {first}'s branch by accident. {first} says it doesn't matter.
He sent {first} to {city} and told {first} to stay there.
She and {first} are visiting {first} in {city}.
Please ask for {last} if nobody picks up.
ask for {first} at the desk
calls himself {first}
people call me {first}
My nickname is {first}.
The account is under {reversed}.
{last}/{first} MR, booking {id}
Passenger: {last}/{first} MS
Please shorten: "{title} {last}, director of {org}, apologises to the residents of {city}."
As {first}'s manager at {org}, how should I answer her sick note?
{org} refused {first}'s application from {city}.
Discharge {title} {last} to {org}, {street}.
My {nat} grandmother {name} fled from {city} in 1941.
{first} is a {nat}.
{first} is 19 and wants to study in {city}.
Explain the lab result to {first}: glucose 6.1.
Explain to {first} why the sky is blue.
{first}, {first} and {first} owe 30 each.
What's a polite way to tell {first} that {first} cannot come to {city}?
{first} plays for {org}, his brother for {org}.
{title} {last} and {title} {last} were both born in {city}.
Trek from {city} to {city} with {name}
{name} needs help with a grant application.
{name} from {city} needs help.
{name} from {org} asked about the contract.
{city} resident {name} won {money}.
Coordinates show that's in front of {first}'s house.
Please make the tone warmer: "{first}, you missed the deadline."
Hi, this is {name}, I ordered {num} items on {date} and nothing has arrived yet.
Hello, {first} here. Could you resend the invoice to {email}?
Good morning, I'm {name} and I can't log in to my account since {date}.
My name's {name}, account number {id}, please call me back on {phone}.
Hi I am {name} and my credit card {card} was charged twice.
hey it's {first} from {org}, quick question about the contract
i'm {name} and i moved to {city} last week, please update my records
This is {first} {last} calling about the appointment on {date}.
Hi {first},¶¶Thanks for your message. I'll get back to you by {date}.¶¶Best,¶{first}
Hi {first}, thanks for the quick reply. Can we move the call to {time}?¶¶{first}
Dear {name},¶¶We are pleased to offer you the position of {job} at {org}.¶¶Sincerely,¶{name}¶{job}
Dear Mr. {last},¶¶Please find attached the report for {date}.¶¶Kind regards,¶{name}¶{org}¶{phone}
Dear Mrs {last}, your claim {id} has been approved.
Dear Ms. {last} and Mr. {last},¶The closing is scheduled for {date} at our office on {street}.
Dear Dr. {last},¶Thank you for seeing {name}, a {age}-year-old patient with chest pain.
Dear Hiring Manager,¶¶I am writing to apply for the {job} role.¶¶Yours faithfully,¶{name}
Dear Customer,¶Your order has been shipped.¶The {org} Team
Dear Sir or Madam, I would like to cancel my subscription.¶Regards¶{name}
Dear all,¶Please welcome {name} who joins us as {job} on Monday.¶Cheers,¶{first}
{first},¶Can you look at this before noon?¶Thanks¶{first}
{first} - please see below.¶¶Thanks,¶¶{name}¶{job}¶{org}¶{street} {house}¶{city}
{first}: sounds good to me.¶{first}: ok, see you at {time} then
{first}, {first} and I will meet you at the restaurant.
Thanks {first}! Will do.
Thanks,¶{name}
Best regards,¶¶{name}¶{job}, {org}¶T: {phone}¶E: {email}
Kind regards¶{first} {last}
Cheers¶{first}
Sent from my iPhone¶¶On {date}, {name} <{email}> wrote:¶> Are you coming?
From: {name} <{email}>¶To: {name} <{email}>¶Subject: Quarterly numbers¶¶Hi {first}, see attached.
From: {name}¶Sent: {date} {time}¶To: {name}; {name}¶Cc: {name}¶Subject: RE: Budget
On {date} at {time}, {name} wrote:
-----Original Message-----¶From: {reversed}¶Sent: {date}¶To: {reversed}¶Subject: FW: Contract
To: {reversed}¶CC: {reversed}; {reversed}
Forwarded by {name} on {date}
Attn: {name}¶{org}¶{house} {street}¶{city}, {zip}
Attention {name}: your parcel is waiting at {street}.
Please send the parcel to {name}, {house} {street}, {city}, {country}.
Ship to:¶{name}¶{house} {street}¶{city}, {state} {zip}
{name}¶{house} {street}¶{city}¶{country}
Billing address: {house} {street}, {city}
I live at {house} {street}, {city}.
I live in {city} but I was born in {place}.
He lives in {place} with his wife {first}.
She grew up in {city}, {country} and later moved to {place}.
We are travelling from {city} to {city} on {date}.
My flight from {city} to {place} was cancelled by {org}.
Is there a good hotel in {city}?
What is the best time to visit {place}?
What's the weather like in {city} today?
Anyone know a good dentist in {city}?
Our office in {city} is closed on {date}.
The headquarters of {org} are in {city}.
{org} is opening a new branch in {city}.
The company moved its production from {place} to {place}.
A storm hit {place} on {date}, leaving thousands without power.
{city}, {date} - {org} said on Tuesday it would cut {num} jobs.
{city} ({org}) - Shares of {org} fell sharply after {name} resigned.
{name}, {age}, of {city}, was arrested on {date}.
{name}, the {job} of {org}, told reporters that sales rose.
{name}, who works for {org} in {city}, declined to comment.
According to {name}, the {nat} government will not respond.
"We are not worried," said {name}, spokesman for {org}.
"It was a mistake," {last} said.
{last} joined {org} in 2012 and lives in {city}.
Mr. {last} said the bank had lost {money}.
Mrs. {last} teaches maths at {org}.
Dr. {last} will see you now.
Dr. {name} performed the surgery at {org}.
Prof. {name} ({org}) will give a talk on {date}.
Professor {last}'s lecture starts at {time}.
Sir {name} was born in {city}.
President {last} met Prime Minister {last} in {city}.
Senator {last} voted against the bill.
Judge {last} dismissed the case.
Officer {last} arrived at the scene at {time}.
Captain {last}, please report to the bridge.
Sgt. {name} was stationed in {place}.
Sister {first} and Father {first} visited the school.
Uncle {first} and Aunt {first} are coming for dinner.
My boss {first} wants the slides by {time}.
My wife {first} and our kids {first} and {first} loved {place}.
My husband {name} is a {job}.
My son {first} started school at {org}.
My daughter's name is {first}.
My neighbour {name} keeps calling the police.
My friend {first} lives near {street}.
My colleague {first} from {org} suggested it.
My manager, {name}, approved the leave request.
Our landlord, {name}, refuses to return the deposit.
His brother {first} passed away in {city}.
Her mother, {name}, was {nat}.
I met {first} at a conference in {city}.
I spoke to {first} yesterday and she agreed.
I spoke with {name} from {org} this morning.
I saw {first} and {first} at the gym.
I talked to {name} about the merger.
I work at {org} as a {job}.
I work for {org} in {city}.
I used to work with {name} at {org}.
I have been a customer of {org} for {num} years.
I bought it from {org} for {money}.
I'd like to open an account with {org}.
I got an email from {name} asking for my password.
I need to write a recommendation letter for {name}, my former student at {org}.
I want to invite {name} and {name} to the party.
I think {first} is wrong about this.
I asked {first} but {first} didn't know.
I applied to {org} and {org} but never heard back.
I really miss {place}.
Has {first} replied yet?
Did {name} sign the contract?
Does {org} have an office in {place}?
Do you know {name}?
Do you know whether {first} is in {city} this week?
Is {first} coming too?
Is {name} still with {org}?
Who is {name}?
Where was {name} born?
Where does {first} live now?
When did {org} acquire {org}?
When is {first}'s birthday?
What did {name} say about {org}?
Why did {last} leave {org}?
Can {first} or {first} join the meeting?
Can you ask {name} to send me the file?
Can you tell {first} that I'm late?
Could you book a table for {name} at {time}?
Please call {name} at {phone}.
Please contact {name} ({email}) for details.
Please forward this to {first} and {name}.
Please add {name} to the distribution list.
sent to {reversed}
Message from {reversed} received {date}
Forward the file to {reversed} and {reversed}.
{reversed}, room {num}
Name: {reversed}
{reversed} called about order {id}.
Patient {reversed} was seen on {date}.
Please remove {first} {last} from the thread.
Please write a birthday card for {first}, who turns {age}.
Please draft a reply to {name} at {org}.
Please summarise the meeting between {name} and {name}.
Write a letter to {name} of {org} about the delayed delivery.
Write a performance review for {name}, {job} in our {city} office.
Write a reference for {first}.
Translate this message from {first} into {nat}: I will be late.
Rewrite this email to {first} so it sounds friendlier.
Summarise: {name} (born {date} in {city}) is a {nat} {job}.
Patient: {name}¶DOB: {date}¶MRN: {id}¶Physician: Dr. {last}
Patient {name}, {age}, was admitted to {org} on {date} with pneumonia.
Patient name: {reversed}¶Address: {house} {street}, {city}
PATIENT: {reversed}   AGE: {age}   WARD: 4B
Pt. {last} reports pain in the left knee.
The patient, {name}, was referred by Dr. {last}.
{first} was seen in clinic today for follow up.
{name} was discharged home on {date} in stable condition.
Referred by: {name}, MD
Next of kin: {name} (sister), {phone}
Emergency contact: {name}, {phone}
Name: {name}
Name: {name}¶Email: {email}¶Phone: {phone}
Full name: {name}¶Date of birth: {date}¶Nationality: {nat}¶Place of birth: {city}
First name: {first}¶Last name: {last}¶City: {city}¶Country: {country}
Employee: {name}¶Department: Finance¶Manager: {name}¶Location: {city}
Customer: {name}¶Order: {id}¶Ship to: {city}, {country}
Contact: {name}, {phone}
Author: {name}
Reviewer: {name}
Assignee: {name}
Reported by {name} on {date}
Approved by: {name}
Prepared by {name}, {org}
Signed: {name}
Cardholder name: {name}¶Card number: {card}
Account holder: {name}, {org}
Beneficiary: {name}¶Bank: {org}¶IBAN: {id}
Tenant: {name}¶Landlord: {name}¶Premises: {house} {street}, {city}
Employer: {org}¶Job title: {job}
Company: {org}¶Contact: {name}
Username: {first}¶Real name: {name}
Speaker: {name}¶Venue: {org}, {city}
Attendees: {name}, {name}, {name}
Present: {first}, {first}, {first} and {first}
Participants:¶- {name}¶- {name}¶- {name} ({org})
Team members: {first} (lead), {first}, {first}
1. {name}¶2. {name}¶3. {name}
- {name}, {org}¶- {name}, {org}¶- {name}, {org}
* {name} - {job}¶* {name} - {job}
name,email,city¶{name},{email},{city}¶{name},{email},{city}¶{name},{email},{city}
id;last name;first name;phone¶{num};{last};{first};{phone}¶{num};{last};{first};{phone}
| Name | Company | Country |¶| --- | --- | --- |¶| {name} | {org} | {country} |¶| {name} | {org} | {country} |
{name}	{phone}	{city}¶{name}	{phone}	{city}
{"name": "{name}", "company": "{org}", "city": "{city}"}
{"first_name": "{first}", "last_name": "{last}", "email": "{email}", "country": "{country}"}
{reversed} | {date} | {city}
{reversed} ({date})
{name} <{email}>
{name} ({org})
{name}, {job}
{name}, {job} at {org}
{name}, {city}
{name}
{city}, {country}
{city}, {state}
{name} is our new {job}.
{name} and {name} founded {org} in {city}.
{name} has been promoted to {job}.
{name} will be on leave until {date}.
{name} lives at {house} {street} in {city}.
{name}'s flight lands at {time}.
{name}'s phone number is {phone}.
{name}'s salary is {money} per year.
{first}'s car broke down near {city}.
{first} said that {first} would bring the cake.
{first} and {first} got married in {city}.
{first} told me {org} is hiring.
{first} is allergic to nuts.
{first} just moved here from {country}.
{first} can't make it, so {first} will step in.
{first} wants to know if the {adjective} {noun} is for sale.
{first} {last} of {org} emailed me about the {noun} project.
{last} v. {last}, decided {date}
{last} et al. (2015) showed a similar effect.
{last} and {last} (2008) disagree.
as shown by {last} (2011), prices fall
The plaintiff, {name}, resides in {city}.
The defendant {name} entered into an agreement with {org} on {date}.
This Agreement is made between {org} ("Company") and {name} ("Consultant").
This agreement is governed by the laws of {country}.
IN WITNESS WHEREOF, {org}¶By: {name}¶Title: {job}
The will of the late {name} names {first} as executor.
The suspect, {name}, was last seen on {street}.
The email from {first} was marked as spam.
The meeting with {org} is on {date}.
The invoice from {org} is {money}.
The {nat} embassy in {city} is closed.
The {org} website is down again.
The book by {name} is out of print.
The last album of {name} was recorded in {place}.
The mayor of {city}, {name}, opened the bridge.
The CEO of {org}, {name}, stepped down.
The director of {org} is {name}.
The winner is {name} from {country}!
The river flows through {city} and {city}.
The war in {place} goes on.
The population of {city} is about {num} thousand.
Congratulations {first}!
Happy birthday, {first}!
Good luck {first} and {first}
Hey {first}, how's it going?
hey {first} whats up
Hello {name}, thanks for reaching out.
Hi Team,¶Please note that {first} is out today.
Yes {first}, that is correct.
No, {first} left {org} last year.
Ask {first} about it.
Call {first} ASAP.
Tell {name} I said hi.
Meet {first} at {place} at {time}.
Met {name} for lunch, talked about {org}.
Lunch with {first} on Friday?
Interview with {name}, {job} at {org}
Photo by {name}
Written by {name}, {date}
By {name}
Posted by {first} on {date}
Re: {name} - contract renewal
RE: {org} / {org} merger
Subject: Visit of {name} to {city}
Notes from the call with {name} ({org}), {date}
Candidate {name} has {num} years of experience at {org} and {org}.
Applicant: {name}, currently living in {city}.
Education: {org}, {city}¶Experience: {job} at {org}
{job}, {org}, {city} (2015 - 2019)
My passport was issued in {country} and my name is spelled {name}.
My SSN is {id} and my name is {name}.
My IBAN is {id}, bank {org}, account in the name of {name}.
my name is {name} and i live in {city}
my name is {name}, i need help with order {id}
name: {name}, city: {city}, phone: {phone}
The password for {first}'s account is {id}.
Transfer {money} to {name} at {org}.
Send {money} to {first} please.
{first} owes {first} {money}.
Wire the deposit to {org}, {city}.
{org} charged me {money} on {date}.
{org} and {org} signed a deal.
{org} CEO {name} sold shares worth {money}.
{org} announced record profits.
{org} is based in {city}, {country}.
{org}'s customer service is terrible.
{org} vs {org}: who has the better plan?
How do I cancel my {org} subscription?
How do I get from {place} to {place} by train?
How far is {city} from {city}?
Directions to {house} {street}, {city}
Turn left onto {street} and continue to {street}.
The accident happened at the corner of {street} and {street}.
She studied at {org} before joining {org}.
He plays for {org}.
He was the {nat} ambassador to {country}.
He is {nat}, she is {nat}.
They fled from {country} to {country}.
They deliver to {country}, {country} and {country}.
We met {first} and her husband {first} in {city}.
We, {name} and {name}, agree to the terms.
We're going to {place} this summer with {first}.
We use {product} and {product} at {org}.
Working with {product} at {org} since 2019.
@{noun} thanks for the help, say hi to {first}
lol {first} is so right
omg just saw {name} at {place}!!
RT: {name} performing live in {city} tonight
Just landed in {city} :)
So proud of {name} and the whole {org} team
RIP {name}
Listening to {name}
Happy Thanksgiving from {first} and family
Merry Christmas, {first}!
See you in {city}, {first}.
Love,¶{first}
xoxo {first}
Yours truly,¶{name}
Sincerely yours,¶¶{name}¶Attorney at Law¶{org}
V/r,¶{name}
-- ¶{name}¶{org}
--¶{first}
/{first}
~ {first}
Thx, {first}
Talk soon,¶{first}
Warmly, {first}
Many thanks in advance,¶{name}
Hope this helps.¶{first}
Regards,¶¶{name}¶{job}¶{org} | {city}¶{phone} | {url}
CONFIDENTIAL¶Employee {name} (ID {id}) earned {money}.
DEAR {name}, YOUR ACCOUNT HAS BEEN SUSPENDED.
ATTN {name} - {org} - {city}
{first}, who is {age}, wants to study {noun} design in {city}.
Born in {city} in 1960, {name} moved to {country} as a child.
Having lived in {place} for years, {first} speaks {nat}.
While {first} was at {org}, {first} ran the shop.
After {name} left, {org} hired {name}.
Since {last} became {job}, revenue has doubled.
If {first} calls, tell her I'm out.
Unlike {org}, {org} offers free returns.
Between {city} and {city} there is no direct train.
Born and raised in {place}.
Live from {city}: {name}
Visit us at {house} {street}, {city} or call {phone}.
Visit {place}!
Welcome to {org}!
Welcome to {city}
`;

/** Sentences without any name: what stands capitalised in them is something else. */
export const ENGLISH_PLAIN = `
The quick summary is below. Please read it before the Meeting on Monday.
Getting Started¶¶Install the package and run the Setup Wizard.
How to Use This Guide
Name: {product}
Name: {product}¶Version: {num}¶License: MIT
Title: {product} User Guide
App: {product}, Browser: {product}
Table of Contents¶1. Introduction¶2. Installation¶3. Configuration
Terms and Conditions¶Privacy Policy¶Cookie Settings
Click Save, then choose Print from the File menu.
Open Settings and tap Privacy, then turn off Location Services.
Use {product} with {product} to deploy the App.
Why is {product} so slow on {product}?
How do I install {product} on {product}?
Does {product} support Dark Mode?
What is the difference between {product} and {product}?
{product} crashed when I opened {product}.
I updated {product} to version {num} and now Print Preview fails.
In {product}, press Ctrl+Shift+P and type Reload Window.
Error: Cannot read property of undefined
Warning: Deprecated function called
WARNING: DO NOT DELETE THIS FILE
NOTE: All fields marked with * are required.
To Do: Check the Edge Cases
INFO Starting server on port {num}
HTTP Error 404: Page Not Found
Internal Server Error
Bachelor of Science in Computer Science
Master of Business Administration
Happy New Year! Merry Christmas! Happy Easter!
See you on Monday or Tuesday in March.
Black Friday and Cyber Monday deals
The Lord is my shepherd; God bless you.
World War II ended in 1945. The Cold War began soon after.
The Industrial Revolution changed everything.
The Theory of Relativity and Quantum Mechanics
English, French and Spanish are spoken here; {nat} is not.
The {nat} team won the World Cup Final.
Chapter One: The Beginning
Dear Sir or Madam,
Dear Hiring Team,
Dear Colleagues,
Hi everyone,
Hi All,
Hello World
Hello there! Nice to meet you.
Thanks in advance!
Thanks Again,
Thank You
Best Regards,
Yours Sincerely
Kind Regards
To Whom It May Concern
Good Morning! Good Afternoon! Happy Friday!
Please Note: The Office Will Be Closed On Monday
Frequently Asked Questions
Contact Us | About Us | Log In | Sign Up
Add to Cart. Checkout. Track Your Order.
Total: {money}¶Tax: {money}¶Shipping: {money}
Item,Quantity,Price¶Blue Widget,{num},{money}¶Green Lamp,{num},{money}
| Feature | Status |¶| Export | Done |¶| Import | Open |
Name,Version,License¶React,18,MIT¶Lodash,4,MIT
Status: Open¶Priority: High¶Type: Bug¶Labels: Backend, Urgent
Q: What is Machine Learning? A: A branch of Artificial Intelligence.
Large Language Models can write Poetry and Code.
Explain the Pythagorean Theorem. Then explain Bayes Theorem.
My Mom and Dad are visiting. Grandma is coming too.
My Doctor said Vitamin D and Omega 3 help.
I have Type 2 Diabetes and High Blood Pressure. Is Ibuprofen safe?
The Patient was given Paracetamol and Amoxicillin.
Take Aspirin twice a day. Avoid Alcohol.
Diagnosis: Major Depressive Disorder¶Plan: Start Sertraline
Parkinson's disease and Alzheimer's disease differ.
Write a poem about Autumn. Make it rhyme.
Write a Short Story about a Dragon and a Knight.
Write a Python function that reads a CSV file.
Create a Marketing Plan for a Coffee Shop.
Summarize the following Text in Five Bullet Points.
Act as a Senior Software Engineer and review my Code.
You are a helpful Assistant. Answer in English.
Explain Like I Am Five
The Board approved the Budget. The Committee will meet again in May.
The Company shall pay the Consultant. The Agreement ends on {date}.
Section 5. Confidential Information means any Information disclosed by either Party.
WHEREAS, the Parties wish to enter into this Agreement;
ARTICLE II - DEFINITIONS
Human Resources, Finance and Legal must sign off.
Q3 Results: Revenue up, Costs down
KPI Dashboard and OKR Review
CEO, CFO and CTO salaries have gone up.
The CEO said that profits rose.
The Manager is not here today.
The Chairman of the Board resigned.
Mark my words. Will you come? May I ask? Grace and Hope matter. Bill me later.
Will the Bill pass? Mark the Date. Drew a picture. Rose early.
Frank discussions and Jack of all trades. Art is long. Rich people, Young people.
I like Apples and Oranges, but not Bananas.
I love Pizza, Sushi and Tacos.
My Dog is a Golden Retriever and my Cat is a Siamese.
My Honda broke down. Sold the Toyota.
Watching Game of Thrones and Breaking Bad tonight
Playing Minecraft on my Xbox
Reading Harry Potter again
LOL that was Awesome
OMG so Happy Right Now
Just finished my Homework
Can't wait for the Weekend
Why does my Cat stare at me?
How do I kill a process on {product}?
What is the Capital Gains Tax rate?
What Does This Error Mean?
Where can I find the Release Notes?
When is Labor Day?
Step 1: Preheat the Oven. Step 2: Mix Flour and Sugar.
Ingredients: Butter, Flour, Sugar, Eggs, Vanilla Extract
The Golden Gate is open. The Great Wall is long.
Standard Operating Procedure: Fire Safety
Risk Assessment Matrix (Likelihood, Impact)
User Story: As a User I want to reset my Password
Given a User, When they click Submit, Then show Success
class Person extends Human
import Button from Components
const Client = require('Client')
npm install {product}
MIT License¶¶Permission is hereby granted, free of charge
THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND
Copyright (c) 2020 The Authors. All Rights Reserved.
Version 2.0, January 2004
See Also: Debugging, Logging, Testing
Fixed a Bug in the Parser. Added Support for Unicode.
Removed Deprecated Methods. Improved Performance.
Breaking Changes¶Bug Fixes¶Features
Change Log¶Unreleased¶Added¶Changed¶Fixed
Usage: Run the Command with the Option Verbose
Parameters¶Returns¶Throws¶Example
Array, String, Number, Boolean, Object, Function, Promise
Model View Controller and Observer Pattern
Docker Compose and Kubernetes Ingress
Big Data and Cloud Computing
North, South, East and West
Spring, Summer, Autumn, Winter
Monday, Tuesday, Wednesday, Thursday, Friday
January, February, March, April, May, June, July, August
Mercury, Venus, Earth, Mars, Jupiter, Saturn
Iron, Copper, Gold and Silver
Red, Green, Blue
Vice President of Sales wanted
Senior Software Engineer (Remote)
Project Manager, Scrum Master, Product Owner
Order No. {id}¶Delivery Date: {date}
Invoice {id}¶Amount Due: {money}¶Due Date: {date}
Case Number: {id}
Meeting Minutes¶Action Items¶Next Steps
Agenda: Welcome, Updates, Questions
Executive Summary
Lessons Learned
Key Takeaways
Pros and Cons
Yes. No. Maybe. Okay. Sure. Great. Thanks. Sorry. Please.
However, this is not true. Therefore we stop. Moreover, it rains. Finally, rest.
Unfortunately the Package was lost. Hopefully it turns up.
Tell Me More. Let Me Know. Give Me a Break.
Find the Derivative. Solve for X. Let A be a Matrix.
Plan A failed. Plan B works. Group C starts. Vitamin B is fine.
The letter A comes before B. Section C applies.
`;
