/** Which calls are worth a question: those that can carry text. A plain GET is not. */
import { $URL, baseUriOf, hrefOf, indexOf, passwordOf, pathOf, protocolOf, searchOf, usernameOf } from './pristine.ts';

/** Longer paths than any id or route needs can carry a prompt. */
const LONG_PATH_CHARS = 120;
/** Longer header values than any flag needs can carry one too. */
const LONG_HEADER_CHARS = 64;
/** More digits in a row than dates and counters have: the start of a card or account number. */
const MANY_DIGITS = 9;
/** Headers with long values that browsers and sign-in set on every call. */
const USUAL_HEADERS = ' accept accept-language authorization content-type if-none-match ';

export interface Address {
  href: string;
  /** False for data:, blob: and the like, which reach no network. */
  leaves: boolean;
  /** The address alone can carry text. */
  talks: boolean;
}

/** Null when the address is none: callers refuse then. Resolved as the window's document would at this moment. */
export function readAddress(url: string, window: Window): Address | null {
  try {
    const parsed = new $URL(url, baseUriOf(window.document));
    const protocol = protocolOf(parsed);
    const leaves = protocol === 'https:' || protocol === 'http:' || protocol === 'wss:' || protocol === 'ws:';
    const path = pathOf(parsed);
    const talks =
      leaves &&
      (searchOf(parsed).length > 1 ||
        path.length > LONG_PATH_CHARS ||
        isTelling(path) ||
        usernameOf(parsed) !== '' ||
        passwordOf(parsed) !== '');
    return { __proto__: null, href: hrefOf(parsed), leaves, talks } as Address;
  } catch {
    return null;
  }
}

/** True when a header set by the page can carry text. Names in lower case. */
export function headerTalks(name: string, value: string): boolean {
  return (value.length > LONG_HEADER_CHARS || isTelling(value)) && indexOf(USUAL_HEADERS, ` ${name} `) < 0;
}

/** More than plain words and short numbers: digits that go on, spaces, percent codes, an address of a person. */
function isTelling(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index]!;
    if (char === '%' || char === '@' || char === ' ') return true;
    if (char >= '0' && char <= '9') digits++;
    else if (char !== '-' && char !== '.' && char !== '_' && char !== '+') digits = 0;
    if (digits >= MANY_DIGITS) return true;
  }
  return false;
}

/**
 * Methods whose body Chromium does not show its extensions: the guard has to vouch for every such call, also for one
 * without a body, because the gate cannot tell them apart.
 */
export function methodHides(method: string): boolean {
  return !(method === 'GET' || method === 'HEAD' || method === 'POST' || method === 'PUT' || method === 'OPTIONS');
}
