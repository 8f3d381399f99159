import { describe, expect, it } from 'vitest';
import { LONGEST_RUN, type PartialRun, piecesOf, runsAfter } from '../../../../lib/classify/partial/partial-runs.ts';

const texts = (message: string) => piecesOf(message).map(({ text }) => text);
const sent = (...messages: string[]) =>
  messages
    .reduce<PartialRun[]>((runs, message, index) => runsAfter(runs, message, index * 1000), [])
    .map(({ text }) => text);

describe('pieces of a message', () => {
  it.each([
    ['4539', ['4539']],
    ['my card starts with 4539 5787', ['45395787']],
    ['then 6362, ok?', ['6362']],
    ['the key is AKIAQYLPMN', ['AKIAQYLPMN']],
    ['5HFTRZ7W2X.', ['5HFTRZ7W2X']],
    ['what do you think of this idea', []],
    ['compare 12 with 34 and 56', []],
    ['it costs $45 today', []],
    ['meet at 10:30', []],
    ['see report.final or well-known words', []],
    [`A long message about many things. ${'It goes on and on. '.repeat(10)}The number ends 4539 57`, ['453957']],
    [`A long message with 1234 in the middle. ${'It goes on and on. '.repeat(10)}`, []],
  ])('%j', (message, wanted) => {
    expect(texts(message)).toEqual(wanted);
  });

  it('say where they stand', () => {
    const message = 'then 63-62 ok';
    const [piece] = piecesOf(message);
    expect(message.slice(piece!.start, piece!.end)).toBe('63-62');
  });
});

describe('runs', () => {
  it('grow piece by piece, over messages that have none', () => {
    expect(sent('my card is 4539', '5787', 'are you there?', 'then 6362')).toContain('453957876362');
  });

  it('hold nothing of a message but what may be a piece', () => {
    const kept = JSON.stringify(sent('Maria Keller said the diagnosis is asthma', 'call her on Monday about it'));
    expect(kept).toBe('[]');
  });

  it('are few, short and soon forgotten', () => {
    const many = Array.from({ length: 40 }, (_, index) => String(1000 + index * 37));
    expect(sent(...many).length).toBeLessThanOrEqual(16);
    expect(
      Math.max(...sent(...many, 'a1'.repeat(60), 'b2'.repeat(60)).map(({ length }) => length)),
    ).toBeLessThanOrEqual(LONGEST_RUN);
    const old = runsAfter([], '4539', 0);
    expect(runsAfter(old, '5787', 31 * 60_000).map(({ text }) => text)).toEqual(['5787']);
  });

  it('keep the chain when the app sends every message twice', () => {
    const messages = ['4539', '5787', '6362'];
    let runs: PartialRun[] = [];
    for (const message of messages) {
      runs = runsAfter(runs, message, 0);
      runs = runsAfter(runs, message, 1, true);
    }
    expect(runs.map(({ text }) => text)).toContain('453957876362');
  });
});

describe('counting', () => {
  it('makes no long runs, in steps up to ten', () => {
    const counted = Array.from({ length: 60 }, (_, index) => `Ticket ${100 + index * 9}, what about it?`);
    expect(Math.max(...sent(...counted).map(({ length }) => length))).toBe(6);
  });

  it('may be chance once', () => {
    expect(sent('4539', '4541', '6362', '1486')).toContain('4539454163621486');
  });
});

describe('small numbers in sentences', () => {
  it('are no pieces of anything', () => {
    let runs: PartialRun[] = [];
    for (let count = 1; count <= 40; count++)
      runs = runsAfter(runs, `how do I bake bread number ${count}`, 1_000 + count);
    expect(runs).toEqual([]);
  });

  it('are pieces where nothing else is said', () => {
    expect(piecesOf('45').map(({ text }) => text)).toEqual(['45']);
  });
});
