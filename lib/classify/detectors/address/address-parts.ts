/** The pieces an address is made of, as sources of patterns for the `u` flag. All are bounded. */
import { COUNTRIES, OTHER_STATES, STATE_NAMES, US_STATES } from './street-words.data.ts';

export const NO_WORD_AFTER = String.raw`(?![\p{L}\p{N}_])`;
/** House numbers: `12`, `12a`, `12-14`, `7/214`, `14 bis`, `No. 5`. */
export const NUMBER = String.raw`(?:(?:No|Nr|N)\.? ?|#)?[0-9]{1,6}(?:[-/][0-9]{1,5}){0,3}(?:-?[A-Za-z](?![\p{L}\p{N}]))?(?: (?:bis|ter|quater)\b)?`;
/** A word of a name. Short words in capitals are states and postcodes. */
export const WORD = String.raw`(?:(?:St|Ste|Sta|Mt|Ft|Dr)\.|(?![A-Z]{2,3}(?![\p{L}\p{N}]))\p{Lu}[\p{L}'-]{0,30}(?:\/\p{Lu}[\p{L}-]{1,30})?(?![\p{L}\p{N}_]))`;
/** Small words within names. */
export const LINK = `(?:de la|de los|de las|de|la|le|les|los|las|del|della|dello|delle|dei|degli|di|da|do|dos|das|du|des|en|y|e|of|the|am|an|an der|der|den|dem|im|in|bei|ob|zum|zur|upon|on|under|sur|sous|van|het|aan|und|and|el|DE|DE LA|DES|DU|LA|LE|LES|DEL|DELLA|DI|VAN|DER|DEN|OF|THE)`;
/** A town: one to five words, with a district number or letter (`Dublin 6`, `København V`). */
export const TOWN = String.raw`${WORD}(?:[ ](?:${LINK} ){0,2}${WORD}){0,4}(?: (?:[0-9]{1,2}(?:e|er|ème)?|[A-ZÆØÅ])(?![\p{L}\p{N}-]|[.,][0-9]))?(?: \(\p{Lu}{2}\))?`;

/** Each word as it is, with a capital, and in capitals where it is not as short as a state (`FL`, `SC`). */
const anyCase = (words: string) =>
  words
    .split('|')
    .flatMap((word) => [
      ...new Set([word, word[0]!.toUpperCase() + word.slice(1), word.length > 2 ? word.toUpperCase() : word]),
    ])
    .join('|');
const UNIT_WORDS = anyCase(
  'dto|torre|apt|apartment|unit|studio|interior|local|oficina|puerta|apartamento|rd|suite|ste|flat|floor|fl|room|rm|building|bldg|tower|block|blk|lot|plot|trlr|space|level|shop|office|door|stop|hangar|pier|slip|dept|bât|bat|bâtiment|étage|etage|escalier|esc|porte|appt|app|appartement|résidence|bl|sc|ap|et|whg|wohnung|top|stiege|stock|hinterhaus|piso|planta|puerta|pta|portal|interno|int|scala|piano|andar|apto|bloco|conjunto|sala|casa|bte|bus|kv|lok|kl|stue|lgh|opg|daire|kat',
);
const FLOORS = anyCase('floor|fl|stock|og|obergeschoss|etage|étage|piso|planta|piano|andar|tv|th|mf|sal');
const UNIT_ID = `(?:[ .:#]{0,3}[0-9]{1,5}(?:[-/][0-9]{1,4})?[A-Za-z]?|[ .:#]{1,3}[A-Za-z](?:-?[0-9]{1,4})?)${NO_WORD_AFTER}`;
/** A part of a building: `Apt 4`, `#2107`, `2nd Floor`, `3.º B`, `2n 1a`, `3. tv.`, `Hinterhaus`. */
export const UNIT = String.raw`(?:(?:${UNIT_WORDS})\.?${UNIT_ID}|[mdMD][.:] ?[0-9]{1,4}${NO_WORD_AFTER}|# ?[0-9]{1,3}-?[0-9]{0,5}[A-Za-z]?${NO_WORD_AFTER}|[0-9]{1,2}\.?[ºª] ?(?:Esq|Dto|Fte|[Ii]z(?:q?da|quierda|q)|[Dd](?:e?re)?cha|[Dd]er(?:echa)?)\.?|[0-9]{1,2}(?:st|nd|rd|th|ST|ND|RD|TH|\.|er?|ème|[ºª]|\.[ºª]|\.?o) ?(?:${FLOORS}|[A-D])\.?${NO_WORD_AFTER}|[0-9]{1,2}[nràaot](?: [0-9]{1,2}[aª])?${NO_WORD_AFTER}|(?:[Gg]round|[Ff]irst|[Ss]econd|[Tt]hird|[Tt]op) [Ff]loor|[Hh]interhaus|[Vv]orderhaus|[Ee]rdgeschoss|rez-de-chaussée|rechts|links|[Pp]enthouse)`;

export const ZIP = `[0-9]{5}(?:-[0-9]{4})?(?![0-9-])`;
/** Royal Mail, An Post, Canada Post. */
export const LETTERED_POSTCODE = `(?:[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}|[ACDEFHKNPRTVWXY][0-9][0-9W] ?[0-9ACDEFHKNPRTVWXY]{4}|[ABCEGHJ-NPRSTVXY][0-9][A-Z] ?[0-9][A-Z][0-9])${NO_WORD_AFTER}`;
/** Behind a town: Japan, Brazil, India, Singapore, Romania, Australia and the five-digit countries. */
export const NUMERIC_POSTCODE = String.raw`(?:[0-9]{3}-[0-9]{4}|[0-9]{5}-[0-9]{3}|[0-9]{3} ?[0-9]{3}|${ZIP}|[0-9]{4})(?![\p{L}\p{N}-]|[.,:/ ][0-9])`;
/** In front of a town: `10119`, `D-85354`, `00-549`, `C1193AAE`, `1016 GV`, `852 36`. */
export const LEADING_POSTCODE = String.raw`(?:[A-Z]{1,2}-|(?:ΤΚ|Τ\.Κ\.|C\.?P\.?|CAP|PSČ) ?)?(?:[0-9]{5}-?[0-9]{3}|[0-9]{5}|[0-9]{2}-[0-9]{3}|[A-HJ-NP-Z][0-9]{4}[A-Z]{3}|[0-9]{4} ?[A-Z]{2}|[0-9]{3} [0-9]{2}|[0-9]{4}(?:-[0-9]{3})?)(?![\p{N}])`;
export const STATE = `(?:(?:${[...new Set(`${US_STATES} ${OTHER_STATES}`.split(' '))].join('|')})${NO_WORD_AFTER}|(?:${STATE_NAMES})${NO_WORD_AFTER})`;
export const COUNTRY = `(?:${COUNTRIES})${NO_WORD_AFTER}`;
export const COUNTY = String.raw`(?:Co\.|County|Comté|Prov\.|Landkreis) ?${WORD}`;
