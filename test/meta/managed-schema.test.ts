import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { managedSchemaText } from '../../tools/managed-schema.ts';
import { ROOT } from './tree.ts';

it('the managed schema in the package is the one of the code (else: node tools/managed-schema.ts)', () => {
  expect(readFileSync(join(ROOT, 'public/managed_schema.json'), 'utf8')).toBe(managedSchemaText());
});
