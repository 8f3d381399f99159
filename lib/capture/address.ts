/** Which calls are worth a question: those that can carry text. A plain GET is not. */
import { $URL, baseUriOf, hrefOf, indexOf, pathOf, protocolOf, searchOf } from './pristine.ts';

/** Longer paths than any id or route needs can carry a prompt. */
const LONG_PATH_CHARS = 120;
/** Longer header values than any flag needs can carry one too. */
const LONG_HEADER_CHARS = 64;
/** Headers with long values that browsers and sign-in set on every call. */
const USUAL_HEADERS = ' accept accept-language authorization content-type if-none-match ';

export interface Address {
  href: string;
  /** False for data:, blob: and the like, which reach no network. */
  leaves: boolean;
  /** The address alone can carry text. */
  talks: boolean;
}

/** Null when the address is none (the native call will say so). Resolved as the realm's document would. */
export function readAddress(url: string, document: Document): Address | null {
  try {
    const parsed = new $URL(url, baseUriOf(document));
    const protocol = protocolOf(parsed);
    const leaves = protocol === 'https:' || protocol === 'http:' || protocol === 'wss:' || protocol === 'ws:';
    const talks = leaves && (searchOf(parsed).length > 1 || pathOf(parsed).length > LONG_PATH_CHARS);
    return { __proto__: null, href: hrefOf(parsed), leaves, talks } as Address;
  } catch {
    return null;
  }
}

/** True when a header set by the page is long enough to carry text. Names in lower case. */
export function headerTalks(name: string, value: string): boolean {
  return value.length > LONG_HEADER_CHARS && indexOf(USUAL_HEADERS, ` ${name} `) < 0;
}

/**
 * Methods whose body Chromium does not show its extensions: the guard has to vouch for every such call, also for one
 * without a body, because the gate cannot tell them apart.
 */
export function methodHides(method: string): boolean {
  return !(method === 'GET' || method === 'HEAD' || method === 'POST' || method === 'PUT' || method === 'OPTIONS');
}
