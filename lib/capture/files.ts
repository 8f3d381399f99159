/**
 * Holds the files a person brings into the page before the page hears of them: chosen, dropped or pasted. Runs in the
 * isolated world, on the window, in the capture phase from `document_start`. The event is taken away at once, and played
 * again with the same or the sanitised files when the answer is there. Best effort by design: what reaches the page by
 * another way (script-made file lists, file handles, clipboard reads, inputs in shadow trees) is judged on the network.
 */
import { fileTransferOf, type HeldTransfer, holdsFiles, refill } from './files-transfer.ts';

export type FileChannel = 'file' | 'drop' | 'paste';

export type FilesOutcome = { kind: 'pass' } | { kind: 'stop' } | { kind: 'replace'; files: File[] };

export interface FileOptions {
  window: Window;
  /** Decide about files; may ask the person. A rejection stops. */
  judge(files: File[], channel: FileChannel): Promise<FilesOutcome>;
  /** False where a paste made by script carries nothing (Firefox): pastes are then left to the network layer. */
  canPaste: boolean;
}

/** Call once per frame. The listeners stay as long as the window. */
export function installFiles({ window, judge, canPaste }: FileOptions): void {
  /** Events played by us. */
  const own = new WeakSet<Event>();
  const decide = (files: File[], channel: FileChannel): Promise<FilesOutcome> =>
    judge(files, channel).catch((): FilesOutcome => ({ kind: 'stop' }));
  const play = (target: EventTarget, event: Event) => {
    own.add(event);
    target.dispatchEvent(event);
  };
  const take = (event: Event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  const on = (type: string, listener: (event: Event) => void) =>
    window.addEventListener(type, (event) => own.has(event) || listener(event), { capture: true });

  holdInputs();
  on('drop', (event) => {
    // A file input takes the files itself and says so with `change`.
    if (fileInputOf(event) === null) onTransfer(event, (event as DragEvent).dataTransfer, 'drop');
  });
  if (canPaste) on('paste', (event) => onTransfer(event, (event as ClipboardEvent).clipboardData, 'paste'));

  function holdInputs(): void {
    /** What each input is waiting for: the events to play, and which of its selections they belong to. */
    const waiting = new WeakMap<HTMLInputElement, { types: string[] }>();
    const onInput = (event: Event) => {
      const input = fileInputOf(event);
      if (!input?.files?.length) return;
      take(event);
      const held = waiting.get(input);
      // `input` and `change` of one selection come in one task.
      if (held && !held.types.includes(event.type)) {
        held.types.push(event.type);
        return;
      }
      const mine = { types: [event.type] };
      waiting.set(input, mine);
      void decide([...input.files], 'file').then((outcome) => {
        // Files chosen meanwhile have a judgement of their own.
        if (waiting.get(input) !== mine) return;
        waiting.delete(input);
        if (outcome.kind === 'stop') input.value = '';
        else {
          if (outcome.kind === 'replace') input.files = refill(window, { files: outcome.files, texts: [] }).files;
          for (const type of mine.types) play(input, new Event(type, { bubbles: true, composed: type === 'input' }));
        }
      });
    };
    on('input', onInput);
    on('change', onInput);
  }

  function onTransfer(event: Event, data: DataTransfer | null, channel: 'drop' | 'paste'): void {
    if (data === null || !holdsFiles(data)) return;
    const target = event.composedPath()[0] ?? window;
    // What the browser hands over is gone after this task: it is all taken now, folders are read later.
    const held = fileTransferOf(data);
    take(event);
    void held
      .then(async (transfer) => ({ transfer, outcome: await decide(transfer.files, channel) }))
      .then(({ transfer, outcome }) => {
        if (outcome.kind === 'stop') return;
        const files = outcome.kind === 'replace' ? outcome.files : transfer.files;
        replay(event, target, { ...transfer, files });
      })
      .catch(() => undefined);
  }

  function replay(event: Event, target: EventTarget, transfer: HeldTransfer): void {
    const data = refill(window, transfer);
    const common = { bubbles: true, cancelable: true, composed: true };
    if (event.type === 'paste') {
      play(target, new ClipboardEvent('paste', { ...common, clipboardData: data }));
      return;
    }
    const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event as DragEvent;
    const place = { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey };
    const isThere = target instanceof Node && target.isConnected;
    const under = isThere ? target : (window.document.elementFromPoint(clientX, clientY) ?? window.document.body);
    play(under, new DragEvent('drop', { ...common, ...place, dataTransfer: data }));
  }
}

function fileInputOf(event: Event): HTMLInputElement | null {
  const target = event.composedPath()[0];
  return target instanceof HTMLInputElement && target.type === 'file' ? target : null;
}
