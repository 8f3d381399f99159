import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readDocument } from '../../lib/classify/documents/read-document.ts';
import type { FixtureServer } from '../fixtures/server/server.ts';
import type { SinkEntry } from '../fixtures/server/sink.ts';

/** Writes files to choose in a file input, and resolves to their paths. They are gone after the tests of the `describe`. */
export function useTempFiles(): (name: string, content: Uint8Array | string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}

/** What ChatGPT's page has put into its store, oldest first. */
export function storedFiles(server: FixtureServer): SinkEntry[] {
  return server.requests().filter(({ host, method }) => host.endsWith('oaiusercontent.com') && method === 'PUT');
}

/** The text of a document, as the product reads it. */
export async function textIn(bytes: Uint8Array): Promise<string> {
  const { parts } = await readDocument({ name: '', mediaType: '', bytes: new Uint8Array(bytes) });
  return parts.map(({ text }) => text).join('\n');
}
