import { describe, expect, it } from 'vitest';
import {
  type BareRefusal,
  RefusalLog,
  type SavedRefusals,
  savedRefusals,
} from '../../../lib/background/refusal-log.ts';

const SOCKET: BareRefusal = { tab: 1, app: 'a', host: 'a.example', channel: 'other', code: 'unannounced_socket' };
const NOW = 1_000_000;
const MINUTE_MS = 60_000;

function open(saved: SavedRefusals = []) {
  const snapshots: SavedRefusals[] = [];
  return { log: new RefusalLog(saved, (all) => snapshots.push(structuredClone(all))), snapshots };
}

describe('refusals', () => {
  it('of one kind in one tab are written down once in a minute, and the others counted', () => {
    const { log } = open();
    expect(log.note(SOCKET, NOW)).toEqual([{ ...SOCKET, times: 1 }]);
    expect(log.isCounting).toBe(false);
    for (let time = 1; time <= 1000; time++) expect(log.note(SOCKET, NOW + time)).toEqual([]);
    expect(log.isCounting).toBe(true);
    expect(log.due(NOW + MINUTE_MS - 1)).toEqual([]);
    expect(log.due(NOW + MINUTE_MS)).toEqual([{ ...SOCKET, times: 1000 }]);
    expect(log.due(NOW + MINUTE_MS)).toEqual([]);
    expect(log.note(SOCKET, NOW + MINUTE_MS)).toEqual([{ ...SOCKET, times: 1 }]);
  });

  it('of another kind, app or tab are others', () => {
    const { log } = open();
    const others = [
      { ...SOCKET, code: 'unguarded' as const },
      { ...SOCKET, app: 'b' },
      { ...SOCKET, tab: 2 },
    ];
    for (const each of [SOCKET, ...others]) expect(log.note(each, NOW)).toEqual([{ ...each, times: 1 }]);
  });

  it('are counted on by the next background, and written down when the tab closes', () => {
    const first = open();
    first.log.note(SOCKET, NOW);
    first.log.note(SOCKET, NOW);
    const second = open(savedRefusals.parse(first.snapshots.at(-1)));
    second.log.note(SOCKET, NOW);
    expect(second.log.forget(2)).toEqual([]);
    expect(second.log.forget(1)).toEqual([{ ...SOCKET, times: 2 }]);
    expect(second.snapshots.at(-1)).toEqual([]);
  });

  it('are written down when the clock goes back, instead of never', () => {
    const { log } = open();
    log.note(SOCKET, NOW);
    log.note(SOCKET, NOW);
    expect(log.due(NOW - 1)).toEqual([{ ...SOCKET, times: 1 }]);
  });

  it('of very many kinds do not fill memory, and none is lost', () => {
    const { log, snapshots } = open();
    let written = 0;
    for (let tab = 0; tab < 1000; tab++) {
      for (let time = 0; time < 3; time++) for (const { times } of log.note({ ...SOCKET, tab }, NOW)) written += times;
    }
    expect(snapshots.at(-1)!.length).toBeLessThanOrEqual(200);
    for (const { times } of log.due(NOW + MINUTE_MS)) written += times;
    expect(written).toBe(3000);
  });
});
