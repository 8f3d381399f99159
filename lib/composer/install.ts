/**
 * The first layer: sees text before it is sent. Listens on the window in the capture phase from `document_start`, so that
 * a send can be held before the app hears of it. Best effort by design: an app can send without any event; the network
 * hooks judge that.
 */
import { editorKind } from './editor-kind.ts';
import { editorOf, nearest, type Search, sendButtonOf, textFieldOf } from './find.ts';
import { comparable, readText } from './read-text.ts';
import { type Pointer, send, type Trigger } from './send.ts';
import { textListeners } from './watch-text.ts';
import { writeText } from './write-text.ts';

export type SubmitOutcome = { kind: 'send' } | { kind: 'stop' } | { kind: 'write'; text: string };

/**
 * Why nothing was sent although the person's answer allowed it: `write_mismatch`, the editor did not take the text;
 * `editor_gone`, the page removed it meanwhile; `failed`, the judgement did not come.
 */
export type StopCode = 'write_mismatch' | 'editor_gone' | 'failed';

export interface ComposerOptions extends Search {
  document: Document;
  window: Window;
  /** Judge at once; only `pass` lets the app hear of the event. */
  judge(text: string): 'pass' | 'hold';
  /** Decide about held text; may ask the person. A rejection stops. */
  resolve(text: string): Promise<SubmitOutcome>;
  /** What stands in a field for longer text while it is being typed. */
  onTyping(text: string): void;
  /** Text the person has entered into such a field: pasted or dropped at once, typed after a pause. */
  onText(text: string): void;
  onStopped?(code: StopCode): void;
}

export interface InstalledComposer {
  /** Listen again: `document.open` takes every listener from a window. Changes nothing when they are still there. */
  listen(): void;
}

