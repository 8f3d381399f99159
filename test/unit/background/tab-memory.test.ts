import { describe, expect, it } from 'vitest';
import { type SavedTabs, TabMemory } from '../../../lib/background/tab-memory.ts';

function memory(saved: SavedTabs = {}) {
  const snapshots: SavedTabs[] = [];
  return { tabs: new TabMemory(saved, (all) => snapshots.push(all)), snapshots };
}

describe('tab memory', () => {
  it('knows what was entered in a tab, and in that tab only', () => {
    const { tabs } = memory();
    tabs.enter(1, ['a', 'b']);
    tabs.enter(1, ['c']);
    expect([...tabs.entered(1)]).toEqual(['a', 'b', 'c']);
    expect(tabs.entered(2).size).toBe(0);
  });

  it('holds workers, which belong to no tab, to the values of all tabs', () => {
    const { tabs } = memory();
    tabs.enter(1, ['a']);
    tabs.enter(2, ['b']);
    expect([...tabs.entered(-1)].sort()).toEqual(['a', 'b']);
  });

  it('survives a stopped background and forgets a closed tab', () => {
    const first = memory();
    first.tabs.enter(1, ['a']);
    first.tabs.enter(2, ['b']);
    first.tabs.forget(2);
    const second = memory(first.snapshots.at(-1));
    expect([...second.tabs.entered(1)]).toEqual(['a']);
    expect(second.tabs.entered(2).size).toBe(0);
  });

  it('stays bounded', () => {
    const { tabs } = memory();
    tabs.enter(
      1,
      Array.from({ length: 6_000 }, (_, index) => String(index)),
    );
    expect(tabs.entered(1).size).toBe(5_000);
    expect(tabs.entered(1).has('5999')).toBe(true);
  });
});
