/** Apps as a site pack changes them. */
import type { SiteAdapter } from '../sites/adapter.ts';
import { defineSite, type SiteCall, type SiteDefinition } from '../sites/define-site.ts';
import { globExpression, hostSource } from '../sites/path-glob.ts';
import type { PackApp, SitePack } from './site-pack.ts';

type PackCall = NonNullable<PackApp['calls']>[number];

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

function toCall({ host, path, protocol, conversationAt, nestedAt, ...call }: PackCall): SiteCall {
  return {
    ...call,
    text: call.text.map(({ at, role }) => (role === undefined ? { at } : { at, role })),
    url: globExpression(path, host),
    ...(protocol && { protocol }),
    ...(conversationAt && { conversationAt }),
    ...(nestedAt && { nestedAt }),
  };
}
