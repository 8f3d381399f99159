import { type Candidate, type Detector, fixedStrings } from '../../detector.ts';
import { fold } from '../../fold.ts';
import { KNOWN, levelOf, lookUp, type NameTable } from '../../names/name-table.ts';
import { hashText } from '../../names/tokens.ts';

/** How fields of forms and searches end that may hold a name. */
const FIELDS = fixedStrings(
  'query-field',
  'name=|first=|last=|given=|family=|q=|query=|search=|who=|person=|user=|customer=|client=|patient=|applicant=|contact=',
  'employee=|member=|owner=|author=|nom=|nombre=|nome=|naam=',
);
/** The address goes on in front of a field: it is one of a query or of a form's body. */
const IN_ADDRESS = /[?&;#][a-z0-9_.[\]-]{0,30}$/;
/** Words joined as an address joins them; a plus, a space or an underscore stands between. */
const VALUE =
  /(?:[\p{L}'’.-]|%[0-9A-Fa-f]{2}){2,40}(?:(?:\+|_)(?:[\p{L}'’.-]|%[0-9A-Fa-f]{2}){1,40}){0,3}(?=[&;#\s"'<>)\]]|$)/uy;
const BETWEEN = /[+_ ]+/;
/** Borne as a name often enough. */
const COMMON = 2;

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Two to four words: a given name, and behind it none that is more often an ordinary word than a surname. */
function isName(value: string, table: NameTable): boolean {
  const words = fold(decoded(value)).split(BETWEEN).filter(Boolean);
  if (words.length < 2 || words.length > 4) return false;
  const known = words.map((word) => lookUp(table, hashText(word)));
  const isBorne = (levels: number, kind: number) =>
    levelOf(levels, kind) >= Math.max(COMMON, levelOf(levels, KNOWN.ordinary));
  return (
    isBorne(known[0]!, KNOWN.given) &&
    known.slice(1).every((levels) => levelOf(levels, KNOWN.ordinary) < COMMON || isBorne(levels, KNOWN.surname))
  );
}

/** Full names in the query of a web address: "?q=Ana+Prado&page=2". */
export const personQuery: Detector = {
  id: 'person-query',
  type: 'PERSON',
  class: 'PII',
  regions: [],
  needs: [],
  requires: [FIELDS],
  find(scan): Candidate[] {
    const table = scan.data.models.names?.table;
    if (table === undefined) return [];
    return scan.words(FIELDS).ends.flatMap((start) => {
      if (!IN_ADDRESS.test(scan.folded.slice(Math.max(0, start - 40), start - 1))) return [];
      const match = scan.matchAt(VALUE, start);
      if (match === null || !isName(match[0], table)) return [];
      return [{ start, end: start + match[0].length, confidence: 0.92, evidence: ['gazetteer', 'cue:query'] }];
    });
  },
  examples: {
    positive: [
      'https://crm.acme.com/search?q=Claudia+Brandt&page=2',
      'GET /people?name=Lukas%20Neumann HTTP/1.1',
      'first=1&full_name=Elena+Moreno+Vidal',
    ],
    negative: [
      'https://shop.acme.com/search?q=blue+shirt',
      'https://acme.com/?q=rose+garden+chair',
      '?name=config&q=trains+to+the+coast',
      'GET /?q=mark+all+read',
    ],
  },
};
