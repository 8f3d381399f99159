/** Tells what the person enters into editors: pasted and dropped text at once, typed text after a pause. */

const TYPING_PAUSE_MS = 300;

export interface TextWatch {
  /** The field for text that an event happened in, or null. */
  fieldOf(event: Event): HTMLElement | null;
  readText(field: HTMLElement): string;
  onText(text: string): void;
}

/** Listeners by event type. */
export function textListeners({ fieldOf, readText, onText }: TextWatch): [string, (event: Event) => void][] {
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
        clearTimeout(pause);
        pause = setTimeout(() => onText(readText(field)), TYPING_PAUSE_MS);
      },
    ],
    ['paste', (event) => onTransfer(event, (event as ClipboardEvent).clipboardData)],
    ['drop', (event) => onTransfer(event, (event as DragEvent).dataTransfer)],
  ];
}
