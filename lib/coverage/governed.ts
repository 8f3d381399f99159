/** Everything that is governed besides the apps this package was built with, and the lookup made of all of it. */
import * as z from 'zod/mini';
import { extraSite, unlistedApp } from '../sites/extra-app.ts';
import { type ExtraApp, extraAppSchema, hostPatternSchema } from '../sites/extra-app-schema.ts';
import { GovernedApps } from '../sites/governed-apps.ts';
import { SITES, STATIC_APPS } from '../sites/registry.ts';
import { withPack } from './apply-pack.ts';
import type { PageFacts } from './site-of-page.ts';
import { sitePackSchema } from './site-pack.ts';

/** Kept between starts, so that a worker that wakes up knows it before it has read anything else. */
export const governedStateSchema = z.object({
  /** Named by the admin. */
  extra: z.array(extraAppSchema).check(z.maxLength(200)),
  /** Hosts that discovery found while policy wanted such hosts governed. */
  unlisted: z.array(hostPatternSchema).check(z.maxLength(500)),
  /** The site pack in force, verified before it came here. */
  pack: z.optional(sitePackSchema),
});
export type GovernedState = z.infer<typeof governedStateSchema>;

export const NOTHING_MORE: GovernedState = { extra: [], unlisted: [] };

/** The apps of the package first: nothing that is added later can take a host from an app that is read better. */
export function governedApps(state: GovernedState): GovernedApps {
  const added = addedApps(state);
  if (added.length === 0 && state.pack === undefined) return STATIC_APPS;
  const known = state.pack ? SITES.map((site) => withPack(site, state.pack!.apps)) : SITES;
  return new GovernedApps([...known, ...added.map(extraSite)]);
}

function addedApps({ extra, unlisted, pack }: GovernedState): ExtraApp[] {
  return [...(pack?.newApps ?? []), ...extra, ...unlisted.map(unlistedApp)];
}

export function pageFacts(state: GovernedState, host: string): PageFacts {
  const app = governedApps(state).forHost(host)?.id ?? null;
  const isKnown = SITES.some(({ id }) => id === app);
  return {
    app,
    added: isKnown ? null : (addedApps(state).find(({ id }) => id === app) ?? null),
    overlay: state.pack?.apps.filter((each) => each.app === app) ?? [],
  };
}

/** Match patterns of all hosts that the content scripts of the package do not cover by themselves. */
export function addedMatches(state: GovernedState): string[] {
  const hosts = [
    ...(state.pack?.apps.flatMap(({ hosts = [] }) => hosts) ?? []),
    ...addedApps(state).flatMap(({ hosts }) => hosts),
  ];
  return [...new Set(hosts)].filter((host) => !isCovered(host)).map((host) => `*://${host}/*`);
}

function isCovered(host: string): boolean {
  return (
    SITES.some(({ hosts }) => hosts.includes(host)) || (!host.startsWith('*.') && STATIC_APPS.forHost(host) !== null)
  );
}
