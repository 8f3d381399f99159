/** Asks the guard and hands each answer to whoever holds the call, exactly once. Whatever goes wrong is a refusal. */
import type { PageEnd } from '../bridge/page-end.ts';
import type { AskMessage, WireBody } from '../bridge/protocol.ts';
import type { Listeners } from './listeners.ts';
import {
  $Map,
  clearTimer,
  jsonParse,
  jsonStringify,
  list,
  mapDelete,
  mapEach,
  mapGet,
  mapSet,
  own,
  setTimer,
} from './pristine.ts';

/** A guard that is there takes a question at once; one that is not there in this time will not come. */
const ACK_LIMIT_MS = 10_000;

export type Question = Omit<AskMessage, 'type' | 'id'>;

export type Verdict =
  | { verdict: 'pass' }
  | { verdict: 'rewrite'; body: WireBody }
  | { verdict: 'refuse'; code: string };

/**
 * Ask; `answer` is called once, possibly before this returns. The function returned withdraws: the guard is told that
 * nobody waits any more, and no answer comes.
 */
export type Ask = (question: Question, answer: (verdict: Verdict) => void) => () => void;

interface Pending {
  answer: (verdict: Verdict) => void;
  timer: number;
}

export function openAsk(end: PageEnd, listeners: Listeners): Ask {
  const pending = new $Map<number, Pending>();
  let lastId = 0;

  const take = (id: number): Pending | undefined => {
    const found = mapGet(pending, id) as Pending | undefined;
    if (found) {
      clearTimer(found.timer);
      mapDelete(pending, id);
    }
    return found;
  };
  const settle = (id: number, verdict: Verdict) => take(id)?.answer(verdict);
  const withdraw = (id: number) => end.send(jsonStringify({ __proto__: null, type: 'withdraw', id } as object));

  end.onMessage((json) => {
    const message = parse(json);
    const id = message && own(message, 'id');
    if (typeof id !== 'number') return;
    if (own(message, 'type') === 'ack') {
      const acknowledged = mapGet(pending, id) as Pending | undefined;
      if (acknowledged) clearTimer(acknowledged.timer);
    } else {
      settle(id, verdictOf(message));
    }
  });

  // Whoever leaves the page leaves its open calls; a dialogue about them must not wait for a page that comes back.
  listeners.add('pagehide', () => {
    const left = list<number>();
    mapEach(pending, (_, id) => {
      left[left.length] = id;
    });
    for (let index = 0; index < left.length; index++) {
      withdraw(left[index]!);
      settle(left[index]!, refusal('page_left'));
    }
  });

  return (question, answer) => {
    const id = ++lastId;
    const timer = setTimer(
      () => settle(id, refusal(end.isConnected() ? 'guard_silent' : 'guard_missing')),
      ACK_LIMIT_MS,
    );
    mapSet(pending, id, { __proto__: null, answer, timer } as Pending);
    try {
      const { transport, url, method, headers, body } = question;
      // `type` and `id` first: the guard's end acknowledges before it parses.
      end.send(jsonStringify({ __proto__: null, type: 'ask', id, transport, url, method, headers, body } as object));
    } catch {
      settle(id, refusal('failed'));
    }
    return () => {
      if (take(id)) withdraw(id);
    };
  };
}

/** A record to fill: no prototype, so that no page can add a `toJSON` to it. */
export function noHeaders(): Record<string, string> {
  return { __proto__: null } as unknown as Record<string, string>;
}

export function refusal(code: string): Verdict {
  return { __proto__: null, verdict: 'refuse', code } as Verdict;
}

function parse(json: string): object {
  try {
    return jsonParse(json) ?? {};
  } catch {
    return {};
  }
}

function verdictOf(message: object): Verdict {
  const verdict = own(message, 'type') === 'verdict' ? own(message, 'verdict') : null;
  if (verdict === 'pass') return { __proto__: null, verdict } as Verdict;
  if (verdict === 'rewrite') return { __proto__: null, verdict, body: own(message, 'body') } as Verdict;
  const code = own(message, 'code');
  return refusal(typeof code === 'string' ? code : 'failed');
}
