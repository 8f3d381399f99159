import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../lib/language/language.ts';
import { words as de } from '../../server/console/language/de/words.ts';
import { words as en } from '../../server/console/language/en/words.ts';
import { words as es } from '../../server/console/language/es/words.ts';
import { words as fr } from '../../server/console/language/fr/words.ts';
import { sourceFiles } from './tree.ts';

/** Attributes that somebody reads or hears. */
const READ = new Set(['alt', 'aria-label', 'aria-description', 'description', 'hint', 'label', 'placeholder', 'title']);
const LETTERS = /\p{L}/u;

interface Node {
  type: string;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** Every sentence that stands in the markup itself: text of elements, and literals that people are shown. */
function sentencesOf(path: string, text: string): string[] {
  const { program, errors } = parseSync(path, text, { lang: 'tsx' });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const found: string[] = [];
  const note = (value: unknown) => {
    if (typeof value === 'string' && LETTERS.test(value)) found.push(value.trim());
  };
  /** A literal anywhere in what is shown: also one half of a condition. */
  const shown = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.type === 'Literal') note(node.value);
    if (node.type === 'TemplateLiteral') {
      for (const { value } of node.quasis as { value: { cooked: string } }[]) note(value.cooked);
    }
    if (node.type === 'LogicalExpression') shown(node.right);
    if (node.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach(shown);
    if (node.type === 'JSXExpressionContainer') shown(node.expression);
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    if (!isNode(node)) return;
    if (node.type === 'JSXText') note(node.value);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') (node.children as unknown[]).forEach(shown);
    if (node.type === 'JSXAttribute' && READ.has(String((node.name as Node).name))) shown(node.value);
    Object.values(node).forEach(walk);
  };
  walk(program);
  return found;
}

type Entry = string | ((...given: unknown[]) => string);
const said = (entry: Entry, given: unknown[] = [7, 7, 7]) => (typeof entry === 'string' ? entry : entry(...given));
/** Every sentence of a language by its path. */
function entriesOf(value: unknown, path = ''): [path: string, entry: Entry][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Entry]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    entriesOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** What no language writes otherwise: names, formats, and a command. */
const NAMES = [
  ': ',
  'Sluice',
  'OpenTelemetry (OTLP)',
  'Splunk',
  'Microsoft Sentinel',
  'syslog',
  'Webhook',
  'npm run -s verify -- DIR',
];
/** Words that English and another language write alike. */
const ALIKE: Record<'de' | 'fr' | 'es', string[]> = {
  de: ['Name', 'App', 'Person', 'Browser', 'System', 'Status'],
  fr: [
    'Pages',
    'Action',
    'Type',
    'Mode',
    'Incident',
    'Incidents',
    'Verdict',
    'Note',
    'Protection',
    'Signature (Ed25519)',
    'Place',
  ],
  es: ['no'],
};
/** Sentences with a number or a name in them that need no other words. */
const ALIKE_WITH: Record<'de' | 'fr' | 'es', string[]> = {
  de: ['text.overview.version', 'text.device.policyVersion'],
  fr: ['text.overview.version', 'text.device.policyVersion', 'text.decision.ruleVersion'],
  es: [],
};
const ALIKE_EVERYWHERE = ['text.pageTitle', 'text.devices.under', 'text.overview.few'];

/** Which of the names and numbers it is told a sentence shows. */
const shownOf = (entry: Entry) =>
  [
    ['qa', 'qb', 'qc'],
    [11, 12, 13],
  ]
    .flatMap((given) => given.filter((each) => said(entry, given).includes(String(each))))
    .join();

const english = new Map(entriesOf(en));

describe('the words of the console', () => {
  it('stand in its tables, never in its markup', () => {
    const views = sourceFiles('server/console/**/*').filter(({ path }) => path.endsWith('.tsx'));
    expect(views.length).toBeGreaterThan(30);
    expect(views.flatMap(({ path, text }) => sentencesOf(path, text).map((found) => `${path}: ${found}`))).toEqual([]);
    const planted = '<p title="A title">{isLate ? `late` : words.soon} Hello<b aria-label={words.x}>{"!"}</b></p>';
    expect(sentencesOf('a.tsx', planted).sort()).toEqual(['A title', 'Hello', 'late']);
  });

  it('exist in every language that people read', () => {
    expect([...LANGUAGES].sort()).toEqual(['de', 'en', 'es', 'fr']);
    expect(english.size).toBeGreaterThan(500);
  });

  describe.each(Object.entries({ de, fr, es }))('in %s', (language, words) => {
    const all = entriesOf(words);
    const of = language as 'de' | 'fr' | 'es';

    it('are all there, none left over, each with what it is told', () => {
      expect(all.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
      const forgotten = all.filter(
        ([path, entry]) => typeof entry !== 'string' && shownOf(entry) !== shownOf(english.get(path)!),
      );
      expect(forgotten.map(([path]) => path)).toEqual([]);
    });

    it('are not the English ones, and none is empty', () => {
      const alike = all.filter(([path, entry]) => said(entry) === said(english.get(path)!));
      const allowed = [...NAMES, ...ALIKE[of]];
      const allowedPaths = [...ALIKE_EVERYWHERE, ...ALIKE_WITH[of]];
      const bad = alike.filter(([path, entry]) => !allowedPaths.includes(path) && !allowed.includes(said(entry)));
      expect(bad.map(([path, entry]) => `${path}: ${said(entry)}`)).toEqual([]);
      expect(all.filter(([, entry]) => said(entry).trim() === '').map(([path]) => path)).toEqual([]);
      // No word is allowed that is not needed any more.
      expect(ALIKE[of].filter((word) => !alike.some(([, entry]) => said(entry) === word))).toEqual([]);
    });
  });
});
