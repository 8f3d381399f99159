import { describe, expect, it } from 'vitest';
import { resolveAddress } from '../../../lib/pipeline/address.ts';
import { lovable } from '../../../lib/sites/lovable.ts';
import { guardPorts } from '../../fakes/guard-ports.ts';

const HOST = 'lovable.dev';
const GUILTY = 'a page that shows my card 4111 1111 1111 1111';
const HARMLESS = 'a page about tea';

describe('a prompt in the address of a page', () => {
  it('may stand there, unrecorded, when policy allows it: the prompt itself is recorded when it is sent', async () => {
    const { ports, seen } = await guardPorts();
    expect(await resolveAddress(lovable, HOST, HARMLESS, ports)).toBe(true);
    expect(seen.committed).toEqual([]);
  });

  it('is refused with a record and a word to the person, and nobody is asked', async () => {
    const { ports, seen } = await guardPorts();
    const told: string[] = [];
    const toldPorts = { ...ports, notify: (code: string) => void told.push(code) };
    expect(await resolveAddress(lovable, HOST, GUILTY, toldPorts)).toBe(false);
    expect(seen.asked).toBe(0);
    expect(told).toEqual(['address']);
    expect(seen.committed).toMatchObject([{ draft: { action: 'block', user_choice: 'none' }, permit: null }]);
    expect(JSON.stringify(seen.committed)).not.toContain('4111');
  });

  it('is refused when there is no policy to be had', async () => {
    const { ports } = await guardPorts();
    const told: string[] = [];
    const broken = {
      ...ports,
      session: () => Promise.reject(new Error('gone')),
      notify: (code: string) => void told.push(code),
    };
    expect(await resolveAddress(lovable, HOST, HARMLESS, broken)).toBe(false);
    expect(told).toEqual(['failed']);
  });

  it('is refused when nobody can say what is in it', async () => {
    const { ports, seen } = await guardPorts({ broken: 'classify' });
    expect(await resolveAddress(lovable, HOST, HARMLESS, ports)).toBe(false);
    expect(seen.notices).toEqual(['failed']);
  });
});
