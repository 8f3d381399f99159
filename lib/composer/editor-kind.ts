/** What an editor is by its own marks: which way of writing reaches its document depends on it. */
import type { Composer } from '../sites/adapter.ts';

type EditorKind = Composer['editorKind'];

const MARKS: readonly [selector: string, kind: EditorKind][] = [
  ['textarea, input', 'textarea'],
  ['[data-lexical-editor]', 'lexical'],
  ['[data-slate-editor]', 'slate'],
  ['.ProseMirror', 'prosemirror'],
  ['.ql-editor', 'quill'],
  ['.cm-content', 'codemirror'],
];

/** @param usual kind of the app's own composer, for an editor without a mark. */
export function editorKind(editor: HTMLElement, usual: EditorKind): EditorKind {
  return MARKS.find(([selector]) => editor.matches(selector))?.[1] ?? usual;
}
