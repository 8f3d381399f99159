/**
 * L3, wired: turns browser requests into judgements and says what came of them. Anything unexpected is a refusal; the
 * listener in lib/platform turns rejections and delays into refusals as well.
 */
import type { Inspection } from '../pipeline/inspect.ts';
import type { GovernedApps } from '../sites/governed-apps.ts';
import { type RequestDetails, toCapturedRequest } from './captured.ts';
import { type GateState, judgeRequest } from './judge-request.ts';

export interface GatePorts {
  /** All governed apps. Rejects when it cannot be known which they are: the request is refused. */
  apps(): Promise<GovernedApps>;
  /** Everything a judgement needs, once the background is ready. Rejects when it cannot be: the request is refused. */
  state(tab: number, app: string): Promise<GateState>;
  /** A request passed that a recorded decision covers. */
  onReleased(decision: string): void;
  onRefused(refusal: Refusal): void;
}

export interface Refusal {
  app: string;
  tab: number;
  code: string;
  inspection: Inspection | null;
}

export class Gate {
  readonly #ports: GatePorts;

  constructor(ports: GatePorts) {
    this.#ports = ports;
  }

  /** May this request leave? */
  async judge(details: RequestDetails): Promise<boolean> {
    const site = governedBy(await this.#ports.apps(), details);
    if (site === null || carriesNothing(details)) return true;
    const verdict = await judgeRequest(
      site,
      toCapturedRequest(details),
      details.tabId,
      await this.#ports.state(details.tabId, site.id),
    );
    if (verdict.pass) {
      if (verdict.decision !== null) this.#ports.onReleased(verdict.decision);
      return true;
    }
    this.#ports.onRefused({ app: site.id, tab: details.tabId, code: verdict.code, inspection: verdict.inspection });
    return false;
  }
}

/** The governed app a request goes to or comes from. */
export function governedBy(apps: GovernedApps, { url, initiator, documentUrl, originUrl }: RequestDetails) {
  return apps.forUrl(url) ?? apps.forUrl(initiator ?? documentUrl ?? originUrl ?? '');
}

/** Most requests of a page are files fetched by a bare address: nothing in them to judge. */
function carriesNothing({ method, url, requestBody }: RequestDetails): boolean {
  return (method === 'GET' || method === 'HEAD') && !requestBody && !url.includes('?');
}
