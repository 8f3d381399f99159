import { describe, expect, it } from 'vitest';
import { GovernedList } from '../../../lib/background/governed-list.ts';
import { fakeGovernedList } from '../../fakes/fake-governed-list.ts';

const APP = { id: 'intern', name: 'Intern', hosts: ['ai.intern.example'] };
const STORED = { extra: [APP], unlisted: [] };
const isSettled = async (promise: Promise<unknown>) => {
  const mark = Symbol('pending');
  const soon = new Promise((resolve) => setTimeout(() => resolve(mark), 10));
  return (await Promise.race([promise, soon])) !== mark;
};

describe('the governed list', () => {
  it('knows nothing until it was loaded, so that the gate waits', async () => {
    const { list } = fakeGovernedList(STORED);
    expect(list.now).toBeNull();
    expect((await list.ready()).forHost('ai.intern.example')?.id).toBe('intern');
    expect(list.now?.forHost('ai.intern.example')?.id).toBe('intern');
  });

  it('waits for managed settings at the very first start', async () => {
    const { list } = fakeGovernedList();
    expect(await isSettled(list.ready())).toBe(false);
    expect(list.now).toBeNull();
    await list.change({ extra: [APP] });
    expect((await list.ready()).forHost('ai.intern.example')?.id).toBe('intern');
  });

  it('goes on with the apps of the package when managed settings cannot be read', async () => {
    const { list } = fakeGovernedList();
    list.giveUp();
    const apps = await list.ready();
    expect(apps.forHost('chatgpt.com')?.id).toBe('chatgpt');
    expect(apps.forHost('ai.intern.example')).toBeNull();
  });

  it('keeps what was stored when managed settings cannot be read', async () => {
    const { list } = fakeGovernedList(STORED);
    list.giveUp();
    expect((await list.ready()).forHost('ai.intern.example')?.id).toBe('intern');
  });

  it('stores and registers a change once, and nothing when nothing changed', async () => {
    const { list, kept } = fakeGovernedList();
    await list.change({ extra: [APP] });
    await list.change({ extra: [APP] });
    expect(kept).toEqual({ stored: STORED, registered: [['*://ai.intern.example/*']] });
    await list.change({ extra: [] });
    expect(kept.registered.at(-1)).toEqual([]);
    expect(list.now?.forHost('ai.intern.example')).toBeNull();
  });

  it('holds a new host before it is stored, also when storing fails', async () => {
    const list = new GovernedList({
      load: async () => null,
      save: () => Promise.reject(new Error('disk full')),
      register: async () => undefined,
    });
    await expect(list.change({ extra: [APP] })).rejects.toThrow('disk full');
    expect(list.now?.forHost('ai.intern.example')?.id).toBe('intern');
    await expect(list.change({ unlisted: ['b.example'] })).rejects.toThrow('disk full');
  });

  it('does not lose one of two changes at once', async () => {
    const { list, kept } = fakeGovernedList();
    await Promise.all([list.change({ extra: [APP] }), list.change({ unlisted: ['b.example'] })]);
    expect(kept.stored).toEqual({ extra: [APP], unlisted: ['b.example'] });
  });
});
