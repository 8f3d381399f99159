import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreamRestorer, restoreText } from '../../../lib/redact/restore.ts';
import { createVault } from '../../../lib/redact/vault.ts';
import { fixedBytes } from './arbitrary-text.ts';

const vault = createVault({ randomBytes: fixedBytes });
const ada = vault.tokenFor('PERSON', 'Ada Lovelace');
const card = vault.tokenFor('CREDIT_CARD', '4111 1111 1111 1111');
/** A value that looks like a token is put in as it is. */
const nested = vault.tokenFor('SECRET', ada);
const stranger = '[PERSON_9·zzzzzz]';

describe('restoreText', () => {
  it('puts values back and leaves what it does not know', () => {
    const { text, unknown } = restoreText(`Hi ${ada}, ${stranger} and ${stranger} want ${card}.`, vault);
    expect(text).toBe(`Hi Ada Lovelace, ${stranger} and ${stranger} want 4111 1111 1111 1111.`);
    expect(unknown).toEqual([stranger]);
  });

  it('does not restore inside a restored value, nor read $ in one', () => {
    expect(restoreText(nested, vault).text).toBe(ada);
    const money = vault.tokenFor('SECRET', "$& $1 $'");
    expect(restoreText(money, vault).text).toBe("$& $1 $'");
  });

  it('does not know the tokens of another conversation', () => {
    const other = createVault({ randomBytes: (length) => new Uint8Array(length).fill(3) });
    expect(restoreText(ada, other)).toEqual({ text: ada, unknown: [ada] });
  });
});

describe('createStreamRestorer', () => {
  it('gives for any splitting what restoring the whole gives', () => {
    const piece = fc.constantFrom(
      ada,
      card,
      nested,
      stranger,
      'text ',
      '[',
      '[PERSON',
      '[PERSON_1·',
      ']',
      '👩🏽‍💻',
      '\n',
      '[1]',
    );
    const pieces = fc.array(piece, { maxLength: 12 }).map((list) => list.join(''));
    fc.assert(
      fc.property(pieces, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }), (text, sizes) => {
        const restorer = createStreamRestorer(vault);
        let shown = '';
        let at = 0;
        for (let turn = 0; at < text.length; turn++) {
          const size = sizes[turn % sizes.length]!;
          shown += restorer.push(text.slice(at, at + size));
          at += size;
        }
        shown += restorer.end();
        const whole = restoreText(text, vault);
        expect(shown).toBe(whole.text);
        expect([...restorer.unknown].sort()).toEqual([...whole.unknown].sort());
      }),
    );
  });

  it('never shows a part of a token it knows', () => {
    const restorer = createStreamRestorer(vault);
    const shown = Array.from(`a ${ada} b`, (character) => restorer.push(character));
    expect(shown.join('') + restorer.end()).toBe('a Ada Lovelace b');
    expect(shown.filter((part) => part.includes('PERSON'))).toEqual([]);
  });

  it('holds back no more than a token is long', () => {
    const restorer = createStreamRestorer(vault);
    const long = `[${'A'.repeat(500)}`;
    expect(restorer.push(long)).toBe(long);
    expect(restorer.end()).toBe('');
  });
});
