/** The browser's own rules, which follow the policy: kept across restarts, replaced as a whole when it changes. */
import { browser } from 'wxt/browser';
import type { BrowserRules } from '../background/background.ts';
import { WORKER_POLICY } from '../gate/worker-hosts.ts';

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

/** Exactly these from now on. `blocked`: expressions over the whole address. */
export async function setBrowserRules({ headers, blocked, workerHosts }: BrowserRules): Promise<void> {
  const { declarativeNetRequest } = browser;
  const before = await declarativeNetRequest.getDynamicRules();
  const adding = headers.map(({ header, value, hosts }) => ({
    condition: { requestDomains: hosts, resourceTypes: [...RESOURCE_TYPES] },
    action: { type: 'modifyHeaders', requestHeaders: [{ header, operation: 'set', value }] },
  }));
  const blocking = blocked.map((regexFilter) => ({
    condition: { regexFilter, resourceTypes: [...RESOURCE_TYPES] },
    action: { type: 'block' },
  }));
  const quieting = {
    condition: { requestDomains: workerHosts, resourceTypes: ['script', 'other'] },
    action: {
      type: 'modifyHeaders',
      responseHeaders: [{ header: 'content-security-policy', operation: 'append', value: WORKER_POLICY }],
    },
  };
  const rules = [...adding, ...blocking, ...(workerHosts.length > 0 ? [quieting] : [])].map((rule, index) => ({
    id: index + 1,
    priority: 1,
    ...rule,
  }));
  await declarativeNetRequest.updateDynamicRules({
    removeRuleIds: before.map(({ id }) => id),
    addRules: rules as never,
  });
}
