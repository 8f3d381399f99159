/** Characters written as escapes: `%40`, `%2540`, `=40`, `&#64;`, `&commat;`, `\u0040`, `\x40`, `\n`. */
import { plainCharacter } from '../../prompt/characters.ts';
import { NAMED_ENTITIES } from '../documents/entities.data.ts';
import { type Edit, editsOf } from './view.ts';

/** Encoded once, or the sign itself once or twice more. */
const PERCENT = /%(?:25){0,2}([0-9a-fA-F]{2})/g;
/** Quoted-printable (RFC 2045 section 6.7): what values are joined with, and lines broken inside a word. */
const QUOTED = /(?<=[A-Za-z0-9])=(?:(40|2E|2D|5F)(?=[A-Za-z0-9])|\r?\n(?=[A-Za-z0-9@.]))/g;
const ENTITY = /&(?:#([0-9]{1,7});?|#[xX]([0-9a-fA-F]{1,6});?|([A-Za-z][A-Za-z0-9]{1,24});)/g;
const BACKSLASH = /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|([nrt]))/g;
const NOT_PRINTABLE = /[^\t\n\r\x20-\x7e]/;

function decimal(digits: string | undefined): number {
  return digits === undefined ? -1 : Number.parseInt(digits, 10);
}

function hex(digits: string | undefined): number {
  return digits === undefined ? -1 : Number.parseInt(digits, 16);
}

/** What a reader sees for a code point: escapes of invisible characters come to nothing. */
function seen(code: number): string | null {
  return code >= 0 && code <= 0x10ffff ? plainCharacter(code) : null;
}

function entity(match: RegExpExecArray): string | null {
  const [, inDecimal, inHex, name] = match;
  const code = name === undefined ? Math.max(decimal(inDecimal), hex(inHex)) : NAMED_ENTITIES.get(name)?.codePointAt(0);
  return code === undefined ? null : seen(code);
}

/** The escapes of a normalised text. Bytes of UTF-8 that are not ASCII come to nothing: no value has them. */
export function escapeEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  if (text.includes('%')) {
    const byte = (match: RegExpExecArray) => String.fromCharCode(hex(match[1])).replace(NOT_PRINTABLE, '');
    edits.push(...editsOf(text, PERCENT, 'encoded:percent', byte));
  }
  if (text.includes('='))
    edits.push(
      ...editsOf(text, QUOTED, 'encoded:quoted', ([, byte]) =>
        byte === undefined ? '' : String.fromCharCode(hex(byte)),
      ),
    );
  if (text.includes('&')) edits.push(...editsOf(text, ENTITY, 'encoded:entity', entity));
  if (text.includes('\\')) {
    const escaped = ([, u, braced, x, long, space]: RegExpExecArray) =>
      space === undefined ? seen(hex(u ?? braced ?? x ?? long)) : space === 't' ? ' ' : '\n';
    edits.push(...editsOf(text, BACKSLASH, 'encoded:backslash', escaped));
  }
  return edits;
}
