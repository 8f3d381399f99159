/** Prompts in the fragment of a page's address: judged before the page reads them, never shown to it when refused. */
import type { Prompt } from '../prompt/prompt.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { describeDecision } from './describe.ts';
import { inspect } from './inspect.ts';
import type { HoldPorts } from './ports.ts';

type Ports = Pick<HoldPorts, 'session' | 'classify' | 'notify' | 'commit' | 'now'>;

/** True when a text may stand in the address. A refusal is recorded and told. Never rejects. */
export async function resolveAddress(site: SiteAdapter, host: string, text: string, ports: Ports): Promise<boolean> {
  try {
    const session = await ports.session();
    const prompt = addressPrompt(site, host, text);
    const classification = await ports.classify(prompt);
    const context = { ...session.context, timeMs: ports.now() };
    const inspection = inspect(prompt, classification, session.policy, context);
    if (inspection.decision.action === 'allow') return true;
    ports.notify('address', inspection);
    const outcome = { answer: null, redactions: new Map(), latencyMs: 0 };
    await ports.commit(await describeDecision(site, inspection, outcome, session), null);
  } catch {
    ports.notify('failed', null);
  }
  return false;
}

function addressPrompt(site: SiteAdapter, host: string, text: string): Prompt {
  const parts = [{ id: 'address', role: 'user' as const, kind: 'text' as const, text }];
  return { app: site.id, host, channel: 'url', shape: 'known', conversation: null, parts, unreadable: [] };
}
