/**
 * L3, wired: turns browser requests into judgements and says what came of them. Anything unexpected is a refusal; the
 * listener in lib/platform turns rejections and delays into refusals as well.
 */
import type { Inspection } from '../pipeline/inspect.ts';
import type { Channel } from '../prompt/prompt.ts';
import type { CallKind, SiteAdapter } from '../sites/adapter.ts';
import type { GovernedApps } from '../sites/governed-apps.ts';
import { type RequestDetails, toCapturedRequest } from './captured.ts';
import { carriesNothing, concernOf } from './concern.ts';
import type { RequestHeader } from './header-text.ts';
import {
  type BareCode,
  type GateState,
  type GateVerdict,
  heldHeaders,
  judgeRequest,
  type RefusalCode,
} from './judge-request.ts';

export interface GatePorts {
  /** All governed apps. Rejects when it cannot be known which they are: the request is refused. */
  apps(): Promise<GovernedApps>;
  /** Origin of the extension's own requests, e.g. `chrome-extension://abc`. */
  ownOrigin: string;
  /** Everything a judgement needs, once the background is ready. Rejects when it cannot be: the request is refused. */
  state(tab: number, app: string): Promise<GateState>;
  /** Address of a tab; null when there is no such tab. */
  tabAddress(tab: number): Promise<string | null>;
  /** Does a living guard of this version answer in one of these frames of the tab? */
  isGuarded(tab: number, frames: readonly number[]): Promise<boolean>;
  /** Resolves when the next permit is minted. */
  nextPermit(): Promise<void>;
  /** Resolves when waiting longer for a socket's announcement is no use. */
  patience(): Promise<void>;
  /** A request passed that a recorded decision covers. */
  onReleased(decision: string): void;
  onRefused(refusal: Refusal): void;
}

export type Refusal = { app: string; tab: number } & (
  | { code: RefusalCode; inspection: Inspection }
  | { code: BareCode; inspection: null; host: string; channel: Channel }
);

/** Whose request it is. */
interface Affair {
  apps: GovernedApps;
  site: SiteAdapter;
  /** The app of the page that asks; null when somebody else does. */
  page: SiteAdapter | null;
}

const CHANNELS_OF: Record<CallKind, Channel> = {
  prompt: 'typed',
  draft: 'draft',
  upload: 'file',
  other: 'other',
  outside: 'other',
};
const PROMPT_KINDS = new Set<CallKind>(['prompt', 'draft', 'upload']);

/** Requests that passed by permit and are still under way; a redirect asks about the same one again. */
const MOST_REDIRECTABLE = 200;

export class Gate {
  readonly #ports: GatePorts;
  /** Request id -> app whose permit let it pass. */
  readonly #vouched = new Map<string, string>();

  constructor(ports: GatePorts) {
    this.#ports = ports;
  }

  /** May this request leave? */
  async judge(details: RequestDetails): Promise<boolean> {
    const affair = carriesNothing(details) ? null : await this.#affairOf(details);
    if (affair === null || this.#isRedirect(affair.apps, details, affair.site)) return true;
    const { site, page } = affair;
    const verdict = await this.#verdict(details, site, page);
    if (verdict.pass) {
      if (verdict.vouched) this.#rememberVouched(details, site);
      if (verdict.decision !== null) this.#ports.onReleased(verdict.decision);
      return true;
    }
    if (verdict.inspection === null) this.#refuse(site, details, verdict.code);
    else {
      const { code, inspection } = verdict;
      this.#ports.onRefused({ app: site.id, tab: details.tabId, code, inspection });
    }
    return false;
  }

  /** A request was refused because nobody could judge it. */
  async refuseUnjudged(details: RequestDetails): Promise<false> {
    const affair = await this.#affairOf(details);
    if (affair !== null) this.#refuse(affair.site, details, 'unjudged');
    return false;
  }

  #refuse(site: SiteAdapter, details: RequestDetails, code: BareCode): void {
    const request = toCapturedRequest(details);
    const channel = request.transport === 'navigation' ? 'url' : CHANNELS_OF[site.callKind(request)];
    const { hostname: host } = new URL(details.url);
    this.#ports.onRefused({ app: site.id, tab: details.tabId, code, inspection: null, host, channel });
  }

