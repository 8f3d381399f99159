/**
 * The keys of hundreds of providers as a file that is read when the classifier starts: a table, not code that every start of
 * the background should parse. Made from the tables beside this by `npm run tables`.
 */
import type { Detector } from '../../detector.ts';
import { readTable } from '../../table-file.ts';
import type { LabelledProvider } from './labelled-providers.data.ts';
import { labelledProvider } from './labelled-providers.ts';
import type { ProviderToken } from './provider-tokens.data.ts';
import { providerToken } from './provider-tokens.ts';

export interface ProviderTables {
  tokens: readonly ProviderToken[];
  labelled: readonly LabelledProvider[];
}

const VERSION = 1;

interface ProviderFile {
  v: number;
  tokens: [id: string, prefixes: readonly string[], body: string][];
  labelled: [id: string, names: readonly string[], form: string][];
}

/** One detector for each row. */
export function providerDetectors({ tokens, labelled }: ProviderTables): Detector[] {
  return [...tokens.map(providerToken), ...labelled.map(labelledProvider)];
}

/** The file's text. */
export function writeProviders({ tokens, labelled }: ProviderTables): string {
  const file: ProviderFile = {
    v: VERSION,
    tokens: tokens.map(({ id, prefixes, body }) => [id, prefixes, body]),
    labelled: labelled.map(({ id, names, form }) => [id, names, form]),
  };
  return `${JSON.stringify(file)}\n`;
}

/** Null when these bytes are no such file. */
export function readProviders(bytes: Uint8Array): Detector[] | null {
  return readTable(bytes, VERSION, ({ tokens, labelled }: ProviderFile) =>
    providerDetectors({
      tokens: tokens.map(([id, prefixes, body]) => ({ id, prefixes, body })),
      labelled: labelled.map(([id, names, form]) => ({ id, names, form })),
    }),
  );
}
