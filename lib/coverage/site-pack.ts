/**
 * A site pack: newer facts about apps, as signed data. It can only add: hosts, calls, selectors, prompt parameters and
 * whole apps. Paths are globs, never expressions, and nothing in it is code.
 */
import * as z from 'zod/mini';
import { CHANNELS } from '../policy/schema.ts';
import { extraAppSchema, hostPatternSchema, pathGlobSchema } from '../sites/extra-app-schema.ts';

const list = <T extends z.core.SomeType>(item: T, max = 100) => z.array(item).check(z.minLength(1), z.maxLength(max));
const selector = z.string().check(z.minLength(1), z.maxLength(300));
/** Segments as in path-table.ts. */
const place = z.string().check(z.maxLength(300), z.regex(/^[^/\s]+(?:\/[^/\s]+)*$/));
/** A pack may name what programs write, but never say that of a whole body. */
const protocolPlace = place.check(z.refine((value) => value !== '**', 'would leave nothing to be judged'));

const packCall = z.strictObject({
  host: hostPatternSchema,
  path: pathGlobSchema,
  methods: list(z.enum(['POST', 'PUT', 'PATCH', 'GET']), 4),
  kind: z.enum(['prompt', 'draft', 'upload']),
  channel: z.enum(CHANNELS),
  formats: list(z.enum(['json', 'json-lines', 'form', 'multipart', 'text']), 5),
  text: list(z.strictObject({ at: place, role: z.optional(z.enum(['user', 'assistant', 'tool', 'system'])) })),
  protocol: z.optional(list(protocolPlace, 200)),
  conversationAt: z.optional(list(place, 10)),
  nestedAt: z.optional(list(place, 20)),
});

export const packAppSchema = z.strictObject({
  /** Id of an app of the package. */
  app: z.string().check(z.regex(/^[a-z0-9_-]{1,64}$/)),
  hosts: z.optional(list(hostPatternSchema, 50)),
  editors: z.optional(list(selector, 20)),
  sendButtons: z.optional(list(selector, 20)),
  promptParameters: z.optional(list(z.string().check(z.regex(/^[\w.-]{1,60}$/)), 20)),
  calls: z.optional(list(packCall)),
});
export type PackApp = z.infer<typeof packAppSchema>;

export const sitePackSchema = z.strictObject({
  v: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  /** Grows with every pack of this id; a lower one is refused. */
  version: z.int().check(z.gte(1)),
  apps: z.array(packAppSchema).check(z.maxLength(200)),
  /** Apps the package does not know at all. */
  newApps: z.optional(z.array(extraAppSchema).check(z.maxLength(200))),
});
export type SitePack = z.infer<typeof sitePackSchema>;
