/** Texts on their way to the classifier: what is found in windows is what is found in the whole. */
import { describe, expect, it } from 'vitest';
import { type AskClassifier, classifyInWindows } from '../../../lib/messages/text-windows.ts';
import { bareClassifier } from '../../fakes/bare-classifier.ts';

const CARD = '4111 1111 1111 1111';
const part = (text: string) => ({ role: 'user', kind: 'text', text }) as const;

function counted() {
  const questions: string[][] = [];
  const ask: AskClassifier = async (parts) => {
    questions.push(parts.map(({ text }) => text));
    return bareClassifier.classifyPrompt({ parts });
  };
  return { questions, ask };
}

/** A long log in which a card number stands at each of these offsets. */
function logWith(offsets: readonly number[], length: number): string {
  const line = 'the pump ran and nothing else happened in the hall today\n';
  const units = [...line.repeat(Math.ceil(length / line.length)).slice(0, length)];
  for (const at of offsets) units.splice(at, CARD.length + 10, ...` my card ${CARD} `);
  return units.join('');
}

describe('texts for the classifier', () => {
  it('are one question for an ordinary prompt, and none where there is no text', async () => {
    const { ask, questions } = counted();
    const { findings } = await classifyInWindows({ parts: [part(''), part('tea'), part(`my card is ${CARD}`)] }, ask);
    expect(questions).toEqual([['tea', `my card is ${CARD}`]]);
    expect(findings.map(({ part: index, start, end }) => [index, start, end])).toEqual([[2, 11, 30]]);
    expect(await classifyInWindows({ parts: [part(' ')] }, ask)).toEqual({ findings: [], uses: [] });
    expect(questions).toHaveLength(1);
  });

  it('are cut when they are long, and found in as in the whole, also across every cut', async () => {
    const cuts = [900_000, 984_000, 989_900, 990_000, 994_900, 995_000, 999_900, 1_000_000, 1_985_000];
    for (const shift of [-15, 0]) {
      const text = logWith(
        cuts.map((at) => at + shift),
        2_400_000,
      );
      const { ask, questions } = counted();
      const whole = bareClassifier.classify(text);
      const { findings } = await classifyInWindows({ parts: [part('tea'), part(text)] }, ask);
      expect(whole).toHaveLength(cuts.length);
      expect(findings.map(({ start, end, type }) => [start, end, type])).toEqual(
        whole.map(({ start, end, type }) => [start, end, type]),
      );
      expect(questions.length).toBeGreaterThan(2);
      for (const question of questions) expect(question.join('').length).toBeLessThan(1_010_000);
    }
  });

  it('keep the heading of a long table in every window', async () => {
    const row = 'Qorvath Zelim;somewhere at home;4\n';
    const text = `name;email address;age\n${row.repeat(40_000)}`;
    const { ask } = counted();
    const { findings } = await classifyInWindows({ parts: [part(text)] }, ask);
    const names = findings.filter(({ detector }) => detector === 'person-column');
    const late = names.filter(({ start }) => start > 1_100_000);
    expect(late.length).toBeGreaterThan(0);
    for (const { start, end } of late) expect(text.slice(start, end)).toBe('Qorvath Zelim');
  });

  it('are cut also where there is no line to cut at, and in the middle of a pair', async () => {
    const { ask, questions } = counted();
    await classifyInWindows({ parts: [part(`x${'😀'.repeat(700_000)}`)] }, ask);
    expect(questions.length).toBeGreaterThan(1);
  });

  it('are many questions when they are many, each answered in its place', async () => {
    const parts = Array.from({ length: 4_500 }, (_, index) => part(index % 1_000 === 7 ? `my card ${CARD}` : 'tea'));
    const { ask, questions } = counted();
    const { findings } = await classifyInWindows({ parts }, ask);
    expect(questions.map(({ length }) => length)).toEqual([2_000, 2_000, 500]);
    expect(findings.map(({ part: index }) => index)).toEqual([7, 1_007, 2_007, 3_007, 4_007]);
  });

  it('say of the whole what the surest window says of its use', async () => {
    const said = [0.6, 0.9, 0.7];
    const { uses } = await classifyInWindows({ parts: [part('x '.repeat(1_300_000))] }, async () => ({
      findings: [],
      uses: [{ use: 'legal_advice', confidence: said.shift() ?? 0 }],
    }));
    expect(uses).toEqual([{ use: 'legal_advice', confidence: 0.9 }]);
  });

  it('fail as a whole when one question fails, or is answered with another', async () => {
    const text = part('x '.repeat(1_300_000));
    let asked = 0;
    const failing: AskClassifier = async () => {
      asked += 1;
      if (asked === 2) throw new Error('gone');
      return { findings: [], uses: [] };
    };
    await expect(classifyInWindows({ parts: [text] }, failing)).rejects.toThrow('gone');
    const other: AskClassifier = async () => ({
      findings: [{ ...bareClassifier.classify(`my card ${CARD}`)[0]!, part: 3 }],
      uses: [],
    });
    await expect(classifyInWindows({ parts: [part('tea')] }, other)).rejects.toThrow();
  });
});
