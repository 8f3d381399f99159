/** `npm run detectors`: writes docs/detectors.md, every type that is found and every use that is recognised, out of the detectors themselves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Detector } from '../lib/classify/detector.ts';
import { DETECTORS } from '../lib/classify/every-detector.ts';
import { DATA_CLASSES } from '../lib/classify/finding.ts';
import { USE_RULES } from '../lib/classify/uses/uses.ts';

export const PAGE = join(import.meta.dirname, '../docs/detectors.md');

/** The page as it should be. */
export function detectorsPage(): string {
  const types = new Set(DETECTORS.map(({ type }) => type));
  return `${[
    '# What is found',
    '',
    `<!-- Made by \`npm run detectors\` out of lib/classify. -->`,
    '',
    `${DETECTORS.length} detectors for ${types.size} types, and ${USE_RULES.length} uses. A finding names type, class and detector;`,
    'policy can ask for each of them. *Needs* says what has to stand in the text before a detector looks at all: a word of its',
    'own (a label such as "IBAN", a prefix such as `ghp_`), or only characters of a kind. Whether a number is right (check',
    'digits, ranges, dates) is decided by each detector; `evidence` in the output of `npm run -s scan` says what supported a',
    'finding. Further types come with the policy: [your own data](admin/protected-data.md).',
    ...DATA_CLASSES.flatMap(classSection),
    '',
    '## Uses',
    '',
    '| use | about |',
    '|---|---|',
    ...USE_RULES.map(({ use, about }) => `| \`${use}\` | ${about} |`),
  ].join('\n')}\n`;
}

function classSection(name: (typeof DATA_CLASSES)[number]): string[] {
  const own = DETECTORS.filter((detector) => detector.class === name).sort(
    (a, b) => compare(a.type, b.type) || compare(a.id, b.id),
  );
  if (own.length === 0) return [];
  // Secrets are told by their detector alone, and an example would look like a leak to scanners of code.
  return own.every(({ type }) => type === 'SECRET')
    ? [
        '',
        `## ${name}`,
        '',
        '| detector | needs |',
        '|---|---|',
        ...own.map((each) => `| \`${each.id}\` | ${needs(each)} |`),
      ]
    : [
        '',
        `## ${name}`,
        '',
        '| type | detector | countries | needs | for example |',
        '|---|---|---|---|---|',
        ...own.map(row),
      ];
}

function row(detector: Detector): string {
  const { type, id, regions, examples } = detector;
  const example = type === 'SECRET' ? '' : quoted(examples.positive[0] ?? '');
  return `| \`${type}\` | \`${id}\` | ${regions.length > 6 ? `${regions.length} countries` : regions.join(', ')} | ${needs(detector)} | ${example} |`;
}

const MOST_SHOWN = 3;
const LONGEST_EXAMPLE = 60;

function needs({ requires = [], forms = [], needs: shapes }: Detector): string {
  const words = (forms.length > 0 ? [] : requires)
    .flatMap((list) => list.words)
    .filter((word) => /^[\x21-\x7e]/.test(word));
  if (words.length > 0) {
    const shown = words.slice(0, MOST_SHOWN).map((word) => `\`${word.replaceAll('|', '\\|').replaceAll('`', "'")}\``);
    return `${shown.join(', ')}${words.length > MOST_SHOWN ? ` or ${words.length - MOST_SHOWN} more` : ''}`;
  }
  return shapes.join(', ');
}

/** One line that no Markdown reader takes for a table, a link or a tag. */
function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|').trim();
  return `\`${line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE).trimEnd()} …` : line}\``;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

if (import.meta.main) {
  const page = detectorsPage();
  const isSame = readFileSync(PAGE, { encoding: 'utf8', flag: 'a+' }) === page;
  if (!isSame) writeFileSync(PAGE, page);
  console.log(isSame ? 'docs/detectors.md is up to date' : 'docs/detectors.md written');
}
