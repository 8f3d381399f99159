import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { LEAST_PASSAGES, passagesOf } from '../../lib/classify/customer/documents.ts';
import { keyedHash, writeHashes } from '../../lib/classify/customer/keyed-hash.ts';
import { plainWords } from '../../lib/classify/customer/plain-words.ts';
import { readDocument } from '../../lib/classify/documents/read-document.ts';
import { fold } from '../../lib/classify/fold.ts';
import { normalise } from '../../lib/prompt/normalise.ts';
import { customerClass, openPolicyText } from './customer-section.ts';
import { CommandError, type Terminal } from './terminal.ts';

export interface FingerprintOptions {
  policy: string;
  least: string;
  class: string;
}

/** `policy fingerprint FILE...`: documents as keyed hashes of some of their passages, written into a policy. */
export async function fingerprint(
  files: readonly string[],
  options: FingerprintOptions,
  terminal: Terminal,
): Promise<number> {
  const least = Number(options.least);
  if (!(least >= 0.01 && least <= 1)) throw new CommandError('--least is a share from 0.01 to 1');
  const policy = await openPolicyText(options.policy, terminal);
  const hash = keyedHash(policy.key);
  const documents: { id: string }[] = [];
  for (const file of files) {
    const words = plainWords(fold(normalise(await textOf(file, terminal)).text));
    const hashes = [...new Set(passagesOf(words, hash).map((passage) => passage.hash))];
    if (hashes.length < LEAST_PASSAGES) throw new CommandError(`${file}: has too little text to know it by`);
    documents.push({ id: idOf(file), class: customerClass(options.class), passages: writeHashes(hashes), least } as {
      id: string;
    });
    terminal.out(`${file}: ${words.length} words, ${hashes.length} passages`);
  }
  await policy.put('documents', documents);
  return 0;
}

async function textOf(file: string, terminal: Terminal): Promise<string> {
  const bytes = await readFile(resolve(terminal.cwd, file)).catch(() => {
    throw new CommandError(`${file}: cannot be read`);
  });
  const { parts } = await readDocument(
    { name: basename(file), mediaType: '', bytes: new Uint8Array(bytes) },
    { pdf: () => import('pdfjs-dist/legacy/build/pdf.mjs') },
  );
  return parts.map(({ text }) => text).join('\n');
}

function idOf(file: string): string {
  const id = basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
  return id === '' ? 'document' : id;
}
