/** Words of street names, from the postal services' own rules. Folded: lower case, no accents. */

/** After the name; nearly never anything but a street. USPS Publication 28 appendix C1, Royal Mail, Australia Post AMAS. */
export const STRONG_AFTER =
  'street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|parkway|pkwy|highway|hwy'.split('|');

/** After the name; with a number in front and capitals a street, if nothing else is said. */
export const USUAL_AFTER =
  'court|ct|place|pl|way|terrace|ter|tce|close|circle|cir|square|sq|trail|trl|crescent|cres|loop|mews|gardens|grove|pde|gdns|alley|turnpike|expressway|freeway|causeway|esplanade|parade|broadway'.split(
    '|',
  );

/** After the name; only with a unit, a town or a postcode behind it (USPS Publication 28 appendix C1). */
export const RARE_AFTER =
  'anex|arcade|bayou|beach|bend|bluff|bluffs|bottom|branch|bridge|brook|brooks|burg|burgs|bypass|camp|canyon|cape|center|centers|circles|cliff|cliffs|club|common|commons|corner|corners|course|courts|cove|coves|creek|crest|crossing|crossroad|crossroads|curve|dale|dam|divide|drives|estate|estates|extension|extensions|fall|falls|ferry|field|fields|flat|flats|ford|fords|forest|forge|forges|fork|forks|fort|garden|gateway|glen|glens|green|greens|groves|harbor|harbors|haven|heights|hill|hills|hollow|inlet|island|islands|isle|junction|junctions|key|keys|knoll|knolls|lake|lakes|land|landing|light|lights|loaf|lock|locks|lodge|mall|manor|manors|meadow|meadows|mill|mills|mission|motorway|mount|mountain|mountains|neck|orchard|oval|overpass|park|parks|parkways|pass|passage|path|pike|pine|pines|plain|plains|plaza|point|points|port|ports|prairie|radial|ramp|ranch|rapid|rapids|rest|ridge|ridges|river|roads|route|row|rue|run|shoal|shoals|shore|shores|skyway|spring|springs|spur|spurs|squares|station|stravenue|stream|streets|summit|throughway|trace|track|trafficway|trailer|tunnel|underpass|union|unions|valley|valleys|viaduct|view|views|village|villages|ville|vista|walk|walks|wall|ways|well|wells|quay|rise|wharf|yard|wynd|brae|circuit|mew|gully|retreat|chase|concourse|cutting|elbow|nook|outlook|quays|rampart|siding|slope|vale|waters|access|block|brace|drove|marg|nagar|colony|enclave|sector|chowk'.split(
    '|',
  );

/** In front of the name; nearly never anything but a street. French, Spanish, Catalan, Italian, Portuguese, Polish, Czech, Romanian, Indonesian. */
export const STRONG_BEFORE =
  'rue|avenue|boulevard|bd|bvd|gran via|allee|allees|impasse|chemin|quai|faubourg|calle|c/|avenida|avda|av|paseo|carretera|ctra|travesia|glorieta|carrer|rambla|via|viale|piazza|corso|vicolo|piazzale|lungomare|lungotevere|rua|travessa|praca|alameda|rodovia|calea|bulevardul|strada|ul|ulica|aleja|aleje|jalan|jl|plaza|camino|ronda|cra|carrera|pza|plza|ул|улица|бул|проспект|пр-т|пер|transversal|diagonal|prolongacion|callejon|privada|cerrada|circuito|periferico|retorno|peatonal|andador|corredor|calz|calzada|blv|soseaua|sos|drumul|borgo|pasadizo|aleea|splaiul|intrarea|gg|gang|pasaje'.split(
    '|',
  );

/** In front of the name, but also common words: only with a number in front of them or a postcode behind. */
export const USUAL_BEFORE =
  'place|acceso|urbanizacion|cuesta|viela|vereda|ladeira|recanto|trevo|quadra|chacara|loteamento|residencial|condominio|trecho|rang|boul|chemin|place|route|cours|passage|square|residence|lotissement|sentier|esplanade|promenade|za|zi|zac|largo|contrada|localita|estrada|al.|os.|pl.|plac|str.|strasse|namesti'.split(
    '|',
  );

/** Endings of German, Dutch, Swedish, Danish, Norwegian and Finnish street names. */
export const STRONG_ENDING =
  /(?:stra(?:ß|ss)e|str\.|gasse|allee|chaussee|straat|laan|gracht|plein|kade|steenweg|gatan|vägen|gade|vej|allé|gata|veien|veg|vegur|katu|kuja|tie|intie|utca|körút)$/i;
export const USUAL_ENDING =
  /(?:weg|steeg|platz|damm|ufer|promenade|dreef|singel|boulevard|laantje|stræde|torget|stigen|torv|ská|cká|ova|ého)$/i;
export const RARE_ENDING =
  /(?:ring|hof|markt|berg|feld|wall|graben|steig|stieg|tor|brücke|garten|winkel|kamp|dijk|pad|hof|park|väg|vei|gate|tie|polku|bakken|haven|str|gärten|höhe|zeile|kai)$/i;
/** English and other words with such an ending. */
export const NO_STREET = /^(?:brigade|renegade|investigate|string|spring|during|marketing|engineering)$/i;

export const US_STATES =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP AA AE AP';
/** Canada, Australia, Brazil, Mexico (short), Swiss cantons are read where a postcode follows. */
export const OTHER_STATES =
  'AB BC MB NB NL NS NT NU ON PE QC SK YT NSW VIC QLD SA WA TAS ACT SP RJ MG RS PR BA SC GO DF CE PE CDMX JAL';
export const STATE_NAMES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|New South Wales|Victoria|Queensland|South Australia|Western Australia|Tasmania';
export const COUNTRIES =
  'United States of America|United States|USA|U\\.S\\.A\\.|United Kingdom|UK|England|Scotland|Wales|Northern Ireland|Ireland|Canada|Australia|New Zealand|Germany|Deutschland|France|Spain|España|Italy|Italia|Netherlands|The Netherlands|Nederland|Belgium|Belgique|België|Austria|Österreich|Switzerland|Schweiz|Suisse|Portugal|Brasil|Brazil|Mexico|México|India|Japan|Poland|Polska|Sweden|Sverige|Denmark|Danmark|Norway|Norge|Finland|Suomi|Luxembourg|Singapore|South Africa';
