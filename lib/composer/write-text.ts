/**
 * Replaces the whole text of an editor in the way that reaches the editor's own document. Each kind has one that works;
 * others change the page and leave the secret in the editor (measured per editor). Written once, never retried: a retry
 * makes some editors keep both texts. The caller must read back and stop when the text is not the one wanted.
 */
import type { Composer } from '../sites/adapter.ts';

/** Editors take a new selection in a task of their own; what is written earlier lands beside the old text. */
const SETTLE_MS = 100;

type EditorKind = Composer['editorKind'];

/** Resolves when the editor has had time to take the text. */
export async function writeText(editor: HTMLElement, kind: EditorKind, text: string): Promise<void> {
  if (editor instanceof HTMLTextAreaElement || editor instanceof HTMLInputElement) {
    writeValue(editor, text);
  } else {
    selectAll(editor);
    await settle();
    if (kind === 'lexical' || kind === 'slate') await writeByInputEvents(editor, kind, text);
    else writeByCommand(editor, text);
  }
  await settle();
}

/** React watches the element's own `value`; the prototype's setter goes past that watch, the event tells React. */
function writeValue(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }));
}

function selectAll(editor: HTMLElement): void {
  editor.focus();
  const { ownerDocument } = editor;
  // In Chromium each shadow tree has a selection of its own, in Firefox the document's reaches into all.
  const root = editor.getRootNode() as Node & { getSelection?(): Selection | null };
  const selection = root.getSelection?.() ?? ownerDocument.getSelection();
  selection?.selectAllChildren(editor);
}

/** Line by line: a line break inside `insertText` is dropped or becomes a space in some editors. */
function writeByCommand(editor: HTMLElement, text: string): void {
  const { ownerDocument } = editor;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    if (index > 0) ownerDocument.execCommand('insertParagraph');
    if (line !== '') ownerDocument.execCommand('insertText', false, line);
    else if (index === 0) ownerDocument.execCommand('delete');
  });
}

/** Lexical and Slate read `beforeinput` and change their document themselves. */
async function writeByInputEvents(editor: HTMLElement, kind: EditorKind, text: string): Promise<void> {
  const send = (inputType: string, data: string | null) =>
    editor.dispatchEvent(
      new InputEvent('beforeinput', { inputType, data, bubbles: true, cancelable: true, composed: true }),
    );
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      await settle();
      // Shift+Enter of chat apps on Lexical; paragraphs would come out of it with an empty line between them.
      send(kind === 'lexical' ? 'insertLineBreak' : 'insertParagraph', null);
      await settle();
    }
    if (line !== '') send('insertText', line);
    else if (index === 0) send('deleteContentBackward', null);
  }
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}
