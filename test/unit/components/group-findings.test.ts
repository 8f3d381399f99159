import { describe, expect, it } from 'vitest';
import { groupFindings, type ShownFinding } from '../../../components/decision-dialog/group-findings.ts';
import { splitByTokens } from '../../../components/decision-dialog/redacted-preview.tsx';
import type { Decision, RuleHit } from '../../../lib/policy/decision.ts';

const rule = (findings: number[], mode: RuleHit['mode'] = 'enforce'): RuleHit => ({
  id: `rule-${findings}`,
  ver: 1,
  action: 'redact',
  mode,
  severity: 'high',
  findings,
  message: { en: 'x' },
  owner: 'x',
});

const decide = (rules: RuleHit[], redact: number[] = []): Decision => ({
  action: 'redact',
  wouldAction: 'redact',
  rules,
  decisive: rules[0]?.id ?? null,
  choices: [],
  redact,
  reason: 'rule',
  evaluation: 'evaluated',
});

const card: ShownFinding = { type: 'CREDIT_CARD', class: 'PCI', masked: '•••• 1111' };
const mail: ShownFinding = { type: 'EMAIL_ADDRESS', class: 'PII', masked: 'a•••@…' };

describe('groupFindings', () => {
  it('counts by type and merges what looks the same in the same place', () => {
    const groups = groupFindings(decide([rule([0, 1, 2, 3])]), [card, card, { ...card, partName: 'a.csv' }, mail]);
    expect(groups.map(({ type, count }) => [type, count])).toEqual([
      ['CREDIT_CARD', 3],
      ['EMAIL_ADDRESS', 1],
    ]);
    expect(groups[0]!.values).toEqual([
      { masked: '•••• 1111', partName: null, times: 2 },
      { masked: '•••• 1111', partName: 'a.csv', times: 1 },
    ]);
  });

  it('keeps what is replaced apart from what stays, and puts it first', () => {
    const groups = groupFindings(decide([rule([0, 1, 2])], [2]), [card, card, card]);
    expect(groups.map(({ count, replaced }) => [count, replaced])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('leaves out what no enforced rule is about', () => {
    expect(groupFindings(decide([rule([1]), rule([0], 'monitor')]), [card, mail]).map(({ type }) => type)).toEqual([
      'EMAIL_ADDRESS',
    ]);
    expect(groupFindings(decide([rule([])]), [card])).toEqual([]);
  });

  it('shows everything when no rule decided, and bears indexes that are not there', () => {
    expect(groupFindings(decide([]), [card, mail])).toHaveLength(2);
    expect(groupFindings(decide([rule([7])]), [card])).toEqual([]);
  });
});

describe('splitByTokens', () => {
  const join = (text: string, most: number) => {
    const { pieces, left } = splitByTokens(text, most);
    return { texts: pieces.map(({ text, isToken }) => (isToken ? `«${text}»` : text)), left };
  };

  it('separates tokens from text', () => {
    expect(join('[PERSON_1·k7q2]: hi [PERSON_2·k7q2][PERSON_1·k7q2]', 1000)).toEqual({
      texts: ['«[PERSON_1·k7q2]»', ': hi ', '«[PERSON_2·k7q2]»', '«[PERSON_1·k7q2]»'],
      left: 0,
    });
    expect(join('', 1000)).toEqual({ texts: [], left: 0 });
  });

  it('cuts long texts, but no token and no character', () => {
    expect(join('ab[PERSON_1·k7q2]cd', 5)).toEqual({ texts: ['ab', '«[PERSON_1·k7q2]»'], left: 2 });
    expect(join('a😀b', 2)).toEqual({ texts: ['a'], left: 3 });
    expect(join('a😀', 3)).toEqual({ texts: ['a😀'], left: 0 });
  });

  it('gives the whole text back in order', () => {
    const text = 'x[A_1·abcd] y [B_2·abcd]'.repeat(50);
    const { pieces, left } = splitByTokens(text, 300);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(0, text.length - left));
  });
});
