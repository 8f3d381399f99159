/**
 * The page's end of the bridge (MAIN world). Everything it calls is captured when this file loads, before any script of
 * the page; what a page does to prototypes later changes nothing here. It hands its node to the first guard that asks,
 * and to nobody once the page itself could be the one asking.
 */
import { DOWN, OFFER, SEEK, TAKEN, UP } from './channel.ts';

export interface PageEnd {
  /** Hand a JSON string to the guard, at once when connected, else as soon as it is. */
  send(json: string): void;
  /** Called synchronously with each JSON string of the guard. One listener. */
  onMessage(listener: (json: string) => void): void;
  isConnected(): boolean;
  /** How often somebody asked for the node after it was given away or after the page had begun to run. */
  strangers(): number;
}

const { apply } = Reflect;
const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
const stopImmediatePropagation = Event.prototype.stopImmediatePropagation;
const Custom = CustomEvent;
const Mouse = MouseEvent;
const Observer = MutationObserver;
const { observe, disconnect } = MutationObserver.prototype;
const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')!.get!;
const createElement = Document.prototype.createElement;
const setPrototypeOf = Object.setPrototypeOf;

const plain = <T extends object>(members: T): T => setPrototypeOf(members, null);

export function openPageEnd(): PageEnd {
  const page = document;
  const node: HTMLElement = apply(createElement, page, ['i']);
  const waiting: string[] = plain([]);
  let waitingCount = 0;
  let listener: ((json: string) => void) | null = null;
  let connected = false;
  let offering = true;
  let strangers = 0;

  const on = (target: EventTarget, type: string, handler: (event: Event) => void) =>
    apply(addEventListener, target, [type, handler, true]);
  const dispatch = (target: EventTarget, event: Event) => apply(dispatchEvent, target, [event]);
  const post = (json: string) => dispatch(node, new Custom(UP, plain({ detail: json })));
  const offer = () => dispatch(page, new Mouse(OFFER, plain({ relatedTarget: node })));

  const onSeek = (event: Event) => {
    apply(stopImmediatePropagation, event, []);
    if (offering) offer();
    else strangers++;
  };
  const stopOffering = () => {
    offering = false;
    apply(disconnect, observer, []);
  };
  // A parser runs this callback before the first script it inserts: from the first element on, the page may be asking.
  const observer = new Observer(stopOffering);
  apply(observe, observer, [page, plain({ childList: true, subtree: true })]);

  const onTaken = () => {
    connected = true;
    stopOffering();
    apply(removeEventListener, node, [TAKEN, onTaken, true]);
    for (let index = 0; index < waitingCount; index++) post(waiting[index]!);
    waitingCount = 0;
  };
  on(node, TAKEN, onTaken);
  on(node, DOWN, (event) => {
    const json: unknown = apply(detailOf, event, []);
    if (typeof json === 'string' && listener !== null) listener(json);
  });
  on(page, SEEK, onSeek);
  offer();

  return {
    send(json) {
      if (connected) post(json);
      else waiting[waitingCount++] = json;
    },
    onMessage(next) {
      listener = next;
    },
    isConnected: () => connected,
    strangers: () => strangers,
  };
}
