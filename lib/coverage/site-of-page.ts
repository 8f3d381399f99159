/** What the background tells a guard of its page, and the adapter that makes. */
import type { SiteAdapter } from '../sites/adapter.ts';
import { extraSite } from '../sites/extra-app.ts';
import type { ExtraApp } from '../sites/extra-app-schema.ts';
import { SITES } from '../sites/registry.ts';
import { withPack } from './apply-pack.ts';
import type { PackApp } from './site-pack.ts';

/** What a guard has to know of its page beyond what it was built with. */
export interface PageFacts {
  /** The app of the page; null for a page that nothing governs. */
  app: string | null;
  /** It, where the package does not know it. */
  added: ExtraApp | null;
  /** What the site pack adds to an app of the package. */
  overlay: PackApp[];
}

/** The adapter those facts make; null for a page that nothing governs. */
export function siteOfPage({ app, added, overlay }: PageFacts): SiteAdapter | null {
  if (added !== null) return extraSite(added);
  const site = SITES.find(({ id }) => id === app);
  return site === undefined ? null : withPack(site, overlay);
}
