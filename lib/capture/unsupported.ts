/** Transports nobody can judge yet: their use on a governed page fails with an error that says so. */
import { $DOMException } from './pristine.ts';
import type { Realm } from './realm.ts';
import { wrapClass, wrapMethod } from './wrap.ts';

export function refuseUnsupported({ window }: Realm): void {
  // Firefox and Chromium builds without WebRTC lack it.
  const channel = window.RTCDataChannel as typeof RTCDataChannel | undefined;
  if (channel) wrapMethod(channel.prototype, 'send', () => refuse('RTCDataChannel.send'));
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
