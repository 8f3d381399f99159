/**
 * `npm run openapi`: writes docs/schemas/openapi.json, what the endpoint answers at `/openapi.json`. It is for whoever programs
 * against the endpoint, with a client made of it by the tool of their choice; the console's own takes its types from the
 * routes themselves (server/api/endpoint-types.ts).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../server/config.ts';
import { startEndpoint } from '../server/start.ts';

export const FILE = join(import.meta.dirname, '../docs/schemas/openapi.json');

/** The document as it stands in the file. */
export function textOf(document: unknown): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}

async function ask(): Promise<unknown> {
  const read = readConfig({ PORT: '0' });
  if (!read.ok) throw new Error(read.errors.join('\n'));
  const endpoint = await startEndpoint({ ...read.config, database: { kind: 'pglite', folder: null } }, () => {});
  const answer = await fetch(`${endpoint.url}/openapi.json`);
  const document: unknown = await answer.json();
  await endpoint.close();
  return document;
}

if (import.meta.main) {
  const text = textOf(await ask());
  const isSame = readFileSync(FILE, { encoding: 'utf8', flag: 'a+' }) === text;
  if (!isSame) writeFileSync(FILE, text);
  console.log(`docs/schemas/openapi.json ${isSame ? 'is up to date' : 'written'}`);
}
