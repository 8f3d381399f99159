import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, findEdits } from '../../../../lib/classify/documents/edits.ts';

function apply(text: string, edits: Edit[]): string {
  let done = '';
  let position = 0;
  for (const edit of edits) {
    expect(edit.start).toBeGreaterThanOrEqual(position);
    done += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return done + text.slice(position);
}

describe('edits between two texts', () => {
  it('lead from the first to the second, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('a', 'b ', '\n', 'cd', '🙂')).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(apply(before, findEdits(before, after))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('touch only what was replaced', () => {
    const before = 'Name: Erika Muster\nCard: 4111 1111 1111 1111, again 4111 1111 1111 1111.\nBye';
    const after = 'Name: [PERSON_1]\nCard: [CARD_1], again [CARD_1].\nBye';
    const edits = findEdits(before, after);
    const touched = edits.map(({ start, end }) => before.slice(start, end)).join('|');
    expect(touched).not.toMatch(/Name|Card|again|Bye/);
    expect(apply(before, edits)).toBe(after);
  });

  it('stay apart where a value of several lines became one line', () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `line ${index} holds value ${index * 7}`);
    const after = [...lines];
    after.splice(1_000, 3, '[KEY]');
    after[2_000] = 'line 2000 holds value [X]';
    const edits = findEdits(lines.join('\n'), after.join('\n'));
    expect(apply(lines.join('\n'), edits)).toBe(after.join('\n'));
    expect(edits.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(120);
  });

  it('of long texts that differ everywhere are found in bounded work', () => {
    const before = 'ab '.repeat(300_000);
    const after = 'cd '.repeat(300_000);
    expect(apply(before, findEdits(before, after))).toBe(after);
  });
});
