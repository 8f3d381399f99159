/**
 * The guard's end of the bridge (isolated world, where a page cannot patch functions). It takes the first node offered,
 * acknowledges every question so that the hook knows it may wait for a person, and refuses what its listener fails on.
 */
import { DOWN, OFFER, SEEK, TAKEN, UP } from './channel.ts';

export interface GuardEnd {
  /** Hand a JSON string to the hook. Lost when there is no hook: nothing it could have held exists then. */
  send(json: string): void;
  /** Called with each JSON string of the hook, not yet parsed. Messages that came before wait for it. One listener. */
  onMessage(listener: (json: string) => unknown): void;
  isConnected(): boolean;
  /** Nodes offered after the first one: somebody tried to stand in for the hook. */
  strangers(): number;
}

export function openGuardEnd(): GuardEnd {
  let node: EventTarget | null = null;
  let listener: ((json: string) => unknown) | null = null;
  let strangers = 0;
  const waiting: string[] = [];

  const send = (json: string) => void node?.dispatchEvent(new CustomEvent(DOWN, { detail: json }));
  const refuse = (id: number) => send(JSON.stringify({ type: 'verdict', id, verdict: 'refuse', code: 'failed' }));

  const deliver = (json: string) => {
    const id = askIdOf(json);
    if (id !== null) send(JSON.stringify({ type: 'ack', id }));
    try {
      const outcome = listener!(json);
      if (outcome instanceof Promise && id !== null) outcome.catch(() => refuse(id));
    } catch {
      if (id !== null) refuse(id);
    }
  };

  document.addEventListener(
    OFFER,
    (event) => {
      event.stopImmediatePropagation();
      const offered = (event as MouseEvent).relatedTarget;
      if (offered === null) return;
      if (node !== null) {
        strangers++;
        return;
      }
      node = offered;
      node.addEventListener(UP, (up) => {
        const json: unknown = (up as CustomEvent).detail;
        if (typeof json !== 'string') return;
        if (listener === null) waiting.push(json);
        else deliver(json);
      });
      node.dispatchEvent(new CustomEvent(TAKEN));
    },
    true,
  );
  document.dispatchEvent(new Event(SEEK));

  return {
    send,
    onMessage(next) {
      listener = next;
      for (const json of waiting.splice(0)) deliver(json);
    },
    isConnected: () => node !== null,
    strangers: () => strangers,
  };
}

/** The id of a question, even of one that parse.ts will not accept: the hook must not wait for it. */
function askIdOf(json: string): number | null {
  const id = /^\{"type":"ask","id":(\d{1,15}),/.exec(json)?.[1];
  return id === undefined ? null : Number(id);
}
