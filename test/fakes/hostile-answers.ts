/** Answers as the endpoint's document describes them, in which every string that may be anything is hostile. */
import { randomUUID } from 'node:crypto';

/** What the document uses of JSON Schema. */
interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
}

export interface ApiDocument {
  paths: Record<string, { get?: { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> } }>;
  components: { schemas: Record<string, Schema> };
}

/** Long enough that lists wrap, short enough to be read. */
const ITEMS = 3;

/**
 * The answer to a GET of a path such as `/v1/people`; null when the document describes none as JSON. Everything that may
 * be there is there. `next`: the hostile string to use now.
 */
export function hostileAnswer(document: ApiDocument, path: string, next: () => string): unknown {
  const route = Object.keys(document.paths).find((each) =>
    new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  const schema = route && document.paths[route]?.get?.responses['200']?.content?.['application/json']?.schema;
  return schema ? make(document, schema, next, { count: 0 }) : null;
}

function make(document: ApiDocument, schema: Schema, next: () => string, made: { count: number }): unknown {
  const inner = (each: Schema) => make(document, each, next, made);
  if (schema.$ref !== undefined) return inner(document.components.schemas[schema.$ref.split('/').at(-1)!]!);
  const variant = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (variant !== undefined) return inner(variant);
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(inner));
  if (schema.enum !== undefined) return schema.enum[made.count++ % schema.enum.length];
  if (schema.type === 'string') {
    if (schema.format === 'uuid') return randomUUID();
    return schema.format === 'uri' ? 'https://elsewhere.example/' : next();
  }
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 0, 1 + made.count++);
  if (schema.type === 'boolean') return made.count++ % 2 === 0;
  if (schema.type === 'array') {
    const { items } = schema;
    return items === undefined ? [] : Array.from({ length: ITEMS }, () => inner(items));
  }
  const own = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, inner(each)]);
  const more = typeof schema.additionalProperties === 'object' ? [[next(), inner(schema.additionalProperties)]] : [];
  return Object.fromEntries([...own, ...more]);
}
