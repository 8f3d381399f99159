/** Transports nobody can judge yet: their use on a governed page fails with an error that says so. */
import { $DOMException } from './pristine.ts';
import type { Realm } from './realm.ts';
import { wrapClass, wrapMethod } from './wrap.ts';

export function refuseUnsupported({ window }: Realm): void {
  // Firefox and Chromium builds without WebRTC lack it.
  const channel = window.RTCDataChannel as typeof RTCDataChannel | undefined;
  if (channel) wrapMethod(channel.prototype, 'send', () => refuse('RTCDataChannel.send'));
  // Its handshake alone carries text to any address, in names the other side chooses. Pages that only look whether there
  // is WebRTC (bot checks do) never name another side.
  const peer = window.RTCPeerConnection as typeof RTCPeerConnection | undefined;
  if (peer) {
    wrapMethod(peer.prototype, 'setRemoteDescription', () => refuse('RTCPeerConnection.setRemoteDescription'));
    wrapMethod(peer.prototype, 'addIceCandidate', () => refuse('RTCPeerConnection.addIceCandidate'));
  }
  wrapClass(window, 'WebTransport', () => refuse('WebTransport'));
  wrapClass(window, 'WebSocketStream', () => refuse('WebSocketStream'));
  // The browser itself would send these, past every extension.
  const background = (window as { BackgroundFetchManager?: { prototype: object } }).BackgroundFetchManager;
  if (background) wrapMethod(background.prototype, 'fetch', () => refuse('BackgroundFetchManager.fetch'));
  wrapMethod(window, 'fetchLater', () => refuse('fetchLater'));
}

function refuse(what: string): never {
  throw new $DOMException(`${what} is held back by Sluice (transport_unsupported).`, 'NotAllowedError');
}
