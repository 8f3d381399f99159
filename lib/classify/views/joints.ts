/** Values cut in pieces: string literals that a program puts together, markup inside a value, values broken over lines. */
import { type Edit, editsOf } from './view.ts';

/** `"AK" + "IA"`, `"AK" . "IA"`, `"AK" "IA"`. */
const LITERAL_JOINT = /["'`][ \t\r\n]{0,8}(?:\+|\.\.?|&|\|\||\\\r?\n|[ \t\r\n])[ \t\r\n]{0,24}["'`]/g;
/** `AK""IA` in a shell, `AK${""}IA` in a template. */
const EMPTY_LITERAL = /(?<=[A-Za-z0-9_-])(?:""|''|\$\{ ?(?:""|'') ?\})(?=[A-Za-z0-9])/g;
/** `["AK", "IA"].join("")`, `concat("AK", "IA")`, `"%s%s" % ("AK", "IA")`, `"{}{}".format("AK", "IA")`. */
const LITERAL_LIST =
  /\[[^[\]]{3,400}\][ \t\n]{0,4}\.join\([ ]?(?:""|''|``)?[ ]?\)|\bconcat\([^()]{3,400}\)|(?:%s){2,8}["'] ?[%,] ?\(?[^()]{3,400}\)|(?:\{[0-9]?\}){2,8}["']\.format\([^()]{3,400}\)/gi;
const COMMA_JOINT = /["'`][ \t\r\n]{0,8},[ \t\r\n]{0,24}["'`]/g;
/** A line break, with what a shell or a mail puts around it. */
const LINE_JOINT = /[ \t]{0,4}\\?\r?\n[ \t]{0,8}(?:> ?){0,3}/y;
const TOKEN_PIECE = /[A-Za-z0-9_/+.=~-]+/y;

/** Markup that ends no word for a reader: inline elements, comments of pages and programs, the emphasis marks of Markdown. */
const INLINE =
  'a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr';
const MARK = `</?(?:${INLINE})(?: [^<>\\n]{0,120})?/?>|<!--[^<>\\n]{0,60}-->|/\\*[^*\\n]{0,60}\\*/|\\*{1,3}|__|~~|\``;
const MARKUP = new RegExp(`(?:${MARK})(?: ?(?:${MARK})){0,7}`, 'gi');
const VALUE_CHARACTER = /[A-Za-z0-9@._+-]/;

/** Whether a joint stands between two characters of a value, so that taking it away puts something together. One space may be there. */
function isBetween({ 0: joint, index }: RegExpExecArray, text: string): boolean {
  const end = index + joint.length;
  const before = text[index - 1] === ' ' ? text[index - 2] : text[index - 1];
  const after = text[end] === ' ' ? text[end + 1] : text[end];
  return VALUE_CHARACTER.test(before ?? '') && VALUE_CHARACTER.test(after ?? '');
}

function listEdits(text: string): Edit[] {
  if (!/\.join\(|concat\(|%s%s|\{[0-9]?\}\{/i.test(text)) return [];
  return [...text.matchAll(LITERAL_LIST)].flatMap(({ 0: list, index }) =>
    editsOf(list, COMMA_JOINT, 'joined:literal', () => '').map((edit) => ({
      ...edit,
      start: edit.start + index,
      end: edit.end + index,
    })),
  );
}

export function literalEdits(text: string): Edit[][] {
  if (!/["'`]/.test(text)) return [];
  return [
    listEdits(text),
    editsOf(text, LITERAL_JOINT, 'joined:literal', () => ''),
    editsOf(text, EMPTY_LITERAL, 'joined:literal', () => ''),
  ];
}

export function markupEdits(text: string): Edit[] {
  return /[<*_~`]/.test(text)
    ? editsOf(text, MARKUP, 'joined:markup', (match) =>
        isBetween(match, text) ? (match[0].includes('> <') ? ' ' : '') : null,
      )
    : [];
}

/** Lines joined where a token goes on: from each place where one begins, as far as nothing but its pieces stands there. */
export function lineEdits(text: string, starts: readonly number[]): Edit[] {
  if (!text.includes('\n')) return [];
  const edits: Edit[] = [];
  let reached = 0;
  for (const start of starts) {
    if (start < reached) continue;
    reached = endOf(TOKEN_PIECE, text, start);
    for (;;) {
      const joint = { start: reached, end: endOf(LINE_JOINT, text, reached), text: '', code: 'joined:lines' };
      const next = endOf(TOKEN_PIECE, text, joint.end);
      if (joint.end === joint.start || next === joint.end) break;
      edits.push(joint);
      reached = next;
    }
  }
  return edits;
}

/** Where the match of a sticky pattern at `at` ends; `at` when there is none. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
