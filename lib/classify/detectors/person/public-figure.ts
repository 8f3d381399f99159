/**
 * Whether a name is said of somebody everybody may know, as in a lesson or an encyclopaedia. It stays the name of a person,
 * but not one to act on by itself.
 */

import type { NameSpan } from '../../names/tag-names.ts';
import type { Scan } from '../../scan.ts';

/** Below what may be acted on alone. */
const SEEN = 0.8;
/** How far around a name is looked, in UTF-16 units, and not over the end of its line. */
const AROUND = 110;

const LESSON =
  /(?<![a-z])(?:essays?|poems?|poets?|poetry|poetess|verses?|stanzas?|sonnets?|novels?|novelist|playwright|protagonist|antagonist|heroine|tragedy|comedy|fairy tales?|themes?|symbolism|metaphors?|literary|literature|symphon(?:y|ies)|operas?|sonata|requiem|composer|lyrics|chords|painter|paintings?|sculptor|philosopher|philosophy|philosophical|theorems?|paradox|razor|hypothesis|theory|centur(?:y|ies)|medieval|ancient|dynasty|emperor|empire|pharaoh|assassinat\w{2,4}|revolution|civil war|world war|reformation|renaissance|enlightenment|historians?|historical|biography of|in the style of|gedichte?|dichter(?:in)?|lyrik|ballade|roman von|romane|drama|novelle|marchen|hauptfigur|komponist|sinfonie|oper|maler|gemalde|philosoph|jahrhunderts?|kaiser|rasiermesser|satz von|erfand|poemes?|poesie|romans? de|tragedie|comedie|personnage|peintre|tableau de|philosophe|siecle|empereur|rasoir|theoreme|a invente|poemas?|poesia|novelas? de|obra de|personaje|pintor|cuadro de|filosofo|siglo|emperador|navaja de|teorema)(?![a-z])/;
const QUESTION =
  /^[\s"'¿¡#*>-]{0,4}(?:who|whose|why|when|how|what|where|which|was|were|did|does|compare|explain|summari[sz]e|describe|analy[sz]e|interpret|discuss|define|life|role|plot|meaning|themes?|themes|character|debate|give|tell|wer|wen|warum|wann|wie|was|worum|erklare|vergleiche|beschreibe|interpretiere|fasse|qui|pourquoi|quand|comment|quel|quelle|de quoi|explique|compare|resume|quien|por que|cuando|como|que|explica|compara)(?![a-z])/;
/** Somebody near the writer, or a letter. */
const PRIVATE =
  /(?<![a-z])(?:my|our|her|his|mein\w{0,2}|unser\w{0,2}|mon|ma|mes|notre|mi|mis|nuestr[oa]|boss|chef\w?|colleague|coworker|neighbou?r|landlord|tenant|client|customer|employee|applicant|candidate|patient|pupil|student|mrs?|ms|miss|dr|prof|herrn?|frau|mme|madame|monsieur|sra?|dear|hi|hello|regards|sincerely|e-?mails?|phone|address|invoice|salary|born on|account|appointment|meeting|passport|policy|diagnosed|hired|fired)(?![a-z])|@|[0-9]{5}/;

/** The confidence of a name of a person, at most 0.8 where it is said in a lesson. */
export function knownToAll(scan: Scan, { start, end, confidence }: NameSpan): number {
  if (confidence <= SEEN) return confidence;
  const { folded, data } = scan;
  const { full, single } = data.models.tables.publicFigures;
  const name = folded.slice(start, end);
  const around = lineAround(folded, start, end);
  if (PRIVATE.test(around)) return confidence;
  if (LESSON.test(around)) return SEEN;
  return (full.has(name) || single.has(name)) && QUESTION.test(around) ? SEEN : confidence;
}

function lineAround(folded: string, start: number, end: number): string {
  const before = folded.slice(Math.max(0, start - AROUND), start);
  const after = folded.slice(end, end + AROUND);
  const newline = after.indexOf('\n');
  return `${before.slice(before.lastIndexOf('\n') + 1)}${folded.slice(start, end)}${newline < 0 ? after : after.slice(0, newline)}`;
}