/** Call once per frame. The listeners stay as long as the window. */
export function installComposer(options: ComposerOptions): InstalledComposer {
  const { document, window, composer } = options;
  /** One held send at a time: further attempts meanwhile go nowhere. */
  let isResolving = false;
  /** Text that may pass while we play the send ourselves. */
  let approved: string | null = null;
  let swallowKeyUp = false;
  /** The app has not heard how this press began: it hears of none of it. */
  let isPressHeld = false;
  let pointer: Pointer = 'mouse';
  let lastEditor: HTMLElement | null = null;

  const mayPass = (text: string): boolean => {
    if (text === approved) return true;
    if (text.trim() === '') return true;
    try {
      return options.judge(text) === 'pass';
    } catch {
      return false;
    }
  };

  /** True when the event was taken away from the app. */
  const guard = (event: Event, editor: HTMLElement, trigger: Trigger | null, isHeld = false): boolean => {
    const text = readText(editor);
    if (!isResolving && !isHeld && mayPass(text)) return false;
    // A touch that is prevented has no click, and the click opens the question.
    if (!event.type.startsWith('touch')) event.preventDefault();
    event.stopImmediatePropagation();
    if (trigger !== null && !isResolving) void resolve(editor, text, trigger);
    return true;
  };

  const resolve = async (editor: HTMLElement, text: string, trigger: Trigger): Promise<void> => {
    isResolving = true;
    try {
      const outcome = await options.resolve(text);
      if (outcome.kind === 'stop') return;
      if (!editor.isConnected) {
        options.onStopped?.('editor_gone');
        return;
      }
      if (outcome.kind === 'write') {
        // What was judged must still be what is written over.
        const kind = editorKind(editor, composer.editorKind);
        if (readText(editor) === text) await writeText(editor, kind, outcome.text);
        if (comparable(readText(editor)) !== comparable(outcome.text)) {
          options.onStopped?.('write_mismatch');
          return;
        }
      }
      release(editor, outcome.kind === 'write' ? readText(editor) : text, trigger);
    } catch {
      options.onStopped?.('failed');
    } finally {
      isResolving = false;
    }
  };

  /** Passes exactly this text, now: a text changed since is judged like any other. */
  const release = (editor: HTMLElement, text: string, trigger: Trigger): void => {
    isResolving = false;
    approved = text;
    try {
      send(editor, trigger);
    } finally {
      // Some apps submit in a task after the click.
      setTimeout(() => {
        approved = null;
      }, 0);
    }
  };

  /** Where a key sends: the app's editor, or, on a page that has none we know, any field for longer text. */
  const keyEditorOf = (event: Event): HTMLElement | null => {
    const editor = editorOf(event, options);
    if (editor !== null || nearest(document, composer.editors) !== null) return editor;
    return textFieldOf(event, options);
  };
  const editorFor = (button: HTMLElement): HTMLElement | null =>
    nearest(button, composer.editors) ?? (lastEditor?.isConnected ? lastEditor : null);

  /** Its own button: the nearest one may belong to the main composer while an old message is being edited. */
  const buttonFor = (editor: HTMLElement): HTMLElement | null => {
    const button = nearest(editor, composer.sendButtons);
    return button !== null && nearest(button, composer.editors) === editor ? button : null;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isKey(event, 'Enter') || event.key === ' ') {
      const button = sendButtonOf(event, options);
      const editor = button && editorFor(button);
      if (button && editor) {
        swallowKeyUp = guard(event, editor, { kind: 'click', button, by: 'mouse' });
        return;
      }
    }
    const editor = isSendKey(event) ? keyEditorOf(event) : null;
    if (editor === null) return;
    lastEditor = editor;
    const trigger: Trigger = { kind: 'key', event, button: buttonFor(editor) };
    swallowKeyUp = guard(event, editor, trigger);
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (!swallowKeyUp || !(isKey(event, 'Enter') || event.key === ' ')) return;
    swallowKeyUp = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onPress = (event: Event, isLast: boolean): void => {
    const button = sendButtonOf(event, options);
    const editor = button && editorFor(button);
    if (!button || !editor) return;
    // The first event of a press, before those of a touch.
    if (event.type === 'pointerdown') pointer = 'mouse';
    if (event.type.startsWith('touch')) pointer = 'touch';
    const by = event.type === 'auxclick' ? 'middle' : pointer;
    const isHeld = guard(event, editor, isLast ? { kind: 'click', button, by } : null, isPressHeld);
    isPressHeld = isHeld && !isLast;
    if (isLast) pointer = 'mouse';
  };
  const onSubmit = (event: SubmitEvent): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const editor = composer.editors.map((selector) => form.querySelector<HTMLElement>(selector)).find(Boolean);
    if (editor) guard(event, editor, { kind: 'submit', form, submitter: event.submitter });
  };
  const fieldOf = (event: Event): HTMLElement | null => {
    const editor = editorOf(event, options);
    if (editor !== null) lastEditor = editor;
    return editor ?? textFieldOf(event, options);
  };

  // The click that follows a press opens the question; the app must hear of neither.
  const first = (event: Event) => onPress(event, false);
  const last = (event: Event) => onPress(event, true);
  const listeners: [string, (event: never) => void][] = [
    ['keydown', onKeyDown],
    ['keyup', onKeyUp],
    ['touchstart', first],
    ['touchend', first],
    ['pointerdown', first],
    ['mousedown', first],
    ['pointerup', first],
    ['mouseup', first],
    ['click', last],
    ['auxclick', last],
    ['submit', onSubmit],
    ...textListeners({ ...options, fieldOf, readText }),
  ];
  const listen = () => {
    for (const [type, listener] of listeners) {
      window.addEventListener(type, listener as (event: Event) => void, { capture: true });
    }
  };
  listen();
  return { listen };
}

/** Enter in any combination that apps send on; not while an input method composes. */
function isSendKey(event: KeyboardEvent): boolean {
  return isKey(event, 'Enter') && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

function isKey(event: KeyboardEvent, key: 'Enter'): boolean {
  return event.key === key || event.code === `Numpad${key}`;
}
