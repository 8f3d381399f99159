/** Organisations that people write about, and how names of others are made. */

const LISTS = [
  'Google|Microsoft|Apple|Amazon|Facebook|Meta|Netflix|Twitter|LinkedIn|IBM|Intel|Oracle|SAP|Salesforce|Adobe|Nvidia|AMD|Cisco|Dell|HP|Hewlett-Packard|Sony|Samsung|LG|Huawei|Xiaomi|Lenovo|Nokia|Ericsson|Siemens|Bosch|BMW|Volkswagen|Daimler|Mercedes-Benz|Audi|Porsche|Renault|Peugeot|Fiat|Ferrari|Toyota|Honda|Nissan|Ford|General Motors|Tesla|Boeing|Airbus|Lufthansa|Ryanair|British Airways|KLM|Air France|Delta|United Airlines|American Airlines',
  'Goldman Sachs|Morgan Stanley|JPMorgan|JP Morgan Chase|Citibank|Citigroup|Bank of America|Wells Fargo|HSBC|Barclays|Lloyds|Deutsche Bank|Commerzbank|BNP Paribas|Société Générale|Crédit Agricole|Santander|BBVA|UniCredit|Intesa Sanpaolo|ING|Rabobank|ABN AMRO|UBS|Credit Suisse|Visa|Mastercard|PayPal|American Express|Stripe|Allianz|AXA|Zurich Insurance|Generali|Aetna|Cigna|Humana|Blue Cross|Kaiser Permanente|UnitedHealth',
  "Pfizer|Moderna|Novartis|Roche|Bayer|Sanofi|GlaxoSmithKline|AstraZeneca|Merck|Johnson & Johnson|Nestlé|Unilever|Danone|Coca-Cola|PepsiCo|Starbucks|McDonald's|Burger King|KFC|Walmart|Target|Costco|Tesco|Sainsbury's|Aldi|Lidl|Carrefour|IKEA|H&M|Zara|Nike|Adidas|Puma|FedEx|UPS|DHL|Royal Mail|USPS|Verizon|AT&T|T-Mobile|Vodafone|Orange|Telefónica|Deutsche Telekom|Comcast|BT|Exxon|Shell|BP|Chevron|TotalEnergies|Eni|Enel|E.ON|RWE|EDF|Gazprom",
  'McKinsey|Boston Consulting Group|Bain|Deloitte|PwC|KPMG|Ernst & Young|Accenture|Capgemini|Infosys|Wipro|Tata Consultancy Services|Cognizant|Uber|Lyft|Airbnb|Booking.com|Spotify|Zoom|Slack|Dropbox|GitHub|OpenAI|Anthropic|DeepMind|Mistral|Reuters|Bloomberg|BBC|CNN|NBC|Fox News|The New York Times|The Guardian|Washington Post|Financial Times|Der Spiegel|Le Monde|El País|La Repubblica|De Telegraaf|The Wall Street Journal|Wall Street Journal|Associated Press',
  'FBI|CIA|NSA|NASA|IRS|FDA|SEC|EPA|DHS|NHS|HMRC|Home Office|State Department|Department of Justice|Department of Health|Pentagon|Congress|Senate|Supreme Court|House of Commons|Parliament|Bundestag|European Commission|European Union|EU|United Nations|UN|UNICEF|UNESCO|WHO|World Health Organization|NATO|IMF|World Bank|Red Cross|Amnesty International|Greenpeace|WWF|Oxfam|FIFA|UEFA|NBA|NFL|Federal Reserve|European Central Bank|Bundesbank|Europol|Interpol|Scotland Yard|Metropolitan Police',
  "Harvard|Harvard University|MIT|Stanford|Stanford University|Yale|Princeton|Columbia University|Oxford University|University of Cambridge|University of Oxford|Imperial College London|King's College|UCLA|NYU|ETH Zürich|TU München|Humboldt-Universität|Sorbonne|Universidad de Salamanca|Politecnico di Milano|TU Delft|Mayo Clinic|Cleveland Clinic|Johns Hopkins|Mount Sinai|Charité|St. Mary's Hospital|Red Cross Hospital",
  'Manchester United|Liverpool|Arsenal|Chelsea|Real Madrid|FC Barcelona|Barcelona|Juventus|Bayern München|Borussia Dortmund|Ajax|Lakers|Yankees|Red Sox|Democratic Party|Republican Party|Labour Party|Labour|Tories|CDU|SPD|Die Grünen|Partido Popular|PSOE|Lega|VVD|Sinn Fein|Hamas|Taliban|ISIS|Al Qaeda|Hezbollah|The Beatles|Metallica|Coldplay|Linux Foundation|Mozilla Foundation|Apache Software Foundation|Free Software Foundation|Eclipse Foundation|W3C|IETF|IEEE|ISO|ACM',
];

export const ORGANISATIONS: readonly string[] = LISTS.join('|').split('|');

export const ORGANISATION_KINDS: readonly string[] = [
  ...[
    '{last} {suffix}',
    '{last} {suffix}',
    '{last} & {last}',
    '{last}, {last} & {last}',
    '{last} and Sons',
    '{last} Group',
  ],
  ...[
    '{last}-{last}',
    '{last} Brothers',
    '{last} Bros.',
    '{last} {field}',
    '{last} & {last} LLP',
    "{last}'s",
    "{first}'s {field}",
  ],
  ...[
    '{adjective} {noun} {suffix}',
    '{adjective} {noun}',
    '{adjective} {noun} {field}',
    '{noun} {field}',
    '{noun} {field} {suffix}',
  ],
  ...[
    '{made}',
    '{made}',
    '{made}',
    '{made} {suffix}',
    '{made} {field}',
    '{made} {suffix}',
    '{noun}{noun}',
    'The {noun} Company',
  ],
  ...[
    '{city} General Hospital',
    '{city} Hospital',
    'University of {city}',
    '{city} University',
    'Bank of {country}',
    'Bank of {city}',
  ],
  ...[
    '{city} City Council',
    '{city} Police Department',
    '{city} High School',
    '{city} Community College',
    '{last} Elementary School',
  ],
  ...[
    '{city} Chamber of Commerce',
    '{last} Foundation',
    '{last} Institute',
    'Ministry of {field}',
    'Department of {field}',
  ],
  ...[
    '{country} Airlines',
    '{city} Airport Authority',
    'Royal {noun} Society',
    'National {field} Association',
    '{adjective} {field} Partners',
  ],
  ...[
    '{last} Medical Center',
    '{last} Family Dentistry',
    '{last} Law',
    '{city} {field} Services',
    '{city} FC',
    '{city} United',
  ],
  ...[
    '{last} Properties',
    '{last} Realty',
    '{noun} & {noun}',
    '{noun} and {noun}',
    '{made} {made}',
    '{first} {last} {suffix}',
  ],
];
