/**
 * Reads an editor's text as the person sees it: one line per block. What an editor shows is no proof of what it will
 * send (CodeMirror draws only the visible lines, for one): the call that leaves is judged again.
 */

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE']);

/** Text of a textarea, input or contenteditable, with `\n` between lines. */
export function readText(editor: HTMLElement): string {
  if (editor instanceof HTMLTextAreaElement || editor instanceof HTMLInputElement) return editor.value;
  const lines: string[] = [];
  let line: string | null = null;
  const endLine = () => {
    lines.push(line ?? '');
    line = null;
  };
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      line = (line ?? '') + node.data;
      return;
    }
    if (!(node instanceof HTMLElement) || UNSEEN.has(node.tagName)) return;
    // Slate keeps a character of no width in empty leaves so that the caret has a place.
    if (node.dataset.slateZeroWidth !== undefined) {
      line ??= '';
      return;
    }
    if (node.tagName === 'BR') {
      // The last one of a block only keeps the block open.
      if (node.nextSibling !== null) endLine();
      return;
    }
    const isBlock = BLOCKS.has(node.tagName);
    if (isBlock && line !== null) endLine();
    const before = lines.length;
    for (const child of node.childNodes) visit(child);
    if (isBlock && (line !== null || lines.length === before)) endLine();
  };
  for (const child of editor.childNodes) visit(child);
  if (line !== null) endLine();
  return lines.join('\n');
}

/** The same text whatever an editor does with spaces and a last line break. */
export function comparable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n+$/, '');
}
