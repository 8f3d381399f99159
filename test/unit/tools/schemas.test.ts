import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FOLDER, schemaFiles } from '../../../tools/schemas.ts';

describe('docs/schemas', () => {
  it.each([...schemaFiles()])('%s is what the product parses with (else: npm run schemas)', (name, text) => {
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
  });
});
