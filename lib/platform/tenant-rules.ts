/** The browser's own rules that add tenant headers: kept across restarts, replaced as a whole when policy changes. */
import { browser } from 'wxt/browser';
import type { TenantHeader } from '../coverage/tenant-headers.ts';

const RESOURCE_TYPES = [
  'main_frame',
  'sub_frame',
  'xmlhttprequest',
  'websocket',
  'ping',
  'script',
  'stylesheet',
  'image',
  'font',
  'media',
  'object',
  'other',
] as const;

/** Exactly these headers from now on; none for an empty list. */
export async function setTenantHeaders(headers: TenantHeader[]): Promise<void> {
  const { declarativeNetRequest } = browser;
  const before = await declarativeNetRequest.getDynamicRules();
  const rules = headers.map(({ header, value, hosts }, index) => ({
    id: index + 1,
    priority: 1,
    condition: { requestDomains: hosts, resourceTypes: [...RESOURCE_TYPES] },
    action: { type: 'modifyHeaders', requestHeaders: [{ header, operation: 'set', value }] },
  }));
  await declarativeNetRequest.updateDynamicRules({
    removeRuleIds: before.map(({ id }) => id),
    addRules: rules as never,
  });
}
