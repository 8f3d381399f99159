/**
 * What the page-world hook and the isolated guard say to each other over the private node.
 * Every message is one JSON string. Bytes travel as base64. The hook is page territory: the guard
 * checks what it receives (lib/bridge/parse.ts); the hook trusts only that nobody else holds the node.
 */

export type WireBody =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'bytes'; base64: string }
  | { kind: 'fields'; encoding: 'multipart' | 'urlencoded'; fields: WireField[] }
  | { kind: 'unreadable'; reason: string };

export type WireField =
  | { name: string; value: string }
  | { name: string; file: { name: string; type: string; base64: string } };

/** Hook -> guard: may this leave? */
export interface AskMessage {
  type: 'ask';
  id: number;
  transport: 'fetch' | 'xhr' | 'websocket' | 'beacon' | 'form' | 'eventsource';
  url: string;
  method: string;
  headers: Record<string, string>;
  body: WireBody;
}

/** Guard -> hook: the verdict. `pass` means the original call, untouched. */
export type VerdictMessage =
  | { type: 'verdict'; id: number; verdict: 'pass' }
  | { type: 'verdict'; id: number; verdict: 'rewrite'; body: WireBody }
  | { type: 'verdict'; id: number; verdict: 'refuse'; code: string };

/** Guard -> hook: the question arrived, its verdict may take as long as a person needs. Sent by guard-end itself. */
export interface AckMessage {
  type: 'ack';
  id: number;
}

/** Hook -> guard: the page gave this call up (abort, timeout, navigation). No verdict is wanted any more. */
export interface WithdrawMessage {
  type: 'withdraw';
  id: number;
}

/** Hook -> guard: the hook is installed and these transports are held. */
export interface HelloMessage {
  type: 'hello';
  transports: string[];
}

/** Hook -> guard: the page opened its document anew, which takes the listeners of every world from it. */
export interface ReopenedMessage {
  type: 'reopened';
}

export type HookMessage = AskMessage | WithdrawMessage | HelloMessage | ReopenedMessage;
export type GuardMessage = VerdictMessage | AckMessage;
