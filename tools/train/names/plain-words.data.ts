/** Words to fill sentences with, and names of cultures the packages have few of. */
import type { Culture } from './pools.ts';

const split = (text: string) => text.split(' ');
const list = (text: string) => text.split('|');

export const WORDS = {
  adjectives: list(
    'Blue|Green|Red|Golden|Silver|Bright|Happy|Smart|Rapid|Global|United|Northern|Southern|Pacific|Atlantic|Alpine|Modern|Classic|Royal|Premier|First|Urban|Digital|Clear|Pure|Strong|Swift|Summit|Prime|True|Open|Grand|Central|National|General|Advanced|Integrated|Creative|Perfect|Total',
  ),
  nouns: list(
    'Oak|River|Mountain|Harbor|Bridge|Stone|Lion|Eagle|Falcon|Bear|Wolf|Fox|Star|Moon|Sun|Sky|Cloud|Ocean|Lake|Forest|Garden|Rose|Lotus|Maple|Cedar|Pine|Castle|Tower|Anchor|Compass|Lantern|Pixel|Signal|Orbit|Vector|Spark|Phoenix|Dragon|Tiger|Horizon|Meadow|Valley|Crown|Shield|Arrow|Copper|Iron|Granite|Cobalt|Amber|Boar|Barrel|Kettle|Bean|Acorn|Pebble',
  ),
  fields: list(
    'Health|Media|Foods|Energy|Logistics|Consulting|Software|Technologies|Systems|Solutions|Insurance|Finance|Financial|Capital|Bank|Motors|Airlines|Pharmaceuticals|Pharma|Electronics|Industries|Construction|Engineering|Design|Studio|Studios|Marketing|Education|Travel|Travels|Books|Records|Partners|Ventures|Holdings|Labs|Robotics|Security|Telecom|Networks|Analytics|Services|Pub|Cafe|Bakery|Bistro|Hotel|Fitness|Pharmacy|Clinic|Realty|Outfitters|Stores|Markets|Auto Parts|Hardware|Jewelers|Furniture|Toys',
  ),
  suffixes: list(
    'Inc|Inc.|Ltd|Ltd.|LLC|Corp|Corp.|Corporation|GmbH|AG|SE|KG|GmbH & Co. KG|S.A.|SA|SAS|SARL|S.r.l.|S.p.A.|B.V.|N.V.|PLC|plc|LLP|Co.|Company|Limited|Pty Ltd|SL|Oy|AB|A/S',
  ),
  products: list(
    'Windows|iPhone|Android|Excel|Outlook|Word|PowerPoint|Chrome|Firefox|Safari|Photoshop|Kubernetes|Docker|Python|Java|JavaScript|TypeScript|React|Angular|Postgres|MySQL|Redis|Jira|Confluence|Teams|ChatGPT|Claude|Gemini|Copilot|Alexa|Siri|Kindle|PlayStation|Xbox|Model 3|Corolla|Golf|Galaxy|Pixel|MacBook|ThinkPad|Ubuntu|Debian|Git|Node|Linux|Terraform|Jenkins|Kafka|Spark|Hadoop|Tableau|Power BI|SharePoint|OneDrive|Gmail|Webpack|Babel|Vite|Deno|Bun|Chai|Mocha|Jest|Vitest|Rollup|esbuild|Node.js|CommonJS|ESLint|Prettier|Biome|Unicode|Chromium|JSDOM|WebDriver|Playwright|Cypress|Puppeteer|Express|Fastify|Koa|Hono|Next.js|Nuxt|Svelte|Vue|Vue.js|Ember|Backbone|jQuery|Lodash|Underscore|Axios|GraphQL|Apollo|Relay|Prisma|Drizzle|Kysely|MongoDB|Mongoose|PostgreSQL|SQLite|MariaDB|Elasticsearch|Solr|Lucene|Cassandra|RabbitMQ|Nginx|Apache|Tomcat|Jetty|Spring|Hibernate|Maven|Gradle|Kotlin|Scala|Swift|Rust|Cargo|Go|Golang|Ruby|Rails|Perl|PHP|Laravel|Symfony|Django|Flask|FastAPI|Pandas|NumPy|SciPy|PyTorch|TensorFlow|Keras|Jupyter|Matplotlib|Bash|Zsh|PowerShell|Vim|Emacs|Neovim|VS Code|Visual Studio|IntelliJ|Xcode|Eclipse|Fedora|Arch|Alpine|CentOS|FreeBSD|GNOME|KDE|Wayland|Homebrew|Chocolatey|Ansible|Puppet|Chef|Vagrant|Helm|Istio|Prometheus|Grafana|Datadog|Sentry|Travis|CircleCI|GitHub Actions|GitLab|Bitbucket|Mercurial|Subversion|Figma|Sketch|Notion|Trello|Asana|Zendesk|HubSpot|Mailchimp|Shopify|WordPress|Drupal|Joomla|Magento|Unity|Unreal|Blender|Markdown|LaTeX|YAML|TOML|Avro|Parquet|Protobuf|Thrift|Bluetooth|Wi-Fi|Ethernet|Zigbee|Java EE|Internet Explorer|Edge|Opera|Brave|Windows Server|Active Directory|Exchange|Azure|AWS Lambda|BigQuery|Snowflake|Databricks|Looker|Power Automate|Raspberry Pi|Arduino|Chromecast|AirPods|Apple Watch|Fitbit|Roomba|Camry|Civic|Mustang|Prius|Polo|Instagram|WhatsApp|TikTok|YouTube',
  ),
  abbreviations: split(
    'API HTTP HTTPS TCP UDP IP DNS VPN SSH SSL TLS FTP SQL CSV XML JSON HTML CSS PDF URL URI UUID GUID USB GPU CPU RAM SSD GPS SMS MMS SIM IMEI MAC VLAN LAN WAN NAT DHCP SMTP IMAP OAuth JWT SAML SSO MFA PIN PUK ATM CVV CVC IBAN BIC SWIFT ABA ACH SEPA VAT TIN SSN ITIN EIN NPI DEA MBI MRN DOB NHS NINO NIE NIF CIF DNI CUIT CUIL RUT RFC CURP CPF CNPJ RG BSN KvK AOW PESEL NIP REGON CNP CUI OIB JMBG EGN HETU SIREN SIRET NIR INSEE AVS AHV UID TFN ABN ACN IRD PAN UAN EPF GSTIN NRIC FIN HKID ID VIN PO FAQ CEO CFO CTO COO HR PR IT QA UI UX KPI OKR ROI B2B B2C CRM ERP SLA NDA LLC GDPR HIPAA ISO ECG EKG MRI CT BMI COPD ADHD PTSD HIV DNA RNA PCR IV BP HR ICU ER GP AI ML LLM NLP OCR RAG MCP SDK IDE CLI GUI OS PC TV DVD LED LCD AC DC MBA PhD BSc MSc AM PM UTC GMT EST PST CET ASAP FYI TBD ETA DIY RSVP PS NB AKA',
  ),
  months: {
    en: split('January February March April May June July August September October November December'),
    de: split('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    fr: split('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    es: split('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
    it: split('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    nl: split('januari februari maart april mei juni juli augustus september oktober november december'),
  } as Record<string, string[]>,
  weekdays: {
    en: split('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
    de: split('Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'),
    fr: split('lundi mardi mercredi jeudi vendredi samedi dimanche'),
    es: split('lunes martes miércoles jueves viernes sábado domingo'),
    it: split('lunedì martedì mercoledì giovedì venerdì sabato domenica'),
    nl: split('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
  } as Record<string, string[]>,
};

export const DEMONYMS: Record<string, string[]> = {
  en: split(
    'American British German French Spanish Italian Dutch Polish Russian Ukrainian Turkish Greek Swedish Norwegian Danish Finnish Portuguese Brazilian Mexican Canadian Australian Indian Chinese Japanese Korean Vietnamese Nigerian Kenyan Egyptian Moroccan Israeli Iranian Pakistani Irish Scottish Welsh Swiss Austrian Belgian Czech Hungarian Romanian Catholic Muslim Jewish Christian Buddhist Hindu Republican Democrat European African Asian Arab Latino',
  ),
  de: split(
    'Deutscher Deutsche deutsch Türke türkisch Pole polnisch Franzose Italiener Österreicher Schweizer katholisch evangelisch muslimisch Russe Spanier Niederländer Engländer Amerikaner',
  ),
  fr: split(
    'français française allemand allemande espagnol italienne belge suisse marocain algérienne Français Allemands Américains catholique musulmane Anglais',
  ),
  es: split('español española alemán francesa mexicano argentina colombiano católica musulmán Españoles italiano'),
  it: split('italiano italiana tedesco francese spagnola rumeno albanese cattolica musulmano inglese americano'),
  nl: split('Nederlander Nederlandse Duitse Belgische Franse Turkse Marokkaanse Engelse katholiek Amerikaanse Poolse'),
};

export const JOBS: Record<string, string[]> = {
  en: list(
    'engineer|teacher|nurse|Software Engineer|Sales Manager|Product Manager|accountant|lawyer|Senior Developer|HR Business Partner|Data Analyst|CEO|CTO|CFO|Head of Marketing|Vice President|project manager|electrician|Customer Success Manager|Director of Operations|Account Executive|intern|Chief of Staff|Office Manager|designer',
  ),
  de: list(
    'Ingenieur|Lehrerin|Geschäftsführer|Geschäftsführerin|Leiter Vertrieb|Projektleiterin|Sachbearbeiter|Buchhalterin|Vorstand|Prokurist|Arzt|Krankenschwester',
  ),
  fr: list(
    'ingénieur|directeur général|responsable des ventes|infirmière|comptable|avocate|chef de projet|professeur|directrice des ressources humaines',
  ),
  es: list('ingeniero|directora general|profesor|enfermera|abogado|contable|jefe de proyecto|gerente de ventas'),
  it: list(
    'ingegnere|amministratore delegato|responsabile vendite|infermiera|avvocato|ragioniere|insegnante|direttrice',
  ),
  nl: list('ingenieur|directeur|verpleegkundige|docent|accountant|advocaat|projectleider|verkoopmanager'),
};

export const PLACES: readonly string[] = list(
  'USA|US|U.S.|United States|UK|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|EU|Europe|Africa|Asia|South America|Middle East|Latin America|Scandinavia|Balkans|Bavaria|Bayern|Brittany|Tuscany|Catalonia|Andalusia|Silicon Valley|Wall Street|Manhattan|Brooklyn|Queens|Hollywood|Harlem|Soho|Kreuzberg|Montmartre|London|New York|NYC|LA|Los Angeles|San Francisco|SF|Washington|Washington, DC|D.C.|Chicago|Boston|Seattle|Austin|Dallas|Houston|Miami|Las Vegas|Paris|Berlin|Munich|München|Köln|Cologne|Vienna|Wien|Zürich|Geneva|Genève|Rome|Roma|Milan|Milano|Naples|Venice|Florence|Madrid|Barcelona|Seville|Lisbon|Amsterdam|Rotterdam|The Hague|Den Haag|Brussels|Bruxelles|Copenhagen|Stockholm|Oslo|Helsinki|Warsaw|Prague|Budapest|Athens|Istanbul|Moscow|Kyiv|Tel Aviv|Dubai|Mumbai|Delhi|Bangalore|Tokyo|Kyoto|Beijing|Shanghai|Hong Kong|Singapore|Sydney|Melbourne|Auckland|Cairo|Lagos|Nairobi|Cape Town|Johannesburg|Rio|São Paulo|Buenos Aires|Mexico City|Toronto|Vancouver|Montreal|California|Texas|Florida|Ohio|Oregon|Virginia|Georgia|Illinois|NJ|CA|TX|NY|FL|Pacific Ocean|Atlantic|Mediterranean|Lake Michigan|Lake Geneva|Mount Everest|the Alps|Rocky Mountains|Grand Canyon|Central Park|Hyde Park|Times Square|Trafalgar Square|Heathrow|JFK|Gatwick|Rhine|Danube|Thames|Nile|Amazon River|Gaza|West Bank|Crimea|Kashmir|Tibet|Siberia|Alaska|Hawaii|Puerto Rico|Bermuda|Majorca|Mallorca|Sicily|Crete|Corsica',
);

function pinyin(): string[] {
  const syllables = split(
    'wei fang ming jing li yan jun hui xia yu lin hong mei ling xin yi bo hao jie tao lei qiang peng xue ying zhen shan rong feng chen kai yang ning shu wen hua zhi guo dong ping qing ting na dan min',
  );
  const names: string[] = [];
  syllables.forEach((one, i) => {
    names.push(one);
    for (let j = 1; j < 6; j += 1) names.push(one + syllables[(i * 7 + j * 11) % syllables.length]!);
  });
  return names.map(title);
}

function title(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const titles = (text: string) => split(text).map(title);

export const EXTRA_CULTURES: readonly Culture[] = [
  {
    id: 'chinese',
    given: pinyin(),
    surnames: titles(
      'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang feng deng han cao zeng peng xiao cai pan tian dong yuan yu jiang du ye cheng wei su lu ding ren shen yao jin fan fang shi tan liao zou xiong lai meng qin qiu hou jia xia bai gu mao hao long wan duan qian dai yin kong shao kwok wong chan cheung leung lam chow ng tsang yeung kwan',
    ),
  },
  {
    id: 'japanese',
    given: titles(
      'haruto yuto sota yuki hayato haruki ryusei koki sora riku takumi kenji hiroshi takashi akira makoto daisuke satoshi kazuki shota naoki ren kaito tsubasa kenta yusuke masashi tetsuya shinji osamu yoko yumi keiko hina yui aoi sakura rin miyu mei mio yuna hana akari nanami misaki haruka ayaka megumi emi naomi mariko tomoko sachiko chiyo kaori rika noriko asuka mayumi ichiro jiro saburo takeshi shigeru minoru',
    ),
    surnames: titles(
      'sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito yamazaki mori ikeda hashimoto abe ishikawa ogawa okada hasegawa fujita goto kondo murakami endo aoki sakamoto nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita hara shibata sakai kudo yokoyama miyazaki miyamoto uchida takagi ando taniguchi maruyama imai',
    ),
  },
  {
    id: 'korean',
    given: list(
      'Min-jun|Seo-yeon|Ji-hoon|Ji-woo|Hyun-woo|Soo-jin|Eun-ji|Young-ho|Sang-woo|Hye-jin|Yuna|Minho|Jisoo|Jimin|Taehyung|Seojun|Dong-hyun|Kyung-soo|Mi-sook|Sung-min|Jin-ho|Jae-won|Ha-eun|Yeon-woo|Do-yun|Seung-hyun|Chae-won|Bo-ra',
    ),
    surnames: titles(
      'kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song yoo hong ryu moon son bae baek heo nam noh',
    ),
  },
  {
    id: 'arabic',
    given: titles(
      'mohammed muhammad ahmed mahmoud ali hassan hussein omar khaled youssef yusuf ibrahim mustafa abdullah abdul karim tariq tarek samir rashid faisal saleh salim nasser hamza bilal jamal kamal walid ziad rami fadi marwan anwar adel bassam ghassan imad nabil osama usama sami fatima aisha khadija mariam maryam zainab noor nour layla leila amina salma rania hala dina yasmin yasmine huda samira nadia rasha lina hanan farah dalia reem amal sahar mona zahra khalid hisham',
    ),
    surnames: list(
      'Al-Hassan|Al-Rashid|Al-Masri|El-Sayed|Al-Farsi|Haddad|Khoury|Mansour|Nasser|Saleh|Hamdan|Khalil|Ibrahim|Mahmoud|Abdullah|Rahman|Farouk|Aziz|Shah|Qureshi|Siddiqui|Khan|Ansari|Malik|Hashemi|Najjar|Sabbagh|Darwish|Abbas|Hamid|Zaki|Awad|Bishara|Said|Othman|Suleiman|Jaber|Daher|Sharif|Al-Ahmad|al-Khatib|Ben Ali|Benali|Bouazizi|Belkacem|Cherif|Mansouri|Tahiri|El Amrani|Alaoui|Barakat|Shaheen|Tamimi|Zoubi',
    ),
  },
  {
    id: 'hebrew-persian',
    given: titles(
      'avi moshe yosef shlomo david noam itai eitan yael noa tamar shira michal rivka orly ronit gilad amir reza ali mehdi hossein mohammad saeed hamid babak dariush kourosh maryam zahra fatemeh leila parisa shirin nasrin narges mina farhad behrouz arash kian neda azadeh',
    ),
    surnames: titles(
      'cohen levi mizrahi peretz biton friedman katz shapiro goldberg azoulay dahan avraham malka hosseini ahmadi mohammadi karimi rezaei moradi jafari hashemi rahimi ebrahimi ghorbani sadeghi tehrani shirazi bahrami kazemi amini farahani',
    ),
  },
  {
    id: 'south-asian',
    given: titles(
      'aarav vivaan aditya arjun rohan rahul amit sanjay vijay rajesh suresh ramesh anil sunil ravi krishna ganesh manoj deepak vikram karthik ashok priya ananya kavya pooja neha sneha divya anjali sunita lakshmi meena radha rekha geeta swati shreya ishita nisha asha usha sarita tharindu nuwan chamari dilani imran farhan asif nadeem saima shazia tahmina rashed kamrul prakash bishnu sita gurpreet harpreet manpreet jaspreet simran',
    ),
    surnames: titles(
      'sharma verma gupta singh kumar patel shah mehta joshi desai reddy rao nair menon pillai iyer iyengar krishnan subramanian venkatesan natarajan murthy hegde shetty kulkarni deshmukh patil pawar chavan jadhav banerjee chatterjee mukherjee ghosh bose das dutta sen roy chakraborty bhattacharya mishra pandey tiwari dubey shukla yadav chauhan rathore kapoor khanna malhotra chopra bhatia arora sethi gill sandhu dhillon grewal perera fernando silva jayawardena wickramasinghe bandara rahman hossain islam chowdhury akhtar begum khatun thapa gurung rai shrestha adhikari',
    ),
  },
  {
    id: 'african',
    given: titles(
      'kwame kofi yaw ama akosua abena chinedu emeka ngozi chioma adaeze obinna uche nnamdi ifeoma tunde segun femi yetunde folake bola sade amara zainab musa ibrahim aminata fatou mamadou ousmane moussa cheikh abdoulaye awa mariama thabo sipho nomsa lerato tumelo kagiso mandla nandi wanjiku kamau otieno achieng njeri mwangi wambui tendai tatenda rudo chipo farai tinashe makena abebe tesfaye almaz hana dawit selam bekele haile',
    ),
    surnames: titles(
      'mensah owusu boateng asante osei appiah okafor okonkwo nwosu eze obi adeyemi adebayo ogunleye balogun bello abubakar danjuma traore diallo keita coulibaly toure diop ndiaye fall sow ba camara cisse konate nkosi dlamini mokoena khumalo ndlovu zulu mthembu van-der-merwe kariuki odhiambo omondi kimani wanjala mutua kipchoge chebet moyo ncube sibanda banda phiri mwale tembo abera gebre tadesse girma worku lemma mulugeta',
    ).map((name) => (name.includes('-') ? 'van der Merwe' : name)),
  },
  {
    id: 'vietnamese-thai',
    given: titles(
      'anh minh hung dung thanh hoa lan mai linh thao trang huong phuong quang tuan khanh duc long nam son tien thuy ngoc bao chau somchai somsak anong malee pranee suda kanya niran arthit chai wichai',
    ),
    surnames: titles(
      'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly srisai suwan chaiyasit wongsa thongchai saelim',
    ),
  },
  {
    id: 'latin-portuguese',
    given: list(
      'João|José|Antônio|Francisco|Luiz|Paulo|Thiago|Mateus|Gustavo|Rafael|Felipe|Bruno|Rodrigo|Ana|Mariana|Juliana|Fernanda|Camila|Beatriz|Larissa|Letícia|Gabriela|Inês|Catarina|Rita|Duarte|Nuno|Tiago|Vasco|Joana|Sofia|Matheus|Vinícius',
    ),
    surnames: list(
      'Silva|Santos|Oliveira|Souza|Sousa|Rodrigues|Ferreira|Alves|Pereira|Lima|Gomes|Costa|Ribeiro|Martins|Carvalho|Almeida|Lopes|Soares|Fernandes|Vieira|Barbosa|Rocha|Dias|Nascimento|Andrade|Moreira|Nunes|Marques|Machado|Mendes|Freitas|Cardoso|Ramos|Gonçalves|Santana|Teixeira|da Silva|dos Santos|de Oliveira|Azevedo|Correia|Pinto|Queiroz',
    ),
  },
  {
    id: 'polish-slavic',
    given: list(
      'Mieczysław|Zbigniew|Krzysztof|Stanisław|Władysław|Kazimierz|Grzegorz|Bogusław|Jarosław|Małgorzata|Agnieszka|Katarzyna|Elżbieta|Bożena|Wioletta|Zdzisława|Čeněk|Vlastimil|Přemysl|Květa|Zdenka|Božena|Slavomír|Ľubica|Dušan|Živko|Snežana|Bogdan|Miroslav|Vojtěch|Szymon|Radosław|Ludmiła|Świętosława|Kornelia',
    ),
    surnames: list(
      'Górski|Wiśniewska|Wójcik|Kowalczyk|Kamińska|Zieliński|Szymańska|Woźniak|Dąbrowski|Kozłowska|Jankowski|Mazur|Krawczyk|Piotrowska|Grabowski|Zając|Pawłowski|Michalska|Król|Wieczorek|Jabłońska|Wróbel|Nowakowski|Majewska|Stępień|Dudek|Jaworski|Malinowska|Pawlak|Sikora|Walczak|Rutkowska|Baran|Michalak|Szewczyk|Ostrowska|Tomaszewski|Nováková|Svobodová|Dvořák|Černý|Procházková|Kučera|Horák|Petrović|Jovanović|Nikolić|Horváth|Szabó|Tóth|Kovács',
    ),
  },
  {
    id: 'nordic',
    given: list(
      'Åse|Øystein|Bjørn|Sigrid|Håkon|Ingeborg|Solveig|Torbjörn|Björn|Göran|Åke|Anneli|Päivi|Jukka|Eero|Väinö|Aino|Guðrún|Sigurður|Þóra|Ólafur|Freyja|Mikkel|Søren|Jørgen|Freja|Signe|Astrid|Rasmus|Malin|Tove|Elin',
    ),
    surnames: list(
      'Hansen|Johansen|Olsen|Larsen|Andersen|Pedersen|Nilsen|Kristiansen|Jensen|Karlsen|Johansson|Andersson|Karlsson|Nilsson|Eriksson|Larsson|Olsson|Persson|Svensson|Gustafsson|Lindqvist|Sjöberg|Åström|Öberg|Korhonen|Virtanen|Mäkinen|Nieminen|Mäkelä|Hämäläinen|Jónsdóttir|Sigurðsson|Guðmundsson|Christensen|Sørensen|Rasmussen|Jørgensen|Møller|Østergaard|Nygård',
    ),
  },
];

/** Forms of address in front of a name. */
export const TITLES: readonly string[] = list(
  'Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Miss|Dr|Dr.|Prof.|Professor|Sir|Dame|Lady|Lord|Rev.|Reverend|Pastor|Rabbi|Imam|Father|Sister|Judge|Justice|Senator|Captain|Capt.|Major|Sgt|Sgt.|Sergeant|Lt.|Colonel|Officer|Const.|Detective|Nurse|Principal|Dean|Coach|Councillor|Hon.|the Hon.|Mx|Mdm|mr|mrs|ms|miss|dr|MR|MRS|DR|Herr|Frau|Herrn|Frau Dr.|Herr Prof.|Monsieur|Madame|M.|Mme|Mlle|Maître|Me|Sr.|Sra.|Señor|Señora|don|doña|Don|Doña|Signor|Signora|Sig.|Sig.ra|Dott.|Dott.ssa|Avv.|Ing.|Dhr.|Mevr.|Mevrouw|mevrouw|Meneer|Pan|Pani|Fru|Frk.|Senhor|Dona|Tante|Onkel|Oma|Uncle|Aunt|Auntie|Grandma|Nana|Opa|Tía|Tío|Zia|Zio|Farmor|Abuela',
);

/** Everyday nouns; in German each has a capital. */
export const GERMAN_NOUNS: readonly string[] = split(
  'Zeit Jahr Tag Woche Monat Stunde Minute Sekunde Jahrhundert Morgen Abend Nacht Mittag Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Frühling Sommer Herbst Winter Uhr Datum Termin Frist Anfang Ende Beginn Mensch Leute Mann Frau Kind Kinder Junge Mädchen Eltern Mutter Vater Sohn Tochter Bruder Schwester Großmutter Großvater Familie Freund Freundin Nachbar Nachbarin Kollege Kollegin Chef Chefin Mitarbeiter Mitarbeiterin Kunde Kundin Kunden Lieferant Lieferung Bestellung Rechnung Angebot Auftrag Vertrag Kündigung Mahnung Zahlung Betrag Preis Kosten Geld Konto Karte Überweisung Steuer Versicherung Rente Gehalt Lohn Arbeit Arbeitgeber Arbeitnehmer Beruf Ausbildung Azubi Studium Schule Schüler Lehrer Lehrerin Klasse Unterricht Prüfung Note Zeugnis Bewerbung Lebenslauf Stelle Firma Unternehmen Betrieb Büro Amt Bauamt Finanzamt Behörde Antrag Formular Bescheid Gesetz Recht Gericht Richter Anwalt Zeuge Polizei Unfall Schaden Haus Wohnung Zimmer Küche Bad Keller Garten Dach Tür Fenster Wand Boden Miete Mieter Vermieter Nebenkosten Heizung Strom Wasser Gas Müll Straße Weg Platz Stadt Dorf Land Kreis Gemeinde Bezirk Adresse Ort Postleitzahl Hausnummer Bahnhof Zug Bus Auto Fahrrad Flug Flughafen Hotel Reise Urlaub Ausflug Koffer Berg Tal Fluss See Meer Wald Wiese Feld Baum Blume Tier Hund Katze Vogel Pferd Wetter Sonne Regen Schnee Wind Norden Süden Osten Westen Höhe Breite Länge Meter Kilometer Gewicht Größe Farbe Form Bild Foto Film Musik Lied Buch Seite Kapitel Satz Wort Wörter Text Brief Nachricht Mail Betreff Anhang Anlage Datei Ordner Computer Rechner Server Netz Internet Passwort Zugang Benutzer Fehler Fehlermeldung Problem Lösung Frage Antwort Hilfe Hinweis Beispiel Aufgabe Übung Liste Tabelle Spalte Zeile Zahl Nummer Kürzel Menge Teil Stück Gruppe Team Verein Mitglied Sitzung Besprechung Protokoll Projekt Plan Ziel Ergebnis Bericht Entwurf Vorschlag Entscheidung Meinung Grund Ursache Folge Vorteil Nachteil Unterschied Bedeutung Sinn Idee Gedanke Gefühl Liebe Glück Freude Angst Sorge Trauer Gesundheit Krankheit Arzt Ärztin Praxis Krankenhaus Patient Patientin Medikament Tablette Schmerz Kopfschmerzen Fieber Husten Allergie Asthma Operation Pflege Essen Brot Butter Käse Milch Ei Fleisch Fisch Gemüse Obst Apfel Salz Zucker Mehl Kaffee Tee Bier Wein Rezept Zutaten Maschine Werkzeug Gerät Motor Hebel Schalter Kabel Batterie Kühlschrank Spülmaschine Waschmaschine Handy Telefon Rückruf Anruf Gespräch Gruß Grüße Dank Bitte Entschuldigung Geburtstag Hochzeit Weihnachten Ostern Fest Geschenk Gedicht Geschichte Märchen Roman Zeitung Artikel Wahl Partei Regierung Staat Bund Bundestag Kanzler Minister Bürger Krieg Frieden Welt Europa Wirtschaft Handel Handelsstraße Markt Industrie Wissenschaft Forschung Technik Physik Chemie Biologie Mathematik Sprache Deutsch Englisch Grammatik Kultur Kunst Theater Sport Fußball Spiel Mannschaft Trainer Verhalten Verfahren Verleih Abnahme Leitung Abteilung Vertrieb Einkauf Lager Versand Paket Post Wahlkampf Slogan Slogans Überschrift Zusammenfassung Einleitung Schluss Absatz Stichwort Stichpunkt Lektion Vokabel Pegel Maß Wert Werte Durchschnitt Prozent Summe Anzahl Reihe Folie Folien Unterlagen Dokument Ausweis Reisepass Führerschein Kennzeichen Name Vorname Nachname Geburtsdatum Anschrift Unterschrift Hause Anfrage Beschwerde Reklamation Gutschrift Rabatt Ware Artikelnummer Kundennummer Vertragsnummer Aktenzeichen Wichtig Guten Lieben Sehr',
);

/** What prompts begin with: verbs that ask for something, by language. */
export const REQUESTS: Record<string, string[]> = {
  en: split(
    'Write Rewrite Summarise Summarize Explain Translate Draft Create Make Give List Compare Describe Suggest Generate Fix Improve Shorten Add Remove Find Check Calculate Convert Format Sort Turn Tell Show Help Outline Proofread Review Act Pretend Imagine Design Plan Build Debug Refactor Optimise Classify Extract Count Name Define Discuss Analyse Analyze Evaluate Rank Estimate Recommend Keep Use Put Take Note Include Avoid Assume Consider',
  ),
  de: split(
    'Schreibe Schreib Entwirf Formuliere Fasse Erkläre Übersetze Erstelle Mach Gib Nenne Liste Vergleiche Beschreibe Verbessere Kürze Füge Entferne Finde Prüfe Berechne Rechne Sortiere Wandle Zeige Hilf Plane Passt Können Kannst Könnten Welche Welcher Wie Was Warum Wieso Wann Wo Wer Bitte Danke Verwende Nutze Stell Sag Ergänze Korrigiere Analysiere Bewerte Wichtig Achtung Hinweis Außerdem Danach Zuerst Dann Falls Wenn Weil',
  ),
  fr: split(
    'Écris Écrivez Rédige Rédigez Résume Résumez Explique Expliquez Traduis Traduisez Crée Créez Fais Faites Donne Donnez Dites Dis Compare Comparez Décris Décrivez Propose Proposez Corrige Corrigez Ajoute Ajoutez Supprime Trouve Trouvez Vérifie Calcule Calculez Montre Aide Aidez Faut Fallait Peux Pouvez Pourquoi Comment Quand Quel Quelle Quels Où Qui Que Est Enfin Ensuite Puis Mettez Mets Prenez Prends Utilise Utilisez Imagine Évite Évitez Attention Merci Voici Voilà Veuillez',
  ),
  es: split(
    'Escribe Escriba Redacta Resume Explica Explique Traduce Crea Haz Haga Da Dame Deme Compara Describe Propón Sugiere Corrige Añade Agrega Quita Elimina Busca Encuentra Revisa Calcula Muestra Ayuda Ayúdame Puedes Puede Cómo Cuándo Dónde Quién Qué Cuál Por Cierra Abre Pon Ponga Usa Utilice Imagina Evita También Además Luego Después Máximo Mínimo Gracias Aquí Necesito Quiero Tengo Hay Convierte Ordena',
  ),
  it: split(
    'Scrivi Scriva Riassumi Spiega Traduci Crea Fai Fammi Dammi Dai Confronta Descrivi Proponi Suggerisci Correggi Aggiungi Togli Elimina Trova Controlla Calcola Mostra Aiuta Aiutami Puoi Può Come Quando Dove Chi Cosa Quale Perché Chiudi Apri Metti Usa Avvisa Immagina Evita Anche Inoltre Poi Dopo Massimo Minimo Grazie Ecco Vorrei Devo Ho Converti Ordina',
  ),
  nl: split(
    'Schrijf Herschrijf Vat Leg Vertaal Maak Geef Noem Vergelijk Beschrijf Stel Verbeter Verkort Voeg Verwijder Zoek Vind Controleer Bereken Toon Laat Help Kun Kunt Kan Hoe Wanneer Waar Wie Wat Welke Waarom Zet Vermeld Gebruik Open Sluit Doe Neem Denk Vermijd Ook Daarna Eerst Dan Bedankt Ik Zorg Sorteer',
  ),
  others: split(
    'Napisz Napiši Napiš Popraw Przetłumacz Wyjaśnij Streść Podaj Błędy Proszę Skriv Giv Gör Oversett Översätt Förklara Forklar Oppsummer Lag Lav Kan Kirjoita Selitä Escreva Resuma Explique Traduza Crie Faça Scrie Explică Tradu Yaz Açıkla Çevir Írj Fordítsd Напиши Переведи Объясни Напишіть Palun Kirjuta Parašyk',
  ),
};

/** Words that are names of people and stand for a thing when the word behind them says so. Own list. */
export const EPONYMS: readonly string[] = split(
  'Dijkstra Euler Gauss Newton Fourier Laplace Bayes Markov Poisson Bernoulli Cauchy Schwarz Riemann Hilbert Banach Turing Church Gödel Kruskal Prim Floyd Warshall Bellman Ford Huffman Hamming Levenshtein Jaccard Pearson Spearman Kendall Wilcoxon Mann Whitney Kolmogorov Smirnov Cohen Fisher Student Welch Tukey Bonferroni Pareto Gini Lorenz Zipf Benford Moore Amdahl Little Conway Brooks Goodhart Murphy Parkinson Peter Hick Fitts Weber Fechner Doppler Coriolis Bernoulli Venturi Carnot Stirling Otto Rankine Ohm Kirchhoff Faraday Lenz Hall Seebeck Peltier Joule Kelvin Planck Bohr Rydberg Schrödinger Heisenberg Pauli Dirac Fermi Bose Higgs Compton Zeeman Stark Chandrasekhar Hubble Kepler Lagrange Hamilton Noether Lorentz Minkowski Mach Reynolds Froude Prandtl Navier Stokes Young Poisson Hooke Rockwell Brinell Vickers Mohs Beaufort Richter Mercalli Celsius Fahrenheit Geiger Avogadro Boyle Charles Henry Raoult Hess Gibbs Arrhenius Michaelis Menten Krebs Calvin Golgi Hardy Weinberg Mendel Alzheimer Parkinson Crohn Hodgkin Down Turner Marfan Asperger Tourette Huntington Addison Cushing Graves Hashimoto Kaposi Raynaud Sjögren Ebstein Rorschach Stroop Dunning Kruger Maslow Bloom Piaget Pavlov Milgram Bechdel Apgar Glasgow Nash Keynes Phillips Laffer Engel Giffen Veblen Coase Ricardo Black Scholes Sharpe Monte Mersenne Fibonacci Pascal Venn Voronoi Delaunay Bresenham Perlin Gouraud Phong Sobel Canny Kalman Wiener Shannon Nyquist Bode Smith Lissajous Mandelbrot Julia Sierpinski Koch Penrose Escher Möbius Klein Hausdorff Lipschitz Lyapunov Feynman Occam Hanlon Ockham Chesterton Schmidt Gantt Ishikawa Kano Luhn Diffie Hellman Caesar Vigenère Enigma Merkle Nagle Tarjan Knuth Morris Pratt Boyer Horner Strassen Karatsuba Shor Grover Bell Hebb Boltzmann Hopfield Gabor Haar Gibbs Metropolis Hastings Dirichlet Weibull Gumbel Wishart Cox Kaplan Meier Poincaré Liouville Fermat Goldbach Collatz Catalan Ramsey Cantor Zorn Peano Russell',
);

/** Famous people of history and fiction: nobody's private data. Own list. */
export const FIGURES: readonly string[] = list(
  'Shakespeare|William Shakespeare|Goethe|Johann Wolfgang von Goethe|Schiller|Friedrich Schiller|Mozart|Wolfgang Amadeus Mozart|Beethoven|Ludwig van Beethoven|Bach|Johann Sebastian Bach|Chopin|Verdi|Wagner|Puccini|Vivaldi|Tchaikovsky|Mendelssohn|Brahms|Haydn|Handel|Britten|Mahler|Debussy|Einstein|Albert Einstein|Newton|Isaac Newton|Galileo|Galileo Galilei|Kepler|Copernicus|Ptolemy|Archimedes|Euclid|Pythagoras|Aristotle|Plato|Socrates|Kant|Immanuel Kant|Hegel|Nietzsche|Descartes|Spinoza|Hume|Locke|Rousseau|Voltaire|Montaigne|Marx|Karl Marx|Freud|Sigmund Freud|Jung|Darwin|Charles Darwin|Mendel|Pasteur|Louis Pasteur|Marie Curie|Curie|Tesla|Nikola Tesla|Edison|Thomas Edison|Gutenberg|Leonardo da Vinci|Leonardo|Michelangelo|Raphael|Rembrandt|Vermeer|Van Gogh|Vincent van Gogh|Monet|Picasso|Pablo Picasso|Dalí|Modigliani|Palladio|Gaudí|Dürer|Caravaggio|Botticelli|Napoleon|Napoleon Bonaparte|Napoléon|Caesar|Julius Caesar|Augustus|Nero|Cleopatra|Alexander the Great|Hannibal|Cicero|Charlemagne|Joan of Arc|Columbus|Christopher Columbus|Magellan|Vasco da Gama|Marco Polo|Amundsen|Shackleton|Cook|Humboldt|Alexander von Humboldt|Bismarck|Churchill|Winston Churchill|Roosevelt|Lincoln|Abraham Lincoln|Washington|George Washington|Jefferson|Kennedy|Stalin|Lenin|Hitler|Mussolini|Gandhi|Mahatma Gandhi|Mandela|Nelson Mandela|Martin Luther King|Luther|Martin Luther|Calvin|Erasmus|Thomas More|Machiavelli|Dante|Petrarch|Boccaccio|Cervantes|Lope de Vega|Molière|Racine|Victor Hugo|Balzac|Flaubert|Zola|Proust|Camus|Sartre|Simone de Beauvoir|Dickens|Charles Dickens|Jane Austen|Brontë|George Eliot|Virginia Woolf|James Joyce|Joyce|Kafka|Franz Kafka|Thomas Mann|Hesse|Brecht|Bertolt Brecht|Hannah Arendt|Tolstoy|Dostoevsky|Chekhov|Pushkin|Hemingway|Ernest Hemingway|Mark Twain|Edgar Allan Poe|Conan Doyle|Agatha Christie|Tolkien|Orwell|George Orwell|Huxley|Borges|García Márquez|Neruda|Homer|Virgil|Ovid|Sappho|Sophocles|Rumi|Confucius|Laozi|Buddha|Florence Nightingale|Ada Lovelace|Alan Turing|Turing|Grace Hopper|Ruth Bader Ginsburg|Al Capone|Alfred Nobel|Nobel|Gauss|Euler|Hilbert|Gödel|Bolyai|Lobachevsky|Ibn al-Haytham|Avicenna|Averroes|Don Quixote|Quixote|Faust|Hamlet|Macbeth|Othello|King Lear|Romeo|Juliet|Sherlock Holmes|Dracula|Frankenstein|Odysseus|Achilles|Hercules|Robin Hood|Peter Pan|Harry Potter|James Bond|Batman|Garibaldi|Bolívar|Cortés|Montezuma|Elizabeth I|Henry VIII|Queen Victoria|Louis XIV|Marie Antoinette|Robespierre|Danton|Frederick the Great|Maria Theresa|Peter the Great|Catherine the Great|Genghis Khan|Saladin|Attila|Spartacus|Mary Celeste',
);

/** Verbs a request may begin with; many are also names. */
export const IMPERATIVES: readonly string[] = split(
  'Mark Bill Rob Sue Grant Chase Pat Jack Drew Frank Skip Chuck Buck Hunter Pierce Wade Carry Harry Tripp Nick Lance Miles Rich Will Don Gene Ray Art Dean Earl Guy Center Penalise Debounce Sort Split Merge Trim Clamp Parse Render Refactor Rename Rewrite Rephrase Summarise Summarize Shorten Translate Explain Describe Compare Contrast List Draft Write Create Generate Build Fix Debug Check Proofread Correct Convert Format Fill Set Reset Add Remove Delete Update Insert Replace Extract Filter Group Rank Count Calculate Compute Estimate Plot Draw Paint Wash Rinse Boil Bake Fry Roast Grill Chop Dice Peel Fold Press Push Pull Turn Twist Lift Hold Grab Drop Roll Paste Copy Open Close Start Stop Pause Resume Restart Install Uninstall Deploy Ship Pack Mail Post Send Call Ring Page Invite Ask Tell Show Give Take Bring Make Let Help Suggest Recommend Propose Outline Sketch Design Plan Schedule Book Cancel Confirm Approve Reject Verify Validate Test Benchmark Profile Optimise Optimize Simplify Expand Elaborate Continue Finish Complete Solve Prove Derive Evaluate Assess Review Analyse Analyze Classify Label Tag Annotate Highlight Underline Number Order Arrange Clean Normalise Normalize Round Scale Rotate Crop Blur Sharpen Resize Compress Encrypt Decrypt Hash Sign Encode Decode Escape Quote Wrap Indent Lint Compile Run Execute Kill Spawn Fork Clone Pull Commit Rebase Revert Squash Stash Tag Release Bump Pin Mock Stub Inject Import Export Load Save Store Cache Fetch Query Join Index Migrate Seed Dump Restore Backup Archive',
);

/** Tools and languages of programmers; many are also names. */
export const TECHNIQUES: readonly string[] = split(
  'Ruby Julia Ada Pascal Haskell Erlang Elixir Scala Kotlin Swift Dart Perl Python Rust Go Java Lua Crystal Nim Zig Elm Clojure Groovy Fortran Cobol Lisp Scheme Prolog Jenkins Travis Docker Kubernetes Helm Terraform Ansible Vagrant Puppet Chef Salt Nginx Apache Caddy Traefik Envoy Istio Kafka RabbitMQ Redis Mongo Cassandra Postgres MySQL Maria MariaDB SQLite Neo4j Elastic Solr Hadoop Spark Flink Hive Presto Airflow Dagster Luigi Celery Sidekiq Django Flask Rails Sinatra Laravel Symfony Spring Quarkus Vue Svelte Angular React Ember Astro Gatsby Next Nuxt Remix Vite Webpack Rollup Babel Jest Mocha Chai Jasmine Karma Cypress Playwright Selenium Storybook Tailwind Bootstrap Sass Less Pandas Numpy Keras Torch Jax Ray Dask Polars Sage Stata Maple Julia Octave Jupyter Colab Excel Power Tableau Grafana Prometheus Loki Jaeger Kibana Sentry Datadog Splunk Vault Consul Nomad Packer Gradle Maven Ant Bazel Make Ninja Conan Cargo Poetry Pip Conda Brew Snap Debian Ubuntu Fedora Arch Alpine Nix Vim Emacs Nano Eclipse Atom Cursor Copilot Claude Gemini Siri Alexa Cortana Watson Dockerfile Makefile Gemfile Procfile Vagrantfile Jenkinsfile Stripe Square Klarna Sage Xero Odoo Jira Trello Asana Notion Linear Figma Sketch Canva Miro Slack Zoom Teams Outlook Exchange',
);

/** Dishes and drinks with names of people in them. */
export const FOODS: readonly string[] = list(
  'Victoria sponge|Caesar salad|Eggs Benedict|Earl Grey|Bloody Mary|Margherita pizza|Béchamel|Peach Melba|Beef Wellington|Beef Stroganoff|Crêpe Suzette|Waldorf salad|Cobb salad|Tom Yum|Tom Collins|Shirley Temple|Margarita|Bellini|Carpaccio|Pavlova|Napoleon cake|Oysters Rockefeller|Sloppy Joe|Granny Smith apples|Dobos torte|Sacher torte|Bismarck herring|Mozart balls|Saint Honoré|Madeleines|Charlotte russe|Basil pesto|Rosemary bread|Ginger cake|Sage butter|Olive paste|Cherry pie|Pepper steak|Clementine jam',
);
export const RIVERS: readonly string[] = split(
  'Danube Elbe Rhine Rhône Loire Seine Thames Severn Volga Don Dnieper Vistula Oder Saale Mosel Main Neckar Inn Isar Ebro Tagus Po Tiber Arno Nile Congo Niger Zambezi Ganges Indus Mekong Yangtze Amazon Orinoco Mississippi Missouri Hudson Jordan Tigris Euphrates Everest Etna Vesuvius Kilimanjaro Como Garda Balaton Victoria Erie Huron',
);
export const COMPANIES: readonly string[] = split(
  'Mercedes Ford Porsche Ferrari Lamborghini Bentley Bugatti Chevrolet Cadillac Dodge Lincoln Buick Tesla Honda Suzuki Mazda Peugeot Renault Citroën Benz Daimler Chrysler Opel Audi Dell Philips Bosch Siemens Adidas Chanel Dior Gucci Prada Armani Versace Hermès Levi Wrangler Gillette Kellogg Heinz Campbell Nestlé Cadbury Hershey Mars Wrigley Disney Warner Chase Morgan Goldman Stanley Lloyd Barclay Prudential Wells Macy Nordstrom Wendy Domino Starbucks Kraft Johnson Pfizer Merck Bayer Roche Lilly Abbott',
);

/** Legal forms of companies in further countries. */
export const LOCAL_FORMS: readonly string[] = list(
  'VOF|BV|Kft.|Zrt.|Nyrt.|Bt.|Kkt.|s.r.o.|a.s.|v.o.s.|k.s.|sp. z o.o.|S.A.|d.o.o.|AS|ASA|ApS|A/S|AB|HB|Oy|Oyj|Tmi|Ky|ehf.|hf.|OÜ|UAB|SIA|EOOD|OOD|S.n.c.|S.a.s.|S.r.l.|S.p.A.|SRL|S.L.|S.L.U.|S.Com.|Lda|Ltda.|SAS|SARL|SCI|EURL|e.K.|OHG|KGaA|eG|e.V.|Tbk|Sdn Bhd|Pte Ltd|K.K.|Pvt Ltd|PT|JSC|LLP|og Sønner|& Söhne|& Fils|e Figli|e Hijos|& Zonen|és társa',
);
