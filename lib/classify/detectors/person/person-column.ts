import { type Candidate, cueWords, type Detector, fixedStrings } from '../../detector.ts';

const COLUMN = cueWords(
  'name-column',
  'name|full name|fullname|full_name|first name|firstname|first_name|last name|lastname|last_name',
  'surname|customer|patient|employee|contact|vorname|nachname|prenom|nom|nombre|apellido',
);
const HEADING =
  /^["' ]*(?:(?:full|first|last|given|family|sur|customer|client|patient|employee|contact|student|member|user|account|vor|nach)[ _]?)?(?:name|nom|prenom|prénom|nombre|apellidos?|cognome|nome|customer|patient|employee|contact)["' ]*$/i;
/** What every heading of names has in it. */
const IN_HEADING = fixedStrings('name-heading', 'name|nom|apellido|customer|patient|employee|contact');
/** Cells of names of things are as common as of people when the heading is only "name": a second sign is asked for. */
const OTHER_HEADING = /mail|phone|birth|ssn|address|salary|gender|\bage\b|telefon|geburt|surname|last|city|zip|dob/i;
const CELL = /^\p{Lu}[\p{L}'. -]{1,60}$/u;
const DELIMITERS = [',', ';', '\t', '|'];
const MOST_ROWS = 10_000;
const LONGEST_LINE = 2000;

interface Column {
  index: number;
  delimiter: string;
  cells: number;
}

function nameColumns(header: string): Column[] {
  for (const delimiter of DELIMITERS) {
    if (!header.includes(delimiter)) continue;
    const cells = header.split(delimiter);
    if (cells.length > 60 || !cells.some((cell) => OTHER_HEADING.test(cell))) continue;
    return cells.flatMap((cell, index) => (HEADING.test(cell) ? [{ index, delimiter, cells: cells.length }] : []));
  }
  return [];
}

function cellsOf(line: string, lineStart: number, columns: readonly Column[]): Candidate[] {
  const { delimiter, cells } = columns[0]!;
  const parts = line.split(delimiter);
  if (parts.length !== cells) return [];
  return columns.flatMap(({ index }) => {
    const part = parts[index]!;
    const value = part.trim().replace(/^["']|["']$/g, '');
    if (!CELL.test(value)) return [];
    const before = parts.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
    const start = lineStart + before + part.indexOf(value);
    return [{ start, end: start + value.length, confidence: 0.9, evidence: ['cue:column'] }];
  });
}

/** Names in the columns of a pasted table whose heading says so. */
export const personColumn: Detector = {
  id: 'person-column',
  type: 'PERSON',
  class: 'PII',
  regions: [],
  needs: ['newline', 'capital'],
  requires: [COLUMN],
  cues: [IN_HEADING],
  find(scan) {
    const found: Candidate[] = [];
    let columns: Column[] = [];
    const headings = scan.words(IN_HEADING).starts;
    let next = 0;
    let start = 0;
    let rows = 0;
    while (start < scan.text.length && rows < MOST_ROWS) {
      const newline = scan.text.indexOf('\n', start);
      const end = newline < 0 ? scan.text.length : newline;
      while (next < headings.length && headings[next]! < start) next += 1;
      const isHeading = next < headings.length && headings[next]! < end;
      if (columns.length > 0 || isHeading) {
        const line = scan.text.slice(start, Math.min(end, start + LONGEST_LINE)).trimEnd();
        const cells = columns.length > 0 ? cellsOf(line, start, columns) : [];
        if (cells.length > 0) found.push(...cells);
        else columns = isHeading ? nameColumns(line) : [];
      }
      start = end + 1;
      rows += 1;
    }
    return found;
  },
  examples: {
    positive: ['name,email\nWeronika Zdrojewska,w@acme.com', 'id;Nachname;Vorname;Telefon\n1;Oyelaran;Tunde;123'],
    negative: ['name,price\nBlue Widget,12', 'name,version\nReact,18', 'no table\nof anything'],
  },
};
