/** A tab with its guard and the gate behind it, without a browser: what one vouches for the other takes. */
import { type GateState, type GateVerdict, judgeRequest } from '../../lib/gate/judge-request.ts';
import { PermitBook } from '../../lib/gate/permits.ts';
import { Hold } from '../../lib/pipeline/hold.ts';
import type { CapturedRequest } from '../../lib/prompt/request.ts';
import type { SiteAdapter } from '../../lib/sites/adapter.ts';
import { bareClassifier } from './bare-classifier.ts';
import { guardPorts } from './guard-ports.ts';

export const TAB = 3;

export async function guardedTab(options: Parameters<typeof guardPorts>[0] = {}) {
  const { ports, seen, session } = await guardPorts(options);
  const permits = new PermitBook([], () => undefined);
  const entered = new Set<string>();
  const hold = new Hold({
    ...ports,
    async commit(draft, permit) {
      const decision = await ports.commit(draft, permit);
      if (permit) permits.mint({ ...permit, tab: TAB, document: null, decision }, ports.now());
      return decision;
    },
    async vouch(decision, permit) {
      await ports.vouch(decision, permit);
      permits.mint({ ...permit, tab: TAB, document: null, decision }, ports.now());
    },
    entered: (values) => {
      for (const value of values) entered.add(value);
    },
  });
  const state = (): GateState => ({
    classifier: bareClassifier,
    policy: session.policy,
    permits,
    digester: session.digester,
    context: { ...session.context, timeMs: ports.now() },
    entered,
  });
  const judge = (site: SiteAdapter, request: CapturedRequest, tab = TAB): Promise<GateVerdict> =>
    judgeRequest(site, request, tab, state());
  return { hold, judge, state, permits, seen, session };
}
