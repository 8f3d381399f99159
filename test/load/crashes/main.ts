// `npm run crashes`: every kind of crash, twenty times each, and what was lost by it. Ends with one JSON line; exits
// non-zero when a kind lost, doubled or hid something. `-- --kinds endpoint,network`, `-- --runs 3`; `-- --markdown`
// prints the table, `-- --write` puts it into docs/durability.md, with what was measured before of kinds left out now.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isSound, type Row, runKind } from './kind.ts';
import { KINDS } from './kinds.ts';
import { durabilityPage } from './page.ts';

/** What was measured of each kind the last time. */
const ROWS = join(import.meta.dirname, '../../../.output/crashes.json');
const PAGE = join(import.meta.dirname, '../../../docs/durability.md');

const { values } = parseArgs({
  options: {
    kinds: { type: 'string' },
    runs: { type: 'string', default: '20' },
    markdown: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const wanted = values.kinds?.split(',');
const kinds = KINDS.filter(({ id }) => wanted?.includes(id) ?? true);
const unknown = wanted?.filter((id) => !KINDS.some((kind) => kind.id === id)) ?? [];
if (unknown.length > 0) {
  console.error(`No such kind: ${unknown.join(', ')}. There are: ${KINDS.map(({ id }) => id).join(', ')}`);
  process.exit(2);
}
const rows: Row[] = [];
for (const kind of kinds) {
  const row = await runKind(kind, Number(values.runs));
  rows.push(row);
  console.error(JSON.stringify(row));
}
const known = existsSync(ROWS) ? (JSON.parse(readFileSync(ROWS, 'utf8')) as Row[]) : [];
const all = KINDS.flatMap(({ id }) => [...rows, ...known].find((row) => row.id === id) ?? []);
mkdirSync(dirname(ROWS), { recursive: true });
writeFileSync(ROWS, JSON.stringify(all));
const page = durabilityPage(values.write ? all : rows, new Date());
if (values.markdown) process.stdout.write(page);
if (values.write) writeFileSync(PAGE, page);
const unsound = rows.filter((row) => !isSound(row)).map(({ id }) => id);
console.log(JSON.stringify({ rows, unsound }));
process.exitCode = unsound.length === 0 ? 0 : 1;
