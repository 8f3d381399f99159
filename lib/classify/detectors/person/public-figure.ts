/**
 * Whether a name is said of somebody everybody may know, as in a lesson or an encyclopaedia. It stays the name of a person,
 * but not one to act on by itself.
 */
import { cueWords, type WordList } from '../../detector.ts';
import { firstAbove } from '../../lexicon.ts';
import type { NameSpan } from '../../names/tag-names.ts';
import type { Scan } from '../../scan.ts';

/** Below what may be acted on alone. */
const SEEN = 0.8;
/** How far around a name is looked, in UTF-16 units, and not over the end of its line. */
const AROUND = 110;

export const LESSON = cueWords(
  'lesson',
  'essay|essays|poem|poems|poet|poets|poetry|poetess|verse|verses|stanza|stanzas|sonnet|sonnets|novel|novels|novelist',
  'playwright|protagonist|antagonist|heroine|tragedy|comedy|fairy tale|fairy tales|theme|themes|symbolism|metaphor|metaphors',
  'literary|literature|symphony|symphonies|opera|operas|sonata|requiem|composer|lyrics|chords|painter|painting|paintings',
  'sculptor|philosopher|philosophy|philosophical|theorem|theorems|paradox|razor|hypothesis|theory|century|centuries|medieval',
  'ancient|dynasty|emperor|empire|pharaoh|assassinated|assassinates|assassinating|assassination|assassinations|revolution',
  'civil war|world war|reformation|renaissance|enlightenment|historian|historians|historical|biography of|in the style of',
  'gedicht|gedichte|dichter|dichterin|lyrik|ballade|roman von|romane|drama|novelle|marchen|hauptfigur|komponist|sinfonie|oper',
  'maler|gemalde|philosoph|jahrhundert|jahrhunderts|kaiser|rasiermesser|satz von|erfand',
  'poeme|poemes|poesie|roman de|romans de|tragedie|comedie|personnage|peintre|tableau de|philosophe|siecle|empereur|rasoir',
  'theoreme|a invente',
  'poema|poemas|poesia|novela de|novelas de|obra de|personaje|pintor|cuadro de|filosofo|siglo|emperador|navaja de|teorema',
);
const QUESTION =
  /^[\s"'¿¡#*>-]{0,4}(?:who|whose|why|when|how|what|where|which|was|were|did|does|compare|explain|summari[sz]e|describe|analy[sz]e|interpret|discuss|define|life|role|plot|meaning|themes?|themes|character|debate|give|tell|wer|wen|warum|wann|wie|was|worum|erklare|vergleiche|beschreibe|interpretiere|fasse|qui|pourquoi|quand|comment|quel|quelle|de quoi|explique|compare|resume|quien|por que|cuando|como|que|explica|compara)(?![a-z])/;
/** Somebody near the writer, or a letter. */
export const PRIVATE = cueWords(
  'private-matter',
  'my|our|her|his|boss|colleague|coworker|neighbor|neighbour|landlord|tenant|client|customer|employee|applicant|candidate',
  'patient|pupil|student|mr|mrs|ms|miss|dr|prof|dear|hi|hello|regards|sincerely|email|emails|e-mail|e-mails|phone|address',
  'invoice|salary|born on|account|appointment|meeting|passport|policy|diagnosed|hired|fired',
  'mein|meine|meinem|meinen|meiner|meines|unser|unsere|unserem|unseren|unserer|unseres|chef|chefs|chefin|herr|herrn|frau',
  'mon|ma|mes|notre|mme|madame|monsieur|mi|mis|nuestro|nuestra|sr|sra',
);
const REACHABLE = /@|[0-9]{5}/g;

/** Tells the confidence of names of people in a text, at most 0.8 where they are said in a lesson. */
export function knownToAll(scan: Scan): (name: NameSpan) => number {
  const { folded, data } = scan;
  const { full, single } = data.models.tables.publicFigures;
  let reachable: number[] | undefined;
  const isReachable = (from: number, to: number) => {
    reachable ??= Array.from(scan.matchAll(REACHABLE), ({ index }) => index);
    const next = reachable[firstAbove(reachable, from - 1)];
    return next !== undefined && next < to;
  };
  return ({ start, end, confidence }) => {
    if (confidence <= SEEN) return confidence;
    const [from, to] = lineAround(folded, start, end);
    const isSaid = (list: WordList) => scan.near(list, start, start, start - from, to - start);
    if (isSaid(PRIVATE) || isReachable(from, to)) return confidence;
    if (isSaid(LESSON)) return SEEN;
    const name = folded.slice(start, end);
    return (full.has(name) || single.has(name)) && QUESTION.test(folded.slice(from, to)) ? SEEN : confidence;
  };
}

/** From where to where it is looked around a name, UTF-16. */
function lineAround(folded: string, start: number, end: number): [from: number, to: number] {
  const before = folded.slice(Math.max(0, start - AROUND), start);
  const after = folded.slice(end, end + AROUND);
  const newline = after.indexOf('\n');
  return [start - before.length + before.lastIndexOf('\n') + 1, end + (newline < 0 ? after.length : newline)];
}
