/** Writes protected data into the `data` section of a policy file, leaving the rest of it as its author wrote it. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import { KEY_BYTES } from '../../lib/classify/customer/keyed-hash.ts';
import { readText } from './policy-file.ts';
import { CommandError, type Terminal } from './terminal.ts';

export type CustomerClass = 'CONFIDENTIAL' | 'CUSTOM';

export function customerClass(text: string): CustomerClass {
  if (text !== 'CONFIDENTIAL' && text !== 'CUSTOM') throw new CommandError('--class is CUSTOM or CONFIDENTIAL');
  return text;
}

export interface PolicyText {
  /** Base64: that of the policy, or a fresh one. */
  key: string;
  /** Adds an entry to a list of `data`, in place of one with the same id, and writes the file. */
  put(list: 'records' | 'documents', entries: readonly { id: string }[]): Promise<void>;
}

export async function openPolicyText(file: string, terminal: Terminal): Promise<PolicyText> {
  const document = parseDocument(await readText(file, terminal));
  const first = document.errors[0];
  if (first !== undefined) throw new CommandError(`${file}: ${first.message}`);
  const known = document.getIn(['data', 'key']);
  const key = typeof known === 'string' ? known : randomBytes(KEY_BYTES).toString('base64');
  return {
    key,
    async put(list, entries) {
      document.setIn(['data', 'key'], key);
      const others = existing(document, list).filter(({ id }) => !entries.some((entry) => entry.id === id));
      document.setIn(['data', list], document.createNode([...others, ...entries]));
      await writeFile(resolve(terminal.cwd, file), document.toString({ lineWidth: 0 }));
    },
  };
}

function existing(document: Document, list: string): { id: string }[] {
  const { data } = document.toJS() as { data?: Record<string, { id: string }[]> };
  return data?.[list] ?? [];
}
