/**
 * The two questions a browser asks about a request: may it leave with this body, may it leave with these headers. A
 * background that ends while it thinks about the first is never heard, and the request goes on (measured). The second
 * then reaches the background that is started for it. That one has not judged the request, and ends it at once: what the
 * first question was about cannot be seen any more.
 */
import type { GovernedApps } from '../sites/governed-apps.ts';
import type { RequestDetails } from './captured.ts';
import { carriesNothing, concernOf } from './concern.ts';
import type { Gate } from './gate.ts';
import type { RequestHeader } from './header-text.ts';

/** What is asked about while it waits for the background may be a promise. */
type Answer = boolean | Promise<boolean>;

export interface QuestionPorts {
  /** All governed apps; null while they are not known. */
  apps(): GovernedApps | null;
  /** The same, waited for. Rejects when they cannot be known: the request is refused. */
  appsReady(): Promise<GovernedApps>;
  /** Origin of the extension's own requests, e.g. `chrome-extension://abc`. */
  ownOrigin: string;
  /** True when it is known that nothing was entered that a header of this tab's requests could carry. */
  nothingEntered(tab: number): boolean;
  /** Ask the gate, once the background stands. */
  ask(question: (gate: Gate) => Promise<boolean>): Promise<boolean>;
}

/** Far more than a browser has between the two questions at any time. */
const MOST_BETWEEN = 1_000;

export class BothQuestions {
  readonly #ports: QuestionPorts;
  /** Request id -> address it may leave to. Redirects keep the id and are asked about anew. */
  readonly #passed = new Map<string, string>();

  constructor(ports: QuestionPorts) {
    this.#ports = ports;
  }

  /** May this request leave? Nearly every request of nearly every site is answered without a turn of the event loop. */
  onBody(details: RequestDetails): Answer {
    return this.#withApps((apps) => {
      if (!this.#concerns(apps, details) || carriesNothing(details)) return true;
      return this.#judge(details);
    });
  }

  /** May it leave with these headers? */
  onHeaders(details: RequestDetails, headers: readonly RequestHeader[]): Answer {
    return this.#withApps((apps) => {
      if (!this.#concerns(apps, details)) return true;
      const judgeHeaders = (): Answer =>
        this.#ports.nothingEntered(details.tabId) || this.#ports.ask((gate) => gate.judgeHeaders(details, headers));
      if (carriesNothing(details) || this.#hasPassed(details)) return judgeHeaders();
      // Chromium asks about the headers of a preflight alone.
      if (mayHaveBody(details, headers)) {
        void this.#ports.ask((gate) => gate.refuseUnjudged(details)).catch(() => undefined);
        return false;
      }
      return this.#judge({ ...details, method: 'GET' }).then((pass) => pass && judgeHeaders());
    });
  }

  async #judge(details: RequestDetails): Promise<boolean> {
    const pass = await this.#ports.ask((gate) => gate.judge(details));
    if (pass) this.#remember(details);
    return pass;
  }

  #concerns(apps: GovernedApps, details: RequestDetails): boolean {
    return concernOf(apps, details, this.#ports.ownOrigin) !== null;
  }

  #withApps(answer: (apps: GovernedApps) => Answer): Answer {
    const apps = this.#ports.apps();
    return apps === null ? this.#ports.appsReady().then(answer) : answer(apps);
  }

  #hasPassed({ requestId, url }: RequestDetails): boolean {
    return requestId !== undefined && this.#passed.get(requestId) === url;
  }

  #remember({ requestId, url }: RequestDetails): void {
    if (requestId === undefined) return;
    this.#passed.delete(requestId);
    this.#passed.set(requestId, url);
    if (this.#passed.size > MOST_BETWEEN) this.#passed.delete(this.#passed.keys().next().value!);
  }
}

/** No page can set this header: a request that has it is the browser's own question before one of a page. */
const PREFLIGHT = 'access-control-request-method';

function mayHaveBody({ method }: RequestDetails, headers: readonly RequestHeader[]): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return method !== 'OPTIONS' || !headers.some(({ name }) => name.toLowerCase() === PREFLIGHT);
}
