/** Everything that is governed besides the apps this package was built with, and the lookup made of all of it. */
import * as z from 'zod/mini';
import { type ExtraApp, extraAppSchema, extraSite, hostPatternSchema, unlistedApp } from '../sites/extra-app.ts';
import { GovernedApps } from '../sites/governed-apps.ts';
import { SITES, STATIC_APPS } from '../sites/registry.ts';

/** Kept between starts, so that a worker that wakes up knows it before it has read anything else. */
export const governedStateSchema = z.object({
  /** Named by the admin. */
  extra: z.array(extraAppSchema).check(z.maxLength(200)),
  /** Hosts that discovery found while policy wanted such hosts governed. */
  unlisted: z.array(hostPatternSchema).check(z.maxLength(500)),
});
export type GovernedState = z.infer<typeof governedStateSchema>;

export const NOTHING_MORE: GovernedState = { extra: [], unlisted: [] };

/** The apps of the package first: nothing that is added later can take a host from an app that is read better. */
export function governedApps({ extra, unlisted }: GovernedState): GovernedApps {
  if (extra.length + unlisted.length === 0) return STATIC_APPS;
  return new GovernedApps([...SITES, ...extra.map(extraSite), ...unlisted.map(unlistedApp).map(extraSite)]);
}

/** The added app a page of this host belongs to. */
export function appOf(state: GovernedState, host: string): ExtraApp | null {
  const { id } = governedApps(state).forHost(host) ?? {};
  return [...state.extra, ...state.unlisted.map(unlistedApp)].find((app) => app.id === id) ?? null;
}

/** Match patterns of all hosts that the content scripts of the package do not cover by themselves. */
export function addedMatches({ extra, unlisted }: GovernedState): string[] {
  const hosts = [...extra.flatMap(({ hosts }) => hosts), ...unlisted];
  return [...new Set(hosts)].filter((host) => !isCovered(host)).map((host) => `*://${host}/*`);
}

function isCovered(host: string): boolean {
  return (
    SITES.some(({ hosts }) => hosts.includes(host)) || (!host.startsWith('*.') && STATIC_APPS.forHost(host) !== null)
  );
}
