/**
 * Characters that hide or reorder their neighbours: controls, directional overrides, tag characters, zero-width spaces.
 * Joiners and plain direction marks stay, because Persian, Arabic, Hebrew and emoji need them.
 */
const HIDING =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Writes hiding characters out (`‹U+202E›`), so that what is shown is what is there. */
export function visibleText(text: string): string {
  return text.replace(HIDING, (char) => `‹U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`);
}
