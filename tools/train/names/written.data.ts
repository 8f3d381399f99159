/**
 * Sentences to measure with, never to train with: written by hand, names marked as `[P|...]`, `[L|...]`, `[O|...]`.
 * One text a line; ¶ is a new line.
 */
export const WRITTEN = `
Morning all, quick heads up that [P|Priyanka] is off sick and [P|Dave Thornbury] will cover the stand-up.
Could somebody from payroll ring [P|Oluwaseun Adebayo-Price] on the mobile number below? Her March slip is wrong.
Hey [P|Bart], attached is the draft [P|Marijke] and I put together last night. Let me know what [P|Ruud] thinks.
I bumped into [P|Szymon Wrzesniewski] outside the [O|Tesco] on [L|Harrow Road] and he said the flat is sold.
[P|Tomasz], [P|Ines] and I are flying into [L|Malaga] on Thursday, then renting a car to [L|Ronda].
We have hired [P|Nkechi Umeh] from [O|Brightwater Capital] to run the [L|Lagos] desk.
Our tenant [P|Graham Pettifer] has not paid since January and Mrs [P|Pettifer] no longer picks up the phone.
my sister in law [P|yolanda] works nights at [O|St Bartholomew's Hospital] so she can't babysit
The lease between [O|Kestrel Property Holdings Ltd] and [P|Aurelio Fontana] ends in June.
Can you write a thank-you note to Ms [P|Hatzigeorgiou] for the donation to [O|Save the Otters]?
Is [O|Monzo] down? My card got declined in [L|Leeds] twice today.
[P|Ferreira, Joao Pedro] 14/05/1988 [L|Porto]
Subject: Re: visa paperwork¶¶Hello [P|Hyejin],¶¶[P|Rafael] forwarded me the scan, but page two is cut off. Can you re-send before noon?¶¶Thanks,¶[P|Caroline]
The witness, a retired plumber called [P|Norman Eccles], told the court that he had seen [P|Whitfield] leave by the back door.
Honestly I think [P|Keira] is the best candidate. [P|Lwazi] interviewed well too but wants to stay in [L|Durban].
According to the discharge summary, [P|Ahlström] is allergic to penicillin and lives alone in [L|Uppsala].
Does anybody here know how [O|Lloyds] handles joint accounts after a divorce?
The keynote was given by [P|Chiara Bellandi] of the [O|University of Trento].
Last Tuesday Mr [P|Okonjo] signed the papers at our [L|Bristol] branch.
Reminder: dentist with Dr. [P|Vashti Ramgoolam], 3:15 pm, bring the insurance card from [O|Bupa].
I grew up in [L|Kansas], moved to [L|Portland] when I was nine and have never been back.
Ask [P|Beni] whether the invoice from [O|Hartmann Logistik GmbH] has been booked.
[P|Fatoumata Sissoko], 34, [L|Bamako]; [P|Lars-Erik Holm], 51, [L|Malmo]; [P|Quentin Dubois], 29, [L|Lille]
Employee: [P|Thandiwe Maseko]¶Line manager: [P|Gareth Pugh]¶Site: [L|Swansea]¶Employer: [O|Penderyn Foods plc]
Please translate the birth certificate of [P|Xiomara Quispe Mamani], issued in [L|Cochabamba], into English.
From: [P|Bronagh McAteer]¶To: [P|Willem Jansen]¶Cc: [P|Olga Petrenko]¶Subject: Cable order¶¶[P|Willem],¶¶as discussed with [P|Olga], we take 400 metres.¶¶[P|Bronagh]
yo its [P|marcus] from unit 4b, the boiler is leaking again
I am [P|Ioana Dragomirescu] and my parcel from [O|Zalando] never turned up.
Who won the match between [O|Ajax] and [O|Feyenoord] yesterday?
The suspect fled from [L|Marseille] to [L|Algeria], [O|Interpol] said on Friday.
[P|Angela] said the budget is fine; [P|Piotr] disagrees. I side with [P|Piotr].
Write a farewell speech for my boss [P|Reinhold Achterberg], who is retiring after 31 years at [O|Miele].
Why did [P|Tolstoy] and [P|Dostoevsky] never meet?
Plan a four day trip to [L|Kyoto] and [L|Osaka] in April for two adults.
What is the tallest building in [L|Dubai]?
Her lawyer, [P|Sinead Gallagher] of [O|Gallagher & Finch], asked for another week.
The late Baroness [P|Wolstencroft] left the paintings to the [O|Ashmolean Museum].
On Mon, 3 Feb 2020 at 10:12, [P|Katrin Brandstetter] <k.brandstetter@alpenpost.at> wrote:¶> Hi [P|Joel],¶> sure, Tuesday works.
Hi there, I'm [P|Abdulkadir Yilmaz], can you raise the limit on my card ending 4417?
NAME: [P|MARGARET O'DONOGHUE]   DOB: 12/02/1951   WARD: C3   CONSULTANT: DR [P|SINGH]
The parents of [P|Noah] and [P|Emilia] complained about the new teacher, Herr [P|Lindner].
If [P|Jolene] rings, tell her that the keys are with Mr [P|Abernathy] in number 12.
We compared offers from [O|Vodafone], [O|Orange] and a small firm called [O|Netzwerk Nord].
Meeting notes: [P|Femke] to draft the memo, [P|Sanjeev] to call the bank, [P|Lucia] out until Monday.
The flood destroyed most of [L|Rangamati] and parts of [L|Chittagong].
[P|Ren Takeda] joined us from [O|Fujitsu] in [L|Osaka] last spring.
I told [P|Hugo] to bring wine and [P|Esmeralda] is doing dessert.
My grandmother [P|Apolonia Wisniewska] was born in [L|Lwow] in 1923.
Could you check whether [P|Desmond K. Ofori] still holds shares in [O|Takoradi Gold Ltd]?
Thanks [P|Mei-Ling], much appreciated. [P|Arjun] will pick it up from here.
The council in [L|Aberdeen] rejected the plan put forward by [O|Balmoral Homes].
[P|Yusuf]'s brother [P|Idris] lives in [L|Bradford] and drives for [O|DPD].
To whom it may concern: [P|Hanne Vestergaard] was employed with us from 2014 to 2019 as a lab technician.
Patient is a 67 y/o male, [P|Leroy Baptiste], referred by Dr. [P|Ngozi Eze] with shortness of breath.
Can you proofread my cover letter for the opening at [O|Doctors Without Borders]?
I'm moving from [L|Ghent] to [L|Antwerp] and need to change my address with [O|KBC].
The coach, [P|Emeka], said that [P|Lindqvist] would miss the final against [L|Norway].
Sir [P|Alistair Dunmore] opened the new wing of [O|Royal Infirmary of Edinburgh].
Feel free to ask [P|Zsofia] or me. Best, [P|Oisin]
Ich bin [P|Friederike Holzapfel] und habe mein Passwort vergessen.
Sehr geehrter Herr Dr. [P|Wachtmeister], anbei die Rechnung der [O|Stadtwerke Gera].
Bitte rufen Sie Frau [P|Tschirner] unter der Nummer 0351 4477 zurück.
Mein Kollege [P|Enrico Pohl] aus [L|Chemnitz] übernimmt das Projekt ab Mai.
Der Mieter [P|Hakan Özdemir] wohnt seit 2015 in der [L|Goethestraße] 12 in [L|Kassel].
Wann fährt der nächste Zug von [L|Ulm] nach [L|Rostock]?
Liebe [P|Antje],¶danke für die Unterlagen. [P|Jörg] meldet sich morgen.¶Viele Grüße¶[P|Silke]
Die Firma [O|Krause & Söhne GmbH] hat [P|Ute Wagenknecht] zum 1. April gekündigt.
Bonjour, je m'appelle [P|Mathilde Vasseur] et j'habite à [L|Besançon].
Monsieur [P|Lefrançois] travaille chez [O|Michelin] depuis dix ans.
Pouvez-vous envoyer le contrat à [P|Thibault Garnier], notre avocat à [L|Nantes] ?
Chère [P|Solène], merci pour ton message. [P|Yannick] arrive samedi.
La société [O|Boulanger Frères] a licencié [P|Nadège Roussel] le 3 mai.
Hola, soy [P|Remedios Carrasco] y quiero cancelar mi pedido.
El paciente [P|Anselmo Ibarra], de 54 años, ingresó en el [O|Hospital de la Merced].
Mi hermana [P|Begoña] vive en [L|Zaragoza] y trabaja en [O|Mercadona].
Estimado señor [P|Urrutia], le adjunto la factura de marzo.
Buongiorno, sono [P|Ludovica Passalacqua] e non riesco ad accedere.
Il signor [P|Tagliaferri] abita a [L|Bergamo] e lavora per la [O|Brembo].
Gentile dottoressa [P|Scognamiglio], le invio gli esami di [P|Ettore].
Goedemiddag, mijn naam is [P|Sjoerd Hoekstra] en ik woon in [L|Zwolle].
Beste [P|Annelies], kun je [P|Pieter van den Broek] bellen over de offerte van [O|Bouwbedrijf Kooistra]?
Mevrouw [P|De Graaf] werkt bij de [O|Rabobank] in [L|Breda].
How can I sort a list of dictionaries by key in Python?
Explain the difference between TCP and UDP to a beginner.
Summarise the French Revolution in five bullet points.
Give me a recipe for Chicken Tikka Masala without cream.
Our Quarterly Business Review is on Thursday; Marketing and Legal will join by Zoom.
The Kubernetes Ingress returns Bad Gateway after the Helm upgrade.
Why does Excel show ##### in my Total column?
Please rephrase: The Supplier shall deliver the Goods within thirty Days of the Order.
Die Rechnung ist am Montag fällig, bitte prüfen Sie den Betrag und die Lieferung.
Wie schreibe ich eine Bewerbung für eine Ausbildung zum Mechatroniker?
Write a haiku about Winter and the Northern Lights.
I need a Mother's Day card text that mentions roses and breakfast.
Fix the grammar: Me and my Friend was going to the Cinema on Saturday.
Is Vitamin D useful against the Common Cold? My Doctor says no.
# Release Notes¶## Breaking Changes¶- Drop support for Node 16¶- Rename Button to Action
What are the Pros and Cons of a Heat Pump versus Gas Heating?
`;
