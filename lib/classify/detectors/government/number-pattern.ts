/**
 * A short notation for how numbers are written, made into bounded patterns:
 * - `d` a digit, `a` a letter, `x` either; capitals stand for themselves, in either letter case;
 * - a space, `.`, `-` or `/`: one separator of any kind, or none; a slash may have spaces around it;
 * - `#{n}` or `#{n,m}`: so many digits with at most one separator between any two;
 * - `[...]`, `(...)`, `|`, `?`, `{n}` as in regular expressions.
 */

const SEPARATOR = '[ .\\-/]?';
/** As typed, also with a space on either side. */
const SLASH = '(?: / |[ .\\-/])?';
const CLASSES: Record<string, string> = { d: '[0-9]', a: '[A-Za-z]', x: '[A-Za-z0-9]' };
const PARTS = /\\.|#\{(\d+)(?:,(\d+))?\}|\[[^\]]*\]|\{[^}]*\}|\(\?[:!=]|./g;

/** Behind digits: not the letter of a Spanish number (`12345678-Z`), which a word is not. */
export const NO_LETTER = '(?!\\-?[A-Z](?![a-z])|[ ][B-DF-NP-XZ](?![a-z]))';

/** The pattern's source, without what bounds it. */
export function patternSource(written: string): string {
  return written.replace(PARTS, (part, least?: string, most?: string) => {
    if (least !== undefined) {
      const more = Number(least) - 1;
      return `[0-9](?:${SEPARATOR}[0-9]){${more},${most === undefined ? more : Number(most) - 1}}`;
    }
    if (part === '/') return SLASH;
    if (/^[ .-]$/.test(part)) return SEPARATOR;
    return CLASSES[part] ?? part;
  });
}

/** Global and bounded; no letter or digit touches the match, and it is not the end of a longer number. */
export function numberPattern(written: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9]|[0-9][-./ ])(?:${patternSource(written)})(?![A-Za-z0-9]|[-./][0-9])`, 'gi');
}
