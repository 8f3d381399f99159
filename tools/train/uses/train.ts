/**
 * Learns what prompts are for and writes `public/models/uses.bin`, the same bytes every time.
 *
 *   node tools/train/uses/train.ts [--out FILE] [--misses]
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { classifyUses } from '../../../lib/classify/uses/classify-uses.ts';
import { readUseWeights } from '../../../lib/classify/uses/use-weights.ts';
import { USE_RULES } from '../../../lib/classify/uses/uses.ts';
import { toWordGroups } from '../../../lib/classify/uses/word-groups.ts';
import { learnUses } from './learn-uses.ts';
import { type Prompt, readTexts } from './read-texts.ts';

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'public/models/uses.bin' }, misses: { type: 'boolean', default: false } },
});
const log = (line: string) => process.stdout.write(`${line}\n`);
const groups = toWordGroups(USE_RULES);
const benign = readTexts((name) => name.startsWith('benign'));
const examples = USE_RULES.flatMap(({ use, examples: { positive, negative } }): Prompt[] => [
  ...positive.map((text) => ({ text, uses: [use], theme: `examples: ${use}` })),
  ...negative.map((text) => ({ text, uses: [], theme: `examples: ${use}` })),
]);
const prompts = [...examples, ...readTexts((name) => !/^(?:benign|unseen)/.test(name))];
log(`${prompts.length} prompts to learn from, ${benign.length} harmless ones to measure on`);
const { bytes, report } = learnUses(prompts, benign, groups);
for (const line of report.lines) log(line);
if (values.misses) for (const line of report.misses) log(line);
writeFileSync(values.out, bytes);
const sha256 = createHash('sha256').update(bytes).digest('hex');
writeFileSync(new URL('uses.bin.sha256', import.meta.url), `${sha256}\n`);
log(`${values.out}: ${bytes.length} bytes, SHA-256 ${sha256}`);
const model = { groups, weights: readUseWeights(bytes)! };
for (const [what, harmless] of [
  ['harmless prompts', benign],
  ['harmless prompts that nothing was set by', readTexts((name) => name.startsWith('unseen'))],
] as const) {
  const alarmed = harmless.filter(({ text }) => classifyUses(model, text).length > 0);
  log(`${what} taken for a use: ${alarmed.length} of ${harmless.length}`);
  if (values.misses) for (const { text } of alarmed) log(`ALARM ${text}`);
}
