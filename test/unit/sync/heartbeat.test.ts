import { describe, expect, it } from 'vitest';
import { beat, HEARTBEAT_MS, type HeartbeatState } from '../../../lib/sync/heartbeat.ts';
import { fakeDevice } from '../../fakes/fake-device.ts';

const STATE: HeartbeatState = { coverage: 'partial', policyRef: null, freshness: 'none' };

const APP = { app: 'chatgpt', state: 'ok', known: 3, unknown: 0, unseen: 1, no_composer: 0, no_match: 0 } as const;
const sightings = async () => ({ apps: [APP], denied: 2 });

describe('beat', () => {
  it('writes one an hour, with what waits in the queue', async () => {
    const device = await fakeDevice();
    const ports = { db: device.db, writer: device.startWorker(), now: () => device.now, sightings };
    expect(await beat(ports, STATE)).toMatchObject({ ok: true, seq: 1 });
    device.now += HEARTBEAT_MS - 1;
    expect(await beat(ports, STATE)).toBeNull();
    device.now += 1;
    expect(await beat(ports, STATE)).toMatchObject({ ok: true, seq: 2 });
    const texts = (await device.rows()).map(({ text }) => JSON.parse(text));
    expect(texts).toMatchObject([
      { kind: 'heartbeat', coverage: 'partial', queued: 0, apps: [APP], denied: 2 },
      { kind: 'heartbeat', queued: 1, rejected: 0 },
    ]);
  });

  it('is due at once after the clock went back', async () => {
    const device = await fakeDevice();
    const ports = { db: device.db, writer: device.startWorker(), now: () => device.now, sightings };
    await beat(ports, STATE);
    device.now -= 86_400_000;
    expect(await beat(ports, STATE)).toMatchObject({ ok: true, seq: 2 });
  });

  it('tries again when it could not be written', async () => {
    const device = await fakeDevice();
    const writer = { append: async () => ({ ok: false as const, code: 'quota' as const, message: '' }) };
    const ports = { db: device.db, now: () => device.now, sightings };
    expect(await beat({ ...ports, writer }, STATE)).toMatchObject({ ok: false });
    expect(await beat({ ...ports, writer: device.startWorker() }, STATE)).toMatchObject({ ok: true });
  });
});
