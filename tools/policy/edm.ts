import { keyedHash, writeHashes } from '../../lib/classify/customer/keyed-hash.ts';
import { plainWordsOf } from '../../lib/classify/customer/plain-words.ts';
import { recordValue } from '../../lib/classify/customer/records.ts';
import type { RecordField } from '../../lib/classify/customer-data.ts';
import { parseCsv } from './csv.ts';
import { customerClass, openPolicyText } from './customer-section.ts';
import { readText } from './policy-file.ts';
import { CommandError, type Terminal } from './terminal.ts';

export interface EdmOptions {
  policy: string;
  id: string;
  fields: string;
  together: string;
  class: string;
}

/** A shorter value stands in any text. */
const LEAST_LENGTH = 4;
const MOST_WORDS = 6;

/** `policy edm CSV`: the rows of a list as keyed hashes, written into a policy. */
export async function edm(csv: string, options: EdmOptions, terminal: Terminal): Promise<number> {
  const [head, ...rows] = parseCsv(await readText(csv, terminal));
  const names = options.fields.split(',').map((name) => name.trim());
  const columns = names.map((name) => (head ?? []).findIndex((title) => title.trim() === name));
  const missing = names.find((_, index) => columns[index] === -1);
  if (missing !== undefined) throw new CommandError(`${csv}: there is no field ${missing} in the first line`);
  const together = Number(options.together);
  if (!Number.isInteger(together) || together < 0 || together >= names.length) {
    throw new CommandError(`--together is a number from 0 to ${names.length - 1} for these fields`);
  }
  const values = rows.map((row) => columns.map((column) => plainWordsOf(row[column] ?? '')));
  const usable = values.filter(([first]) => (first?.join('') ?? '').length >= LEAST_LENGTH);
  if (usable.length === 0)
    throw new CommandError(`${csv}: no row has a value of ${LEAST_LENGTH} letters or digits in ${names[0]}`);
  const policy = await openPolicyText(options.policy, terminal);
  const hash = keyedHash(policy.key);
  await policy.put('records', [
    {
      id: options.id,
      class: customerClass(options.class),
      fields: names.map((name, index) =>
        fieldOf(
          name,
          usable.map((row) => row[index]!),
        ),
      ),
      together,
      rows: writeHashes(usable.flatMap((row) => row.map((words, index) => hash(recordValue(names[index]!, words))))),
    } as { id: string },
  ]);
  terminal.out(
    `${options.policy}: ${usable.length} records of ${names.length} fields, ${rows.length - usable.length} left out`,
  );
  return 0;
}

/** What the values of a field look like; an empty one never matches, so it says nothing. */
function fieldOf(name: string, values: readonly string[][]): RecordField {
  const full = values.filter((words) => words.join('').length > 1);
  const digits = full.every((words) => /^[0-9]+$/.test(words.join('')));
  const most = full.reduce((longest, { length }) => Math.max(longest, length), 1);
  return {
    name,
    lengths: [...new Set(full.map((words) => Math.min(100, words.join('').length)))].sort((a, b) => a - b),
    // People write numbers in more groups than lists do.
    words: Math.min(MOST_WORDS, digits ? most + 3 : most),
    digits,
  };
}
