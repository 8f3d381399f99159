/**
 * Page-world hooks: every way a page can send is wrapped here, before the page's first script. A held call waits for the
 * guard's verdict; pass means the call as it was made, refuse and every failure of ours mean that nothing leaves.
 * Workers, service workers, addresses that elements load or lead to, and windows reached around realms.ts have no hook:
 * the background gate judges those.
 */
import type { PageEnd } from '../bridge/page-end.ts';
import { type Ask, openAsk } from './ask.ts';
import { holdBeacon } from './beacon.ts';
import { holdEventSource } from './eventsource.ts';
import { holdFetch } from './fetch.ts';
import { holdForms } from './forms.ts';
import { keepListeners, type Listeners } from './listeners.ts';
import { jsonStringify, list } from './pristine.ts';
import type { PageWindow, Realm } from './realm.ts';
import { holdRealms, isHooked } from './realms.ts';
import { refuseTextWorkers } from './shared-worker.ts';
import { refuseUnsupported } from './unsupported.ts';
import { holdWebSocket } from './websocket.ts';
import { keepSourceNative } from './wrap.ts';
import { holdXhr } from './xhr.ts';

const TRANSPORTS = ['fetch', 'xhr', 'websocket', 'beacon', 'form', 'eventsource'];

/** Install every hook in this window and say so to the guard. Call once, at `document_start`. */
export function installCapture(end: PageEnd): void {
  if (isHooked(window)) return;
  const listeners = keepListeners(window, () => end.send('{"type":"reopened"}'));
  installInto(window, openAsk(end, listeners), listeners);
  const transports = list<string>();
  for (let index = 0; index < TRANSPORTS.length; index++) transports[index] = TRANSPORTS[index]!;
  end.send(jsonStringify({ __proto__: null, type: 'hello', transports } as object));
}

function installInto(window: PageWindow, ask: Ask, listeners: Listeners): void {
  const realm = { __proto__: null, window, Request: window.Request, ask, listeners } as never as Realm;
  keepSourceNative(window);
  holdFetch(realm);
  holdXhr(realm);
  holdWebSocket(realm);
  holdBeacon(realm);
  holdForms(realm);
  holdEventSource(realm);
  refuseUnsupported(realm);
  refuseTextWorkers(realm);
  holdRealms(realm, (found) =>
    installInto(
      found,
      ask,
      keepListeners(found, () => undefined),
    ),
  );
}
