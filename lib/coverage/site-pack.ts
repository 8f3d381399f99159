/**
 * A site pack: newer facts about apps, as signed data. It can only add: hosts, calls, selectors, prompt parameters and
 * whole apps. Paths are globs, never expressions, and nothing in it is code.
 */
import * as z from 'zod/mini';
import { CHANNELS } from '../policy/schema.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { defineSite, type SiteCall, type SiteDefinition } from '../sites/define-site.ts';
import { extraAppSchema, hostPatternSchema } from '../sites/extra-app.ts';
import { globExpression, hostSource, pathGlobSchema } from '../sites/path-glob.ts';

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

/** The definitions with what the pack adds. What it says about an app that is not among them is left out. */
export function applySitePack(definitions: readonly SiteDefinition[], { apps }: SitePack): SiteDefinition[] {
  return definitions.map((definition) => {
    const added = apps.filter(({ app }) => app === definition.id);
    return added.reduce(applyToApp, definition);
  });
}

/** One app with what was added. Newer calls and selectors are tried before those of the package. */
export function applyToApp(definition: SiteDefinition, added: PackApp): SiteDefinition {
  const { hosts = [], editors = [], sendButtons = [], promptParameters = [], calls = [] } = added;
  const { composer, own } = definition;
  return {
    ...definition,
    hosts: [...new Set([...definition.hosts, ...hosts])],
    ...(own && hosts.length > 0 && { own: alsoOn(own, hosts) }),
    composer: {
      ...composer,
      editors: [...editors, ...composer.editors],
      sendButtons: [...sendButtons, ...composer.sendButtons],
    },
    promptParameters: [...new Set([...definition.promptParameters, ...promptParameters])],
    calls: [...calls.map(toCall), ...definition.calls],
  };
}

/** An adapter as the pack changes it; adapters that are made in another way stay as they are. */
export function withPack(site: SiteAdapter, apps: readonly PackApp[]): SiteAdapter {
  const added = apps.filter(({ app }) => app === site.id);
  return site.definition && added.length > 0 ? defineSite(added.reduce(applyToApp, site.definition)) : site;
}

/** On hosts that a pack adds, every address is the app's own. */
function alsoOn(own: RegExp, hosts: readonly string[]): RegExp {
  return new RegExp(`${own.source}|^(?:${hosts.map(hostSource).join('|')})/`, own.flags);
}

function toCall({ host, path, protocol, conversationAt, nestedAt, ...call }: z.infer<typeof packCall>): SiteCall {
  return {
    ...call,
    text: call.text.map(({ at, role }) => (role === undefined ? { at } : { at, role })),
    url: globExpression(path, host),
    ...(protocol && { protocol }),
    ...(conversationAt && { conversationAt }),
    ...(nestedAt && { nestedAt }),
  };
}
