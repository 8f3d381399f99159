/**
 * Words by which a number is the age of somebody, in the languages of Western and Central Europe. All patterns are read on
 * folded text: lower case, no accents.
 */

/** People, by sex, family, part in a case. Words of a language that are no word of people in another. */
const PEOPLE =
  'man|woman|men|women|male|female|boy|girl|guy|lady|baby|infant|newborn|toddler|child|children|kid|teen|teenager|son|daughter|wife|husband|spouse|partner|fiance|fiancee|boyfriend|girlfriend|bf|gf|mother|father|mom|mum|mam|dad|parent|brother|sister|sibling|twin|grandma|grandpa|granny|nan|nana|grandmother|grandfather|granddaughter|grandson|aunt|uncle|cousin|nephew|niece|friend|neighbour|neighbor|colleague|roommate|patient|pt|victim|witness|suspect|defendant|plaintiff|claimant|applicant|candidate|employee|client|tenant|student|pupil|resident|retiree|pensioner|widow|widower|driver|passenger|pedestrian|cyclist|worker|nurse|teacher|singer|actor|actress|player|insured|beneficiary|heir|smoker|veteran|orphan|adult|person|caller|customer' +
  '|vater|mutter|mama|papa|sohn|tochter|kind|mann|frau|madchen|junge|bruder|schwester|oma|opa|grossmutter|grossvater|onkel|tante|neffe|nichte|ehemann|ehefrau|freund|freundin|patientin|pat|klientin|klient|rentner|rentnerin|zeuge|zeugin|schuler|schulerin|bewohner|bewohnerin|versicherte|baby|saugling' +
  '|pere|mere|fils|fille|frere|soeur|mari|femme|homme|epoux|epouse|enfant|garcon|bebe|patiente|oncle|neveu|cousine|ami|amie|victime|temoin|retraite|retraitee|grand-mere|grand-pere' +
  '|padre|madre|hijo|hija|hijos|nino|nina|hombre|mujer|hermano|hermana|marido|esposo|esposa|abuelo|abuela|tio|tia|sobrino|sobrina|primo|prima|amigo|amiga|paciente|chico|chica|joven|varon|masculino|femenino|senora|senor' +
  '|figlio|figlia|uomo|donna|ragazzo|ragazza|bambino|bambina|marito|moglie|fratello|sorella|nonno|nonna|zio|zia|nipote|paziente|signora|signore|amico|amica' +
  '|zoon|dochter|vrouw|meisje|jongen|vader|moeder|broer|zus|opa|neef|nicht|patient' +
  '|filho|filha|homem|mulher|menino|menina|mae|pai|irmao|irma|avo|marido|kobieta|mezczyzna|pacjent|pacjentka|syn|corka|kvinna|pojke|flicka|kvinde|dreng|pige|mand|kvinne|gutt|jente';

const NOT_IN_WORD = '(?<![a-z0-9_.-])';
export const ENDS_WITH_PERSON = new RegExp(`${NOT_IN_WORD}(?:${PEOPLE})s?\\.?$`);
/** `(?:old)? black man`: somebody within the next words. */
export const BEGINS_WITH_PERSON = new RegExp(
  `^(?:[ -]old)?[ ,]{1,2}(?:[a-z'-]{2,16} ){0,2}(?:${PEOPLE}|girls|boys|children)(?![a-z])`,
);
/** Somebody within the words in front, in the same sentence. */
export const HOLDS_PERSON = new RegExp(
  `${NOT_IN_WORD}(?:${PEOPLE}|i|i'm|im|he|he's|she|she's|who|we|mr|mrs|ms|dr|my|his|her|ich|er|sie|herr|je|j'ai|il|elle|mme|soy|yo|el|ella|sono|lui|lei|ik|hij|zij)(?:'s|s)?(?![a-z])[^.!?\\n]*$`,
);

/** Units of age that are said of people only, or nearly: `47-year-old`, `58 y/o`, `34 Jahre alt`. */
export const OWN_UNIT =
  /(?:[- ]?(?:years?|yrs?|months?|mos?|weeks?|days?)[- ]old(?:s|er)?| (?:years|months) of age| ?y\/o(?![a-z])| ?y\.o\.?(?![a-z])| ?yo(?![a-z])| ?y(?= ?(?:m|f|male|female|man|woman)(?![a-z]))|[- ]?jahrig(?:e[rnms]?)?(?![a-z])| (?:jahren?|monaten?|wochen) alt(?![a-z])|[- ]jarige?(?![a-z])| jaar oud(?![a-z])|[- ]?vuotias|[- ]letni[aey]?(?![a-z])|[- ]arig(?:e|t)?(?![a-z])| ar gam(?:mal|mel)(?![a-z])| anos de edad| yasinda)/y;
/** Units of time that are an age only when somebody has them: `j'ai 42 ans`, `hijo de 8 anos`. */
export const TIME_UNIT =
  /(?: (?:ans|anos|anni|jaar|jahren?|lat|lata|let|ar|mois|meses|mesi|monate|maanden|months|years|yrs?)(?![a-z])| j\.(?=[ ]?(?:[,;)\n]|$)))/y;
