/**
 * The first layer: sees text before it is sent. Listens on the window in the capture phase from `document_start`, so that
 * a send can be held before the app hears of it. Best effort by design: an app can send without any event; the network
 * hooks judge that.
 */
import type { Composer } from '../sites/adapter.ts';
import { editorOf, nearest, sendButtonOf } from './find.ts';
import { comparable, readText } from './read-text.ts';
import { send, type Trigger } from './send.ts';
import { writeText } from './write-text.ts';

export type SubmitOutcome = { kind: 'send' } | { kind: 'stop' } | { kind: 'write'; text: string };

/**
 * Why nothing was sent although the person's answer allowed it: `write_mismatch`, the editor did not take the text;
 * `editor_gone`, the page removed it meanwhile; `failed`, the judgement did not come.
 */
export type StopCode = 'write_mismatch' | 'editor_gone' | 'failed';

export interface ComposerOptions {
  document: Document;
  window: Window;
  composer: Composer;
  /** Judge at once; only `pass` lets the app hear of the event. */
  judge(text: string): 'pass' | 'hold';
  /** Decide about held text; may ask the person. A rejection stops. */
  resolve(text: string): Promise<SubmitOutcome>;
  /** Text the person has entered: pasted or dropped at once, typed after a pause. */
  onText?(text: string): void;
  onStopped?(code: StopCode): void;
}

const TYPING_PAUSE_MS = 300;

/** Call once per frame. The listeners stay as long as the window. */
export function installComposer(options: ComposerOptions): void {
  const { window, composer } = options;
  /** One held send at a time: further attempts meanwhile go nowhere. */
  let isResolving = false;
  /** Text that may pass while we play the send ourselves. */
  let approved: string | null = null;
  let swallowKeyUp = false;
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
  const guard = (event: Event, editor: HTMLElement, trigger: Trigger | null): boolean => {
    const text = readText(editor);
    if (!isResolving && mayPass(text)) return false;
    event.preventDefault();
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
        if (readText(editor) === text) await writeText(editor, composer.editorKind, outcome.text);
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

  const on = <Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void) =>
    window.addEventListener(type, listener, { capture: true });

  on('keydown', (event) => {
    const editor = isSendKey(event) ? editorOf(event, composer) : null;
    if (editor === null) return;
    lastEditor = editor;
    const trigger: Trigger = { kind: 'key', event, button: nearest(editor, composer.sendButtons) };
    swallowKeyUp = guard(event, editor, trigger);
  });
  on('keyup', (event) => {
    if (event.key !== 'Enter' || !swallowKeyUp) return;
    swallowKeyUp = false;
    event.stopImmediatePropagation();
  });

  const editorFor = (button: HTMLElement): HTMLElement | null =>
    nearest(button, composer.editors) ?? (lastEditor?.isConnected ? lastEditor : null);
  const onPress = (event: Event, isLast: boolean): void => {
    const button = sendButtonOf(event, composer);
    const editor = button && editorFor(button);
    if (!button || !editor) return;
    guard(event, editor, isLast ? { kind: 'click', button } : null);
  };
  // The click that follows a press opens the question; the app must hear of neither.
  on('pointerdown', (event) => onPress(event, false));
  on('mousedown', (event) => onPress(event, false));
  on('pointerup', (event) => onPress(event, false));
  on('mouseup', (event) => onPress(event, false));
  on('click', (event) => onPress(event, true));
  on('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const editor = composer.editors.map((selector) => form.querySelector<HTMLElement>(selector)).find(Boolean);
    if (editor) guard(event, editor, { kind: 'submit', form, submitter: event.submitter });
  });
  watchText(options, (editor) => {
    lastEditor = editor;
  });
}

/** Enter in any combination that apps send on; not while an input method composes. */
function isSendKey(event: KeyboardEvent): boolean {
  const isEnter = event.key === 'Enter' || event.code === 'NumpadEnter';
  return isEnter && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

function watchText({ window, composer, onText }: ComposerOptions, onEditor: (editor: HTMLElement) => void): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener(
    'input',
    (event) => {
      const editor = editorOf(event, composer);
      if (editor === null) return;
      onEditor(editor);
      if (!onText) return;
      clearTimeout(pause);
      pause = setTimeout(() => onText(readText(editor)), TYPING_PAUSE_MS);
    },
    { capture: true },
  );
  if (!onText) return;
  const onTransfer = (event: Event, data: DataTransfer | null) => {
    const text = editorOf(event, composer) && data?.getData('text/plain');
    if (text) onText(text);
  };
  window.addEventListener('paste', (event) => onTransfer(event, event.clipboardData), { capture: true });
  window.addEventListener('drop', (event) => onTransfer(event, event.dataTransfer), { capture: true });
}
