/** Every other reading of a text, one layer deep: a reading is never read again. */
import type { WordList } from '../detector.ts';
import type { Scan } from '../scan.ts';
import { encodedView } from './encoded.ts';
import { escapeEdits } from './escapes.ts';
import { lineEdits, literalEdits, markupEdits } from './joints.ts';
import { BACKWARDS, reversedView } from './reversed.ts';
import { ROT13, rot13View } from './rot13.ts';
import { groupedDigitEdits, groupedTokenEdits, spacedEdits, wordedAccountEdits } from './spaced.ts';
import { chineseDigitEdits, DIGIT_WORDS, digitWordEdits, leetEdits } from './spelled-digits.ts';
import { editedView, inOrder, type View } from './view.ts';

/** Word lists that the readings ask about. */
export const VIEW_WORDS: readonly WordList[] = [DIGIT_WORDS, BACKWARDS, ROT13];

/** Spread and spelled values are not acted on by their shape alone: a list of small numbers has it too. */
const GUESSED = { least: 0.85, cueBelow: 15 };
/** Tables of numbers have the shape of these. */
const NEEDS_CUE = { least: 0.85, cueBelow: Number.POSITIVE_INFINITY };

/** The readings of a normalised text in which values may stand that it does not show. */
export function readingsOf(scan: Scan): View[] {
  const { text } = scan;
  const tokens = scan.tokenStarts();
  const views = [
    encodedView(text),
    editedView(text, inOrder(escapeEdits(text), ...literalEdits(text), markupEdits(text))),
    editedView(text, inOrder(groupedTokenEdits(text, tokens), lineEdits(text, tokens))),
    editedView(
      text,
      inOrder(digitWordEdits(scan), chineseDigitEdits(text), wordedAccountEdits(scan), spacedEdits(text)),
      GUESSED,
    ),
    scan.shape.has('digit') ? editedView(text, inOrder(groupedDigitEdits(scan), leetEdits(text)), NEEDS_CUE) : null,
    reversedView(scan),
    rot13View(scan),
  ];
  return views.filter((view) => view !== null);
}