/** Behind such a unit: it is how long, not how old. */
export const HOW_LONG =
  /^ (?:d'|de (?!edad)|di |von |of (?!age)|im |ago|later|earlier|spater|zuvor|de service|experience|warranty|garant)/;
/** In front of the number, where somebody has an age. */
export const HAS =
  /(?<![a-z])(?:j'ai|tu as|il a|elle a|on a|avait|avais|aura|aurai|a eu|fete(?:r|ra)?|tengo|tienes?|tenia|tienen|cumpl(?:e|o|io|ira|ir)|ho|hai|ha|aveva|hanno|avra|compi(?:e|o|ra|uto)|tenho|tem|tinha|completa|fez|faz|mam|ma|mial|mial[ao]|miala|ben|bent|is|was|word|wordt|werd|bin|bist|ist|war|wird|werde|wurde|er|ar|fyller|fylte|bliver|blir|fyldte)(?: (?:just|gerade|erst|schon|bald|bientot|deja|ya|apenas|casi|quasi|gia|appena|nu|al|net|juz|dopiero|nur))? $/;
/** `aged 62`, `age de 71 ans`, `im Alter von 63`. */
export const AGED =
  /(?<![a-z])(?:aged|aged about|agee?s? de|a l'age de|a la edad de|all'eta di|im alter von|im zarten alter von|op de leeftijd van|na idade de|com|w wieku|i en alder af|de edad|con) $/;
export const OF = /(?<![a-z])(?:de|di|da|van|von|aus|mit|con|of|z|w) $/;

/** A verb and nothing else in front: `she is 28`, `I'm 34`, `ich bin 29`. The number must end the thought. */
export const SAID =
  /(?<![a-z0-9])(?:(?:i am|i'm|i was|he is|he's|she is|she's|he was|she was|who is|who's|who was|he will be|she will be|i will be|i'll be|ich bin|ich werde|er ist|sie ist|er wird|sie wird|ik ben|ik word|hij is|zij is|hij wordt|zij wordt|cumplo|cumple|cumpli|cumplio|compio|compie)(?: (?:only|just|now|about|already|almost|nearly|currently|barely|still|also|both|turning|erst|schon|gerade|bald|nu|al|pas))?|(?:^|[.!?\n] ?|i (?:have )?|and |i'm )(?:just|recently) turned|(?:^|[.!?,\n] ?|(?:hi|hey|hello|and|but|cuz|bc|because|since|so) )im(?: only| just)?) $/;
/** The same said of a word of people, or of a name: `my son is 7`, `Grandfather will be 91`, `daughter turns 9`. */
export const VERB =
  /(?:'s| is| are| was| were| will be| turns| turned| turning| just turned| would be| ist| wird| werde| werden| war| word| wordt| sera| va avoir)(?: (?:only|just|now|about|already|almost|nearly|currently|both|im [a-z]{3,9}|am [a-z]{6,10}|morgen|heute|dieses jahr|nachste[ns]? [a-z]{4,6}|this year|next [a-z]{4,5}|erst|schon|bald|in [a-z]{3,9}|on [a-z]{6,9}))? $/;
export const ENDED =
  /^(?:$|\n|[;:)!?\]]|[.,](?![0-9])|\.$| (?:and|or|but|so|can|with no|who|she|he|i|my|what|how|should|single|married|divorced|widowed|male|female|when|today|tomorrow|yesterday|now|next|this|last|on|soon|und|oder|aber|et|mais|y|pero|e|en|maar)(?![a-z]) ?(?!a half|[0-9])| in (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|a (?:week|month|few))(?![a-z])| (?:im|en) (?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?![a-z]))/;

/** `at 19, he had`, `with 23 zog er`: the age at which somebody did something. */
export const AT_AGE = /(?:^|[.!?;,\n(] ?)(?:but |and |already |only )?at (?:just |only |age )?$/;
export const DID_AT =
  /^,? (?:i|he|she|they) (?:was|had|is|has|became|moved|married|left|got|won|lost|began|started|joined|founded|already|could|still|went|took|made|learned)(?![a-z])/;
export const MIT = /(?:^|[.!?;,\n] ?)mit $/;
export const DID_MIT = /^ (?:jahren |[a-z]{2,12} (?:er|sie|ich|man)(?![a-z]))/;

/** `im 30F`, `my wife (30F)`, `[27F]`, and at the beginning of a message `24M, 180 cm`. */
export const SEX = /[mf](?![a-z0-9])/y;
export const SEX_BEFORE =
  /(?:(?<![a-z])(?:i|me|im|i'm|i am|he|she|him|her|[a-z]*friend|wife|husband|partner|gf|bf|spouse|mother|father|mom|mum|dad|sister|brother|son|daughter|patient|pt|a|kid|child|roommate|coworker|boss|ex)[ ]?[([]?|^\n?[([]?|\n[([]?)$/;
export const SEX_AFTER =
  /^[)\]]|^,? (?:here|with (?:a |no |an? )?[a-z]|presents?|presenting|c\/o|s\/p|who|from|looking|trying|living|single|admitted|feel|my|and my|want|[0-9]{2,3} ?(?:cm|kg|lbs?|lb)|[56]['f])/;

const UNITS = 'one|two|three|four|five|six|seven|eight|nine';
/** English numbers in words, for `six-year-old` and `she was nineteen`. */
export const SPELLED = new RegExp(
  `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:${UNITS})(?![a-z]))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|${UNITS})(?![a-z])`,
  'y',
);
export const SPELLED_WORDS = [
  ...UNITS.split('|'),
  ...'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'.split('|'),
  ...'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'.split('|'),
];
