import { describe, expect, it } from 'vitest';
import { Handshakes } from '../../../lib/pipeline/handshakes.ts';
import type { HoldVerdict } from '../../../lib/pipeline/hold.ts';

const PASS: HoldVerdict = { verdict: 'pass' };
const REFUSED: HoldVerdict = { verdict: 'refuse', code: 'rule' };
const WITHDRAWN: HoldVerdict = { verdict: 'refuse', code: 'withdrawn' };
const [HERE, THERE] = ['wss://ai.example/socket', 'wss://ai.example/other'];

function setUp() {
  const clock = { now: 1_000 };
  const handshakes = new Handshakes(() => clock.now);
  const judged: string[] = [];
  const ask = (
    name: string,
    verdict: HoldVerdict | Error,
    address = HERE,
    wait: Promise<unknown> = Promise.resolve(),
  ) =>
    handshakes.inTurn(address, async () => {
      judged.push(name);
      await wait;
      if (verdict instanceof Error) throw verdict;
      return verdict;
    });
  return { ask, judged, clock };
}

describe('sockets of one address', () => {
  it('are judged one after the other, those of others meanwhile', async () => {
    const { ask, judged } = setUp();
    const first = Promise.withResolvers<void>();
    const answers = [ask('first', PASS, HERE, first.promise), ask('second', PASS), ask('elsewhere', PASS, THERE)];
    expect(await answers[2]).toEqual(PASS);
    expect(judged).toEqual(['first', 'elsewhere']);
    first.resolve();
    expect(await Promise.all(answers)).toEqual([PASS, PASS, PASS]);
    expect(judged).toEqual(['first', 'elsewhere', 'second']);
  });

  it('are refused unjudged while a refused one may still wait for a permit', async () => {
    const { ask, judged, clock } = setUp();
    expect(await Promise.all([ask('bad', REFUSED), ask('beside it', PASS)])).toEqual([REFUSED, REFUSED]);
    expect(await ask('elsewhere', PASS, THERE)).toEqual(PASS);
    clock.now += 9_999;
    expect(await ask('too soon', PASS)).toEqual(REFUSED);
    clock.now += 1;
    expect(await ask('later', PASS)).toEqual(PASS);
    expect(judged).toEqual(['bad', 'elsewhere', 'later']);
  });

  it('go on after one that the page gave up, and not after one that could not be judged', async () => {
    const { ask } = setUp();
    expect(await Promise.all([ask('given up', WITHDRAWN), ask('again', PASS)])).toEqual([WITHDRAWN, PASS]);
    await expect(ask('broken', new Error('no session'))).rejects.toThrow('no session');
    expect(await ask('after it', PASS)).toMatchObject({ verdict: 'refuse' });
  });

  it('are all refused where too many were', async () => {
    const { ask } = setUp();
    for (let at = 0; at < 200; at += 1) await ask('bad', REFUSED, `${HERE}?${at}`);
    expect(await ask('new', PASS, THERE)).toEqual(REFUSED);
  });
});
