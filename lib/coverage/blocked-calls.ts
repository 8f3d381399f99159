/**
 * Calls a policy forbids outright, whatever they carry: connectors by which a server fetches a document itself, live
 * voice, whole sites. The browser refuses them by rules of its own, so they hold without a gate and without a page hook.
 */
import type { PolicySites } from '../policy/schema.ts';
import { globSource, hostSource } from '../sites/path-glob.ts';

/** One expression per forbidden call over the whole address, for `regexFilter` (RE2). */
export function blockedCalls(blocked: PolicySites['blocked'] = []): string[] {
  return blocked.map(({ host, path = '/**' }) => {
    return `^(?:https?|wss?)://${hostSource(host)}\\.?(?::[0-9]+)?${globSource(path)}/?(?:[?#]|$)`;
  });
}
