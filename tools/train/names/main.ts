/**
 * Trains the name tagger and writes `public/models/names.bin`.
 *
 *   node tools/train/names/main.ts [--cache DIR] [--corpora GIT_DIR] [--out FILE]
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fold } from '../../../lib/classify/fold.ts';
import { readText } from '../../../lib/classify/names/features.ts';
import { readNameModel } from '../../../lib/classify/names/name-model.ts';
import { tokenise } from '../../../lib/classify/names/tokens.ts';
import { evaluate } from './evaluate.ts';
import type { Example } from './example.ts';
import { Filler } from './fill.ts';
import { loadPools } from './pools.ts';
import { Random } from './random.ts';
import { readConll } from './read-conll.ts';
import { readCorpora } from './sources.ts';
import { TEMPLATES } from './templates/templates.ts';
import { TrainingSetBuilder, trainChain } from './train-chain.ts';
import { buildTable, wordLevels } from './word-table.ts';
import { writeModel } from './write-model.ts';

const { values } = parseArgs({
  options: {
    cache: { type: 'string', default: join(homedir(), '.cache', 'sluice-names') },
    corpora: { type: 'string' },
    out: { type: 'string', default: 'public/models/names.bin' },
    fillings: { type: 'string', default: '100' },
    epochs: { type: 'string', default: '4' },
    rows: { type: 'string', default: '200000' },
  },
});

const log = (line: string) => process.stdout.write(`${line}\n`);
const random = new Random(20_261_121);
const pools = await loadPools(values.cache);
const table = buildTable(wordLevels(pools));
log(`word table: ${table.marks.length} slots`);

const builder = new TrainingSetBuilder();
/** Share of made-up names the word table is not allowed to know, so that the model learns to do without it. */
const HIDDEN = 0.35;

function add(example: Example, hide: boolean, weight: number): void {
  const folded = fold(example.text);
  const tokens = tokenise(example.text, folded);
  const hidden = new Set<number>();
  if (hide) {
    for (const span of example.spans) {
      if (!random.chance(HIDDEN)) continue;
      for (let i = 0; i < tokens.count; i += 1) {
        if (tokens.start[i]! >= span.start && tokens.end[i]! <= span.end) hidden.add(tokens.hash[i]!);
      }
    }
  }
  builder.add(readText(folded, tokens, table, hidden), example.spans, weight);
}

const heldOut: Example[] = [];
for (const { path, text } of readCorpora(values.cache, values.corpora)) {
  const examples = readConll(text);
  const few = path.includes('BTC') ? examples.filter((_, i) => i % 10 === 9) : [];
  heldOut.push(...few);
  for (const example of examples) if (!few.includes(example)) add(example, false, 1);
}
for (const [language, templates] of Object.entries(TEMPLATES)) {
  const filler = new Filler(pools, language, random);
  const times = Number(values.fillings);
  for (let time = 0; time < times; time += 1) for (const template of templates) add(filler.fill(template), true, 0.5);
}
const weights = trainChain(
  builder.finish(),
  { epochs: Number(values.epochs), rate: 0.1, pull: 3e-3, least: 3 },
  random,
  log,
);
const bytes = writeModel(table, weights, Number(values.rows));
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, bytes);
const sha256 = createHash('sha256').update(bytes).digest('hex');
log(`${values.out}: ${bytes.length} bytes, SHA-256 ${sha256}`);
writeFileSync(new URL('names.bin.sha256', import.meta.url), `${sha256}\n`);
const model = readNameModel(bytes);
if (model === null) throw new Error('the written model cannot be read');
for (const line of evaluate(model, heldOut)) log(line);
