/** Which app does an address belong to? All governed apps, looked up by host name in one walk over its labels. */
import type { SiteAdapter } from './adapter.ts';

export class GovernedApps {
  readonly sites: readonly SiteAdapter[];
  readonly #exact = new Map<string, SiteAdapter>();
  /** By the domain behind `*.`. */
  readonly #below = new Map<string, SiteAdapter>();

  /** Where two apps name one host, the earlier one has it. */
  constructor(sites: readonly SiteAdapter[]) {
    this.sites = sites;
    for (const site of sites) {
      for (const host of site.hosts) {
        const [table, name] = host.startsWith('*.') ? [this.#below, host.slice(2)] : [this.#exact, host];
        if (!table.has(name)) table.set(name, site);
      }
    }
  }

  /** The app with this id. */
  byId(id: string): SiteAdapter | null {
    return this.sites.find((site) => site.id === id) ?? null;
  }

  /** The app a host name belongs to, without port. Whole labels only: `you.com` is not in `thank-you.com`. */
  forHost(host: string): SiteAdapter | null {
    const name = host.toLowerCase().replace(/\.$/, '');
    const exact = this.#exact.get(name);
    if (exact) return exact;
    for (let at = 0; at >= 0; at = nextLabel(name, at)) {
      const below = this.#below.get(name.slice(at));
      if (below) return below;
    }
    return null;
  }

  /** The app an address belongs to; null for anything but http(s) and ws(s), and for text that is no address. */
  forUrl(url: string): SiteAdapter | null {
    if (!URL.canParse(url)) return null;
    const { protocol, hostname } = new URL(url);
    return /^(?:https?|wss?):$/.test(protocol) ? this.forHost(hostname) : null;
  }
}

/** Where the next label starts, -1 after the last. */
function nextLabel(name: string, at: number): number {
  const dot = name.indexOf('.', at);
  return dot < 0 ? -1 : dot + 1;
}
