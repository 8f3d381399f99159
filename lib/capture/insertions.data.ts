/**
 * Everything that puts nodes into a document (DOM, HTML, CSSOM View and Range), by the interface whose prototype has it.
 * Names a browser lacks are skipped.
 */
const SIBLINGS = ['before', 'after', 'replaceWith'];
const CHILDREN = ['append', 'prepend', 'replaceChildren', 'moveBefore'];
const MARKUP = ['setHTML', 'setHTMLUnsafe'];

export const INSERTING_METHODS: readonly [owner: string, names: readonly string[]][] = [
  ['Node', ['appendChild', 'insertBefore', 'replaceChild']],
  ['Element', SIBLINGS],
  ['Element', CHILDREN],
  ['Element', MARKUP],
  ['Element', ['insertAdjacentElement', 'insertAdjacentHTML']],
  ['CharacterData', SIBLINGS],
  ['DocumentType', SIBLINGS],
  ['Document', CHILDREN],
  ['Document', ['execCommand', 'write', 'writeln']],
  ['DocumentFragment', CHILDREN],
  ['ShadowRoot', MARKUP],
  ['Range', ['insertNode', 'surroundContents']],
];

export const INSERTING_SETTERS: readonly [owner: string, names: readonly string[]][] = [
  ['Element', ['innerHTML', 'outerHTML']],
  ['ShadowRoot', ['innerHTML']],
  ['Document', ['body']],
  ['HTMLTableElement', ['caption', 'tHead', 'tFoot']],
];
