/** Who sent a runtime message: decided once, from what the browser says about the sender and nothing it says itself. */
import { browser } from 'wxt/browser';
import type { Sender } from '../messages/router.ts';

interface RuntimeSender {
  id?: string;
  url?: string;
  tab?: { id?: number };
  frameId?: number;
  documentId?: string;
}

export function senderOf(raw: unknown): Sender {
  const { id, url = '', tab, frameId = 0, documentId = null } = raw as RuntimeSender;
  const where = { tab: tab?.id ?? -1, frame: frameId, document: documentId };
  if (id !== browser.runtime.id) return { surface: 'untrusted', ...where };
  // An extension page may stand in a tab of its own (options), so its address decides before the tab does.
  if (url.startsWith(browser.runtime.getURL('/'))) return { surface: 'page', ...where };
  return { surface: tab === undefined ? 'untrusted' : 'content', ...where };
}
