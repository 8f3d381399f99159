/** Sentences to fill, German. One a line; ¶ is a new line. Written for this purpose. */
export const GERMAN = `
Hallo, ich bin {name} und habe eine Frage zu meiner Bestellung {id}.
Hallo, mein Name ist {name}, meine Kundennummer lautet {id}.
Guten Tag, hier spricht {name} von der {org}.
Guten Morgen, ich heiße {name} und wohne in {city}.
ich heiße {name}, bin {age} jahre alt und komme aus {city}
ich bin {first} und suche eine wohnung in {city}
Sehr geehrter Herr {last},¶vielen Dank für Ihre Anfrage.¶Mit freundlichen Grüßen¶{name}
Sehr geehrte Frau {last},¶anbei erhalten Sie die Rechnung Nr. {id}.¶Freundliche Grüße¶{name}¶{org}
Sehr geehrte Frau Dr. {last}, sehr geehrter Herr {last},
Sehr geehrte Damen und Herren,¶hiermit kündige ich meinen Vertrag.¶Mit freundlichen Grüßen¶{name}
Sehr geehrter Herr Prof. Dr. {last}, anbei die Unterlagen aus {city}.
Liebe {first},¶danke für deine Nachricht.¶Liebe Grüße¶{first}
Lieber {first}, kannst du bitte {name} anrufen?
Hallo {first}, hast du schon mit {first} gesprochen?
Hi {first}, anbei die Folien. Viele Grüße, {first}
Viele Grüße aus {city}¶{first}
Beste Grüße¶¶{name}¶{job}¶{org}¶{street} {house}¶{zip} {city}
Herr {last} hat gestern angerufen.
Herr {name} wohnt in der {street} {house} in {city}.
Frau {last} arbeitet seit 2010 bei {org}.
Frau {name} wurde zum 1. April gekündigt.
Frau {last} bittet um Rückruf unter {phone}.
Bitte rufen Sie Frau {last} zurück.
Bitte rufen Sie Herrn {last} unter {phone} an.
Bitte leiten Sie das an {name} weiter.
Bitte schreiben Sie eine Mahnung an {name}, {street} {house}, {city}.
Bitte auf das Konto von {name} überweisen, IBAN {id}.
Schreibe eine Kündigung an {org} in {city}.
Schreibe ein Arbeitszeugnis für {name}, {job} bei der {org}.
Schreib eine Geburtstagskarte für {first}, sie wird {age}.
Übersetze den Brief von {name} ins Englische.
Fasse das Gespräch zwischen {name} und {name} zusammen.
Mein Kollege {first} aus {city} übernimmt das Projekt.
Meine Kollegin {name} ist bis {date} im Urlaub.
Mein Chef, {name}, hat den Antrag abgelehnt.
Mein Mann {first} und ich ziehen nach {city}.
Meine Frau {first} ist in {city} geboren.
Meine Tochter {first} geht in die dritte Klasse.
Mein Sohn {first} hat Fieber.
Mein Vermieter {name} antwortet nicht.
Mein Nachbar {name} arbeitet bei {org}.
Meine Mutter {first} lebt in {country}.
Der Patient {name}, geboren am {date}, wurde stationär aufgenommen.
Die Patientin {name} klagt über Kopfschmerzen.
Patient: {reversed}¶Geburtsdatum: {date}¶Station: 4
Der Mieter {name} hat die Miete nicht bezahlt.
Der Zeuge {name} sagte aus, er habe {last} gesehen.
Der Geschäftsführer der {org}, {name}, trat zurück.
Der {job} {name} kommt aus {city}.
Die {org} hat ihren Sitz in {city}.
Die Firma {org} hat {name} eingestellt.
Die Rechnung der {org} beträgt {money}.
Der Vertrag zwischen {org} und {name} endet am {date}.
Das Treffen mit {org} findet in {city} statt.
Das Auto gehört {name} aus {city}.
Wo wohnt {name}?
Wer ist {name}?
Wie komme ich von {city} nach {city}?
Wann fährt der nächste Zug nach {city}?
Was kostet ein Flug von {city} nach {place}?
Hat {first} schon geantwortet?
Kennst du {name}?
Kann {first} am Montag kommen?
{first} und {first} heiraten in {city}.
{first} hat gesagt, dass {first} krank ist.
{first} meldet sich morgen bei dir.
{name} wohnt in {city} und arbeitet bei {org}.
{name}, {age}, aus {city}
{name}, geboren am {date} in {city}
{name} ist unser neuer {job}.
{name} ({org})
{reversed}, {city}
{last} erklärte, die Zahlen seien gut.
{city} - Die {org} streicht {num} Stellen.
{org} eröffnet eine Filiale in {city}.
Ich arbeite bei {org} in {city}.
Ich war bei {org}, jetzt bin ich bei {org}.
Ich habe mit {name} von {org} gesprochen.
Ich fahre morgen nach {city} zu {first}.
Ich komme aus {city}, wohne aber in {place}.
Wir treffen {first} am Bahnhof in {city}.
Wir haben {name} als {job} eingestellt.
Er wohnt seit 2015 in der {street} in {city}.
Sie ist {nat} und lebt in {country}.
Name: {name}¶Straße: {street} {house}¶Ort: {zip} {city}¶Telefon: {phone}
Vorname: {first}¶Nachname: {last}¶Wohnort: {city}
Kunde: {name}¶Bestellnummer: {id}
Ansprechpartner: {name}, Tel. {phone}
Geschäftsführer: {name}, Amtsgericht {city} HRB {id}
Arbeitgeber: {org}, {city}
Kontoinhaber: {name}¶IBAN: {id}¶Bank: {org}
Empfänger: {org}¶Verwendungszweck: Rechnung {id}
Vorname;Nachname;Ort¶{first};{last};{city}¶{first};{last};{city}
Teilnehmer: {name}, {name} und {name}
Anwesend: {first}, {first}, {first}
Von: {name} <{email}>¶An: {name} <{email}>¶Betreff: Angebot
Am {date} schrieb {name} <{email}>:
Steuer-ID {id}, {name}, wohnhaft in {street} {house}, {city}
Führerschein ausgestellt in {city} für {name}
Reisepass {id}, {name}, Flug nach {city}
Der Brief ging an {name} in {country}.
Grüß {first} von mir!
Danke {first}!
Alles Gute zum Geburtstag, {first}!
`;

