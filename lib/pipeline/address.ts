/** Prompts in the fragment of a page's address: judged before the page reads them, never shown to it when refused. */
import type { Prompt } from '../prompt/prompt.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { describeDecision } from './describe.ts';
import { type Inspection, inspect } from './inspect.ts';
import type { HoldPorts, Session } from './ports.ts';

type Ports = Pick<HoldPorts, 'session' | 'sessionNow' | 'notify' | 'commit' | 'now' | 'classifier'>;

/** Judge at once. While no policy is there yet, only text in which nothing at all is found passes. */
export function judgeAddress(site: SiteAdapter, host: string, text: string, ports: Ports): 'pass' | 'hold' {
  const prompt = addressPrompt(site, host, text);
  const session = ports.sessionNow();
  if (session !== null) return inspectNow(prompt, session, ports).decision.action === 'allow' ? 'pass' : 'hold';
  const { findings, uses } = ports.classifier.classifyPrompt(prompt);
  return findings.length + uses.length === 0 ? 'pass' : 'hold';
}

/** Decide about text that was held: true when it may stand in the address. A refusal is recorded and told. Never rejects. */
export async function resolveAddress(site: SiteAdapter, host: string, text: string, ports: Ports): Promise<boolean> {
  try {
    const session = await ports.session();
    const inspection = inspectNow(addressPrompt(site, host, text), session, ports);
    if (inspection.decision.action === 'allow') return true;
    ports.notify('address', inspection);
    const outcome = { answer: null, redactions: new Map(), latencyMs: 0 };
    await ports.commit(await describeDecision(site, inspection, outcome, session), null);
  } catch {
    ports.notify('failed', null);
  }
  return false;
}

function inspectNow(prompt: Prompt, { policy, context }: Session, { now, classifier }: Ports): Inspection {
  return inspect(prompt, classifier, policy, { ...context, timeMs: now() });
}

function addressPrompt(site: SiteAdapter, host: string, text: string): Prompt {
  const parts = [{ id: 'address', role: 'user' as const, kind: 'text' as const, text }];
  return { app: site.id, host, channel: 'url', shape: 'known', conversation: null, parts, unreadable: [] };
}
