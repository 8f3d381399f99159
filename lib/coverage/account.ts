/** Personal, corporate or anonymous: what the requests of a page tell about its account. */
import * as z from 'zod/mini';
import type { AccountKind } from '../policy/decision.ts';
import { ACCOUNT_KINDS } from '../policy/schema.ts';
import { matchesHost } from '../sites/match-host.ts';
import { ACCOUNT_SIGNALS, type AccountSignal } from './account-signals.data.ts';

export interface SeenRequest {
  url: string;
  requestHeaders?: { name: string; value?: string | undefined }[] | undefined;
}

/** Match patterns of every address that may tell something, for `webRequest` filters. */
export const ACCOUNT_MATCHES: string[] = [...new Set(ACCOUNT_SIGNALS.map(({ host }) => host))].flatMap((host) =>
  ['http', 'https', 'ws', 'wss'].map((scheme) => `${scheme}://${host}/*`),
);

/**
 * The kind of account behind a request; null when the request tells nothing. An organisation's id is corporate when it is
 * one of `tenants`, and personal when there are such and it is none of them; without any it tells nothing about whose it is.
 */
export function accountOf(
  request: SeenRequest,
  tenants: readonly string[],
  signals: readonly AccountSignal[] = ACCOUNT_SIGNALS,
): AccountKind | null {
  if (!URL.canParse(request.url)) return null;
  const { hostname, pathname, search } = new URL(request.url);
  let kind: AccountKind | null = null;
  for (const signal of signals.filter(({ host }) => matchesHost(host, hostname))) {
    const match = signal.url?.exec(pathname + search);
    if (match && signal.kind) return signal.kind;
    const tenant = match?.groups?.tenant ?? headerOf(request, signal.header);
    if (tenant) kind = kindOf(tenant, tenants);
  }
  return kind;
}

function kindOf(tenant: string, tenants: readonly string[]): AccountKind {
  if (tenants.length === 0) return 'unknown';
  return tenants.some((known) => known.toLowerCase() === tenant.toLowerCase()) ? 'corporate' : 'personal';
}

function headerOf({ requestHeaders = [] }: SeenRequest, name: string | undefined): string | null {
  if (name === undefined) return null;
  return requestHeaders.find((header) => header.name.toLowerCase() === name)?.value?.trim() || null;
}

export const accountBookSchema = z.record(z.string(), z.record(z.string(), z.enum(ACCOUNT_KINDS)));
type Saved = z.infer<typeof accountBookSchema>;

/** The accounts seen in each tab, by app. Mirrored to session storage: workers are stopped whenever they are idle. */
export class AccountBook {
  readonly #seen: Map<number, Map<string, AccountKind>>;
  readonly #save: (saved: Saved) => void;

  constructor(saved: Saved, save: (saved: Saved) => void) {
    this.#seen = new Map(Object.entries(saved).map(([tab, apps]) => [Number(tab), new Map(Object.entries(apps))]));
    this.#save = save;
  }

  /** True when this is news. */
  see(tab: number, app: string, kind: AccountKind): boolean {
    const apps = this.#seen.get(tab) ?? new Map<string, AccountKind>();
    if (apps.get(app) === kind) return false;
    apps.set(app, kind);
    this.#seen.set(tab, apps);
    this.#save(this.#snapshot());
    return true;
  }

  /** Requests of workers belong to no tab (-1): for them all tabs have to agree. */
  of(tab: number, app: string): AccountKind {
    if (tab >= 0) return this.#seen.get(tab)?.get(app) ?? 'unknown';
    const kinds = new Set([...this.#seen.values()].map((apps) => apps.get(app)).filter((kind) => kind !== undefined));
    return kinds.size === 1 ? [...kinds][0]! : 'unknown';
  }

  forget(tab: number): void {
    if (this.#seen.delete(tab)) this.#save(this.#snapshot());
  }

  #snapshot(): Saved {
    return Object.fromEntries([...this.#seen].map(([tab, apps]) => [String(tab), Object.fromEntries(apps)]));
  }
}
