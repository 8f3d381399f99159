/** What an organisation wants protected beyond what everybody does, as an author writes it in a policy. */
import * as z from 'zod/mini';
import { HASH_BYTES, KEY_BYTES } from '../classify/customer/keyed-hash.ts';
import { compilePattern } from '../classify/customer/pattern-search.ts';
import { PatternError } from '../classify/customer/pattern-syntax.ts';
import { formatPath, type PolicyFault } from './faults.ts';

const matching = (pattern: RegExp, error: string) => z.string().check(z.regex(pattern, error));
const slug = matching(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and hyphens, e.g. code-names');
const list = <T extends z.core.SomeType>(item: T, most: number) =>
  z.array(item).check(z.minLength(1), z.maxLength(most));
const phrase = (max: number) => z.string().check(z.trim(), z.minLength(2), z.maxLength(max));
const base64 = (max: number) =>
  matching(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64, as `policy -- edm` and `policy -- fingerprint` write it').check(
    z.maxLength(max),
  );
const domain = matching(
  /^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/,
  'must be a domain in small letters, such as example.com',
);
const region = matching(/^[A-Z]{2}$/, 'must be a country of two capital letters, such as DE');
const share = z.number().check(z.gte(0.01), z.lte(1));
const confidence = z.number().check(z.gte(0.5), z.lte(1));
const customerClass = z.enum(['CONFIDENTIAL', 'CUSTOM']);
const examples = z.array(z.string().check(z.maxLength(1000))).check(z.minLength(1), z.maxLength(20));

export const dataSchema = z.strictObject({
  /** Countries whose phone and identity numbers are expected. */
  regions: z.optional(list(region, 60)),
  /** Mail addresses here are the organisation's own: seen, not acted on by themselves. */
  ownDomains: z.optional(list(domain, 200)),
  key: z.optional(base64(64)),
  terms: z.optional(
    list(
      z.strictObject({
        id: slug,
        class: customerClass,
        words: list(phrase(120), 5_000),
        matchCase: z.optional(z.boolean()),
        partial: z.optional(z.boolean()),
        confidence: z.optional(confidence),
      }),
      50,
    ),
  ),
  records: z.optional(
    list(
      z.strictObject({
        id: slug,
        class: customerClass,
        fields: list(
          z.strictObject({
            name: phrase(64),
            lengths: list(z.int().check(z.gte(2), z.lte(100)), 100),
            words: z.int().check(z.gte(1), z.lte(6)),
            digits: z.boolean(),
          }),
          8,
        ),
        together: z.int().check(z.gte(0), z.lte(7)),
        rows: base64(4_000_000),
      }),
      20,
    ),
  ),
  documents: z.optional(
    list(z.strictObject({ id: slug, class: customerClass, passages: base64(400_000), least: share }), 500),
  ),
  patterns: z.optional(
    list(
      z.strictObject({
        id: slug,
        class: customerClass,
        pattern: z.string().check(z.minLength(1), z.maxLength(400)),
        ignoreCase: z.optional(z.boolean()),
        cues: z.optional(list(phrase(60), 50)),
        confidence: z.optional(confidence),
        /** Texts in which it has to be found, and texts in which it must not. */
        examples: z.strictObject({ found: examples, left: z.optional(examples) }),
      }),
      100,
    ),
  ),
});
export type PolicyData = z.infer<typeof dataSchema>;

const bytesIn = (text: string) => Math.floor((text.replace(/=+$/, '').length * 3) / 4);

/** What a schema cannot say: patterns that can be run and hold their examples, hashes that are whole, ids that are one's own. */
export function checkData(data: PolicyData): PolicyFault[] {
  const { key, terms = [], records = [], documents = [], patterns = [] } = data;
  const faults: PolicyFault[] = [];
  const fault = (message: string, ...path: (string | number)[]) =>
    faults.push({ path: formatPath(['data', ...path]), message });
  for (const [name, sets] of Object.entries({ terms, records, documents, patterns })) {
    const ids = sets.map(({ id }) => id);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) fault('is already the id of another one', name, index, 'id');
    });
  }
  if (key !== undefined && bytesIn(key) !== KEY_BYTES) fault(`must be ${KEY_BYTES} bytes in base64`, 'key');
  if (key === undefined && records.length + documents.length > 0)
    fault('is missing: records and documents need it', 'key');
  records.forEach(({ fields, together, rows }, index) => {
    if (together >= fields.length)
      fault('asks for more fields than there are besides the first', 'records', index, 'together');
    if (bytesIn(rows) % (fields.length * HASH_BYTES) !== 0) fault('does not fit the fields', 'records', index, 'rows');
  });
  documents.forEach(({ passages }, index) => {
    if (bytesIn(passages) % HASH_BYTES !== 0) fault('is cut off', 'documents', index, 'passages');
  });
  patterns.forEach((pattern, index) => {
    const problem = patternProblem(pattern);
    if (problem !== null) fault(problem.message, 'patterns', index, ...problem.path);
  });
  return faults;
}

type PatternRule = NonNullable<PolicyData['patterns']>[number];

function patternProblem(rule: PatternRule): { path: string[]; message: string } | null {
  try {
    const { search } = compilePattern(rule.pattern, rule.ignoreCase === true);
    const isFound = (text: string) => search(text).length > 0;
    const missed = rule.examples.found.findIndex((text) => !isFound(text));
    if (missed >= 0) return { path: ['examples', 'found'], message: `is not found: number ${missed + 1}` };
    const wrong = rule.examples.left?.findIndex(isFound) ?? -1;
    return wrong < 0
      ? null
      : { path: ['examples', 'left'], message: `is found although it must not: number ${wrong + 1}` };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { path: ['pattern'], message: `${error.message} (character ${error.at + 1})` };
  }
}
