/**
 * Writes public/managed_schema.json from lib/platform/managed-config.ts. Chromium wants JSON Schema draft 3 with a type
 * at every level and none of the newer words, so only what it understands is kept.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { managedConfigSchema } from '../lib/platform/managed-config.ts';

const KEPT = ['type', 'enum', 'items', 'properties', 'minLength', 'maxLength', 'title', 'description'];

/** The schema file's text. */
export function managedSchemaText(): string {
  return `${JSON.stringify(simplify(z.toJSONSchema(managedConfigSchema, { io: 'input' })), null, 2)}\n`;
}

function simplify(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => KEPT.includes(key));
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (key === 'properties') {
        return [key, Object.fromEntries(Object.entries(value).map(([name, each]) => [name, simplify(each)]))];
      }
      return [key, key === 'items' ? simplify(value) : value];
    }),
  );
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, '../public/managed_schema.json'), managedSchemaText());
}
