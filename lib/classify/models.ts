/** What the classifier has learned, and rules of many words: files in public/models/, read by the host. */

import type { Detector } from './detector.ts';
import { readProviders } from './detectors/secrets/provider-file.ts';
import { type NameModel, readNameModel } from './names/name-model.ts';
import { readTables, type Tables } from './tables.ts';
import type { UseModel } from './uses/use-model.ts';
import { readUseWeights } from './uses/use-weights.ts';
import { readWordGroups } from './uses/word-groups.ts';

/** What was read, ready to be asked. The extension, the command line and the endpoint have all of it. */
export interface Models {
  readonly names: NameModel | null;
  readonly uses: UseModel | null;
  /** Detectors that are rows of a table. */
  readonly providers: readonly Detector[];
  readonly tables: Tables;
}

/** Files of public/models/ by name. Rejects when one is missing. */
export type ReadModelFile = (file: string) => Promise<Uint8Array>;

/**
 * Read and unpack all models. `read`: `fetch` of the extension's own files in a browser, the file system in Node.
 * Rejects when a file is missing or is not a model of this version.
 */
export async function loadModels(read: ReadModelFile): Promise<Models> {
  const names = readNameModel(await read('names.bin'));
  if (names === null) throw new Error('names.bin is not a name model of this version');
  const groups = readWordGroups(await read('uses.json'));
  if (groups === null) throw new Error('uses.json is not a table of this version');
  const weights = readUseWeights(await read('uses.bin'));
  if (weights === null) throw new Error('uses.bin is not a use model of this version');
  const providers = readProviders(await read('providers.json'));
  if (providers === null) throw new Error('providers.json is not a table of this version');
  const tables = readTables(await read('tables.json'));
  if (tables === null) throw new Error('tables.json is not a file of tables of this version');
  return { names, uses: { groups, weights }, providers, tables };
}