  /**
   * May this request leave with these headers? They are filled by much that is the app's own, so nothing but values the
   * person entered in the tab counts.
   */
  async judgeHeaders(details: RequestDetails, headers: readonly RequestHeader[]): Promise<boolean> {
    const affair = await this.#affairOf(details);
    if (affair === null) return true;
    const { site } = affair;
    const state = await this.#ports.state(details.tabId, site.id);
    const inspection = await heldHeaders(site, details.url, headers, state);
    if (inspection === null) return true;
    this.#ports.onRefused({ app: site.id, tab: details.tabId, code: 'entered_value', inspection });
    return false;
  }

  /** Null for a request that is none of our business. */
  async #affairOf(details: RequestDetails): Promise<Affair | null> {
    const apps = await this.#ports.apps();
    const concern = concernOf(apps, details, this.#ports.ownOrigin);
    if (concern === null) return null;
    const { site, page } = concern.kind === 'app' ? concern : await this.#appOfTab(apps, details.tabId);
    return site === null ? null : { apps, site, page };
  }

  async #verdict(details: RequestDetails, site: SiteAdapter, page: SiteAdapter | null): Promise<GateVerdict> {
    // Streams of a session nobody can look into, whoever opens it.
    if (details.type === 'webtransport') return { pass: false, code: 'stream', inspection: null };
    const request = toCapturedRequest(details);
    const { tabId, documentId = null } = details;
    const verdict = await this.#announced(
      () => this.#ports.state(tabId, site.id).then((state) => judgeRequest(site, request, tabId, state, documentId)),
      tabId,
    );
    const isPrompt = PROMPT_KINDS.has(site.callKind(request)) && request.transport !== 'navigation';
    if (!verdict.pass || verdict.vouched || !isPrompt || page === null || tabId < 0) return verdict;
    const frames = [details.frameId, details.parentFrameId].filter((frame) => frame !== undefined && frame >= 0);
    if (await this.#ports.isGuarded(tabId, frames.length > 0 ? (frames as number[]) : [0])) return verdict;
    return { pass: false, code: 'unguarded', inspection: null };
  }

  /** The hook announces a socket in the task that opens it: its permit and its handshake are on their way together. */
  async #announced(judge: () => Promise<GateVerdict>, tab: number): Promise<GateVerdict> {
    let verdict = await judge();
    if (tab < 0 || verdict.pass || verdict.code !== 'unannounced_socket') return verdict;
    let isOver = false;
    const over = this.#ports.patience().then(() => {
      isOver = true;
    });
    while (!isOver && !verdict.pass && verdict.code === 'unannounced_socket') {
      await Promise.race([this.#ports.nextPermit(), over]);
      verdict = await judge();
    }
    return verdict;
  }

  /** Whose page is it that a realm without an address belongs to? */
  async #appOfTab(apps: GovernedApps, tab: number): Promise<{ site: SiteAdapter | null; page: SiteAdapter | null }> {
    const address = tab < 0 ? null : await this.#ports.tabAddress(tab);
    const page = address === null ? null : apps.forUrl(address);
    return { site: page, page };
  }

  /** What a permit let go to an app may be sent on by that app to another of its own addresses. */
  #isRedirect(apps: GovernedApps, { requestId, url }: RequestDetails, site: SiteAdapter): boolean {
    return requestId !== undefined && this.#vouched.get(requestId) === site.id && apps.forUrl(url)?.id === site.id;
  }

  #rememberVouched({ requestId }: RequestDetails, site: SiteAdapter): void {
    if (requestId === undefined) return;
    this.#vouched.set(requestId, site.id);
    if (this.#vouched.size > MOST_REDIRECTABLE) this.#vouched.delete(this.#vouched.keys().next().value!);
  }
}
