/** Tells what the person enters into editors. */

/** After a key, when the page has done what it does with it; shorter than fingers take to the next. */
const TYPING_MS = 50;
const TYPING_PAUSE_MS = 300;

export interface TextWatch {
  /** The field for text that an event happened in, or null. */
  fieldOf(event: Event): HTMLElement | null;
  readText(field: HTMLElement): string;
  /** What stands in a field after a key. */
  onTyping(text: string): void;
  /** Pasted and dropped text at once, typed text after a pause. */
  onText(text: string): void;
}

/** Listeners by event type. */
export function textListeners({ fieldOf, readText, onTyping, onText }: TextWatch): [string, (event: Event) => void][] {
  let soon: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const onTransfer = (event: Event, data: DataTransfer | null) => {
    const text = fieldOf(event) && data?.getData('text/plain');
    if (text) onText(text);
  };
  return [
    [
      'input',
      (event) => {
        const field = fieldOf(event);
        if (field === null) return;
        clearTimeout(soon);
        clearTimeout(pause);
        soon = setTimeout(() => onTyping(readText(field)), TYPING_MS);
        pause = setTimeout(() => onText(readText(field)), TYPING_PAUSE_MS);
      },
    ],
    ['paste', (event) => onTransfer(event, (event as ClipboardEvent).clipboardData)],
    ['drop', (event) => onTransfer(event, (event as DragEvent).dataTransfer)],
  ];
}
