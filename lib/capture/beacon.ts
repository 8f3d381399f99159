/** Holds `navigator.sendBeacon`: it says true, and the beacon leaves when the guard lets it. */
import { readAddress } from './address.ts';
import { noHeaders } from './ask.ts';
import { asBlob, fromWire, type Held, hold } from './body.ts';
import { $String, $TypeError, apply, blobSizeOf, byteLength, getter, hasBrand, isStreamLocked } from './pristine.ts';
import type { Realm } from './realm.ts';
import { wrapMethod } from './wrap.ts';

/** What browsers queue at most (Fetch, "inflight keepalive bytes"). */
const LARGEST_BEACON = 64 * 1024;
const userAgentOf = getter(Navigator.prototype, 'userAgent');

export function holdBeacon(realm: Realm): void {
  wrapMethod(realm.window.Navigator.prototype, 'sendBeacon', (self, args, native) => {
    if (args.length === 0 || !hasBrand(userAgentOf, self)) return apply(native as never, self, []);
    const url = $String(args[0]);
    const data = args[1];
    const address = readAddress(url, realm.window);
    if (!address) throw new $TypeError("Failed to execute 'sendBeacon' on 'Navigator': the URL is invalid.");
    // The native call throws for these addresses, and for streams.
    if (!address.leaves) return apply(native as never, self, [url]);
    if (hasBrand(isStreamLocked, data)) return apply(native as never, self, [address.href, data]);
    if (isEmpty(data) && !address.talks) return apply(native as never, self, [address.href]);
    if (isTooLarge(data)) return false;
    const send = (held: Held | null) => {
      if (held) apply(native as never, self, [address.href, asBlob(held)]);
    };
    hold(data, (held) => {
      if (held === null) return;
      const headers = noHeaders();
      if (held.type !== '') headers['content-type'] = held.type;
      realm.ask({ transport: 'beacon', url: address.href, method: 'POST', headers, body: held.wire }, (verdict) => {
        if (verdict.verdict === 'pass') send(held);
        else if (verdict.verdict === 'rewrite') send(fromWire(verdict.body, held));
      });
    });
    return true;
  });
}

function isEmpty(data: unknown): boolean {
  return data === null || data === undefined;
}

function isTooLarge(data: unknown): boolean {
  if (typeof data === 'string') return data.length > LARGEST_BEACON;
  if (hasBrand(blobSizeOf, data)) return blobSizeOf(data) > LARGEST_BEACON;
  return hasBrand(byteLength, data) && byteLength(data as Uint8Array) > LARGEST_BEACON;
}
