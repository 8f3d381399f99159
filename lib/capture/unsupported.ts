/** Transports nobody can judge yet: their use on a governed page fails with an error that says so. */
import { $DOMException } from './pristine.ts';
import type { Realm } from './realm.ts';
import { wrapClass, wrapMethod } from './wrap.ts';

/**
 * By interface. A peer connection's handshake alone carries text to any address, in names the other side chooses; pages
 * that only look whether there is WebRTC (bot checks do) never name another side. Background fetches are sent by the
 * browser itself, past every extension.
 */
const METHODS = [
  ['RTCDataChannel', 'send'],
  ['RTCPeerConnection', 'setRemoteDescription'],
  ['RTCPeerConnection', 'addIceCandidate'],
  ['BackgroundFetchManager', 'fetch'],
] as const;

export function refuseUnsupported({ window }: Realm): void {
  const interfaces = window as unknown as Record<string, { prototype: object } | undefined>;
  for (let index = 0; index < METHODS.length; index++) {
    const [owner, name] = METHODS[index]!;
    // Some browsers and builds lack some of them.
    if (interfaces[owner]) wrapMethod(interfaces[owner].prototype, name, refuse);
  }
  wrapClass(window, 'WebTransport', refuse);
  wrapClass(window, 'WebSocketStream', refuse);
  wrapMethod(window, 'fetchLater', refuse);
}

function refuse(): never {
  throw new $DOMException('Held back by Sluice (transport_unsupported).', 'NotAllowedError');
}