/** Sentences without any name: German writes every noun with a capital. */
export const GERMAN_PLAIN = `
Die Rechnung ist am Montag fällig, bitte prüfen Sie den Betrag und die Lieferung.
Der Kunde hat eine Beschwerde über den Service eingereicht.
Wie schreibe ich eine Bewerbung für einen Ausbildungsplatz?
Wie hoch ist die Kündigungsfrist für eine Mietwohnung?
Bitte fassen Sie den folgenden Text in drei Sätzen zusammen.
Schreibe ein Gedicht über den Herbst und den Wind im Wald.
Erkläre mir den Unterschied zwischen Aktien und Anleihen.
Erstelle eine Tabelle mit den Spalten Datum, Menge und Preis.
Das Haus hat einen Garten, eine Garage und einen Keller.
Der Arzt empfiehlt Ruhe, Tee und viel Schlaf.
Die Patientin nimmt Ibuprofen gegen Kopfschmerzen.
Der Vertrag endet mit Ablauf des Jahres.
Die Geschäftsführung hat das Budget genehmigt.
Im Januar war der Umsatz höher als im Februar.
Am Freitag ist das Büro geschlossen.
Für die Installation benötigen Sie einen Computer mit Internetzugang.
Klicken Sie auf Speichern und dann auf Schließen.
Öffnen Sie die Einstellungen und wählen Sie Datenschutz.
Kann {product} auch Excel-Dateien öffnen?
Warum ist {product} so langsam?
Fehlermeldung: Zugriff verweigert
Der Server antwortet nicht auf die Anfrage.
Die Datenbank speichert alle Benutzer und Rollen.
Sehr geehrte Damen und Herren,
Mit freundlichen Grüßen
Viele Grüße und ein schönes Wochenende
Guten Tag, ich habe eine Frage zur Lieferung.
Guten Morgen zusammen,
Liebe Kolleginnen und Kollegen,
Hallo Team, hallo zusammen
Hallo, ich brauche Hilfe beim Passwort.
Vielen Dank für Ihre Hilfe und Ihre Geduld.
Allgemeine Geschäftsbedingungen¶Impressum¶Datenschutzerklärung
Inhaltsverzeichnis¶Einleitung¶Grundlagen¶Fazit
Anlage: Lebenslauf, Zeugnisse
Betreff: Kündigung des Vertrags
Zutaten: Mehl, Zucker, Butter, Eier, Milch
Straße, Hausnummer, Postleitzahl, Ort
Name, Vorname, Geburtsdatum, Anschrift
Steuernummer, Umsatzsteuer, Finanzamt
Die Bundesregierung plant eine Reform der Rente.
Das Gesetz tritt im Sommer in Kraft.
Die Schüler lernen Mathematik, Physik und Chemie.
Mein Auto springt bei Kälte nicht an.
Meine Katze frisst kein Trockenfutter.
Meine Mutter hat Geburtstag, mein Vater auch.
Meine Freundin mag Blumen und Schokolade.
Mein Chef will den Bericht bis Donnerstag.
Ein Azubi, ein Meister und ein Geselle arbeiten in der Werkstatt.
Welche Unterlagen brauche ich für den Antrag auf Elterngeld?
Was ist der Sinn des Lebens? Gibt es ein Leben nach dem Tod?
Der Lehrer, die Ärztin, der Richter und die Zeugin
Adresse: siehe Rückseite
Telefon: nach Vereinbarung
Sozialversicherungsnummer {id}
Die Versichertennummer lautet {id}.
Wohnung, Zimmer, Küche, Bad, Balkon
Liste der Aufgaben für Montag: Einkaufen, Putzen, Kochen
Version {num} behebt einen Fehler beim Export.
`;

/** Sentences of words: German puts a capital on every noun, and in front of it a small word or none. */
export const GERMAN_NOUNS_PLAIN = `
Der {cap} {word} {word} und die {cap} ist {word}.
Die {cap} mit dem {cap} für den {cap} und das {cap}.
{cap} und {cap} sind {word}, aber nicht die {cap}.
Wie viele {cap} hat der {cap} auf der {cap}?
Das {cap} ist {num} {cap} lang und {num} {cap} breit.
Schreibe einen {cap} über {cap} und {cap} in {num} {cap}.
Ein {cap} aus {cap}, eine {cap} von {num} {cap} und zwei {cap}.
Was ist der Unterschied zwischen {cap} und {cap}?
Im {cap} steht, dass {cap} und {cap} zur {cap} werden.
Bitte prüfen Sie {cap}, {cap} und {cap} der {cap}.
Erkläre die {cap} in einfachen {cap} für {cap}.
- {cap} und {cap}¶- {cap} der {cap}¶- {cap}
{cap}: {num} {cap}, {cap}: {num} {cap}
Nach dem {cap} kommt der {cap}, vor der {cap} das {cap}.
Vor {num} {cap} war die {cap} ohne {cap}.
Fülle die {cap} und den {cap} bis zur {cap} aus.
Welche {cap} braucht man für eine {cap} mit {cap}?
`;
