// What can befall a device, with its real writer and the real endpoint: both verifiers read every pack.
import { describe, expect, it } from 'vitest';
import { KEYS_FILE, type KeysFile } from '../../../lib/integrity/evidence-format.ts';
import { pruneOld } from '../../../lib/records/outbox.ts';
import { rotateIfDue } from '../../../lib/sync/rotate-key.ts';
import { fakeChainMark } from '../../fakes/fake-chain-mark.ts';
import { HEARTBEAT } from '../../fakes/fake-device.ts';
import { Browser } from '../../tampers/browser.ts';
import { exported, type Files, recordsOf, textOf } from '../../tampers/pack.ts';
import { verifyBoth } from '../../tampers/run.ts';
import { TestEndpoint, testStore } from '../server/test-endpoint.ts';

const DAY_MS = 24 * 60 * 60_000;
const store = testStore('PGlite');

async function start() {
  const endpoint = await TestEndpoint.create(store());
  return { endpoint, browser: await Browser.enrolled(endpoint) };
}

/** A pack that both verifiers find nothing wrong with, and what they note. */
async function proven(endpoint: TestEndpoint, ...limits: RegExp[]) {
  await endpoint.signIn();
  const files = await exported(endpoint);
  const { publicKey } = await endpoint.deps.signerOf(endpoint.tenant);
  const { first, second } = await verifyBoth(files, publicKey);
  expect(second).toEqual(first);
  expect(first.faults).toEqual([]);
  for (const limit of limits) expect(first.limits.join('\n')).toMatch(limit);
  return { files, notes: first.notes };
}

const told = (files: Files) =>
  recordsOf({ files }).map(({ record, kid }) => {
    const { kind, seq, epoch, ...fields } = JSON.parse(record);
    return { kind, seq, epoch, signedBy: kid as string, fields };
  });
const kids = (files: Files) => (JSON.parse(textOf(files, KEYS_FILE)) as KeysFile).devices.map(({ kid }) => kid);

describe('a planned change of keys', () => {
  const rotatedAfter = (browser: Browser, days: number) => {
    browser.device.now += days * DAY_MS;
    return rotateIfDue(browser.ports, { enrolledAt: browser.enrolledAt }, { rotateAfterDays: 90 });
  };

  it('is signed by the old key, begins the next epoch, and is in the log', async () => {
    const { endpoint, browser } = await start();
    expect(await rotatedAfter(browser, 89)).toBe(false);
    expect(await rotatedAfter(browser, 1)).toBe(true);
    await browser.write(HEARTBEAT);
    await browser.ship();
    expect(await rotatedAfter(browser, 89)).toBe(false);
    expect(await rotatedAfter(browser, 1)).toBe(true);
    // Not again before the endpoint knows of this one.
    expect(await rotatedAfter(browser, 200)).toBe(false);
    await browser.write(HEARTBEAT);
    await browser.ship();
    const { files, notes } = await proven(endpoint);
    const records = told(files);
    expect(records.map(({ kind, epoch }) => `${kind} ${epoch}`)).toEqual([
      'enrolled 1',
      'key_rotated 1',
      'heartbeat 2',
      'key_rotated 2',
      'heartbeat 3',
    ]);
    const [enrolled, first, , second, last] = records;
    expect(first!.signedBy).toBe(enrolled!.signedBy);
    expect(second!.signedBy).toBe(first!.fields.kid);
    expect(last!.signedBy).toBe(second!.fields.kid);
    expect(kids(files)).toEqual([enrolled!.signedBy, second!.signedBy, last!.signedBy]);
    expect(notes.join('\n')).toMatch(/record 2 hands over to key/);
    expect((await endpoint.incidents()).map(({ kind }) => kind)).toEqual([]);
    expect(await endpoint.deadLetters()).toEqual([]);
  });

  it('survives a lost answer and a lost token', async () => {
    const { endpoint, browser } = await start();
    await rotatedAfter(browser, 90);
    await browser.write(HEARTBEAT);
    // The token is gone before the endpoint has heard of the new key.
    await browser.device.db.meta.delete('enrolment');
    await browser.enrol();
    // The endpoint takes all of it; the device never hears so, and sends it again.
    await browser.shipUnheard();
    await browser.ship();
    // And once more, now that the new key is known.
    await browser.device.db.meta.delete('enrolment');
    await browser.enrol();
    await browser.ship();
    const { files } = await proven(endpoint);
    expect(told(files).map(({ kind, epoch }) => `${kind} ${epoch}`)).toEqual([
      'enrolled 1',
      'key_rotated 1',
      'heartbeat 2',
      'enrolled 2',
      'enrolled 2',
    ]);
    expect(await endpoint.deadLetters()).toEqual([]);
  });
});

describe('a device', () => {
  it('that lost its profile enrols anew: another device and chain, and both are proven', async () => {
    const { endpoint, browser } = await start();
    await browser.write(HEARTBEAT);
    await browser.ship();
    const again = await Browser.enrolled(endpoint);
    await again.write(HEARTBEAT);
    await again.ship();
    const { files } = await proven(endpoint);
    expect(new Set(told(files).map(({ signedBy }) => signedBy)).size).toBe(2);
    expect(new Set(recordsOf({ files }).map(({ record }) => JSON.parse(record).chain)).size).toBe(2);
  });

  it('whose database was deleted begins its next chain with the one before it, and an incident says so', async () => {
    const { endpoint, browser } = await start();
    const mark = fakeChainMark();
    await browser.marks(mark);
    await browser.write(HEARTBEAT);
    await browser.ship();
    const lost = await mark.read();
    const again = await Browser.enrolled(endpoint, mark);
    await again.ship();
    const { files, notes } = await proven(endpoint);
    const first = recordsOf({ files })
      .map(({ record }) => JSON.parse(record))
      .find(({ kind }) => kind === 'gap_declared');
    expect(first).toMatchObject({ seq: 1, reason: 'wiped', of: lost });
    expect(notes).toContain(
      `Chain ${first.chain}: record 1 declares an unknown number of lost records of chain ${lost} (wiped).`,
    );
    expect((await endpoint.incidents()).map(({ kind }) => kind)).toEqual(['records_lost']);
  });

  it('that was away for a month, with a clock two hours ahead, hands in everything and says how wrong its clock was', async () => {
    const { endpoint, browser } = await start();
    browser.device.now += 30 * DAY_MS;
    for (let day = 0; day < 30; day++) await browser.write(HEARTBEAT);
    endpoint.now = browser.device.now - 2 * 60 * 60_000;
    await browser.ship();
    await browser.write(HEARTBEAT);
    await browser.ship();
    const { files } = await proven(endpoint);
    const records = told(files);
    expect(records).toHaveLength(32);
    expect(records.at(-2)!.fields.skew_ms).toBe(0);
    expect(records.at(-1)!.fields.skew_ms).toBe(2 * 60 * 60_000);
  });

  it('whose disk was full says how many records are missing', async () => {
    const { endpoint, browser } = await start();
    await browser.loses(3);
    await browser.write(HEARTBEAT);
    await browser.ship();
    const { notes } = await proven(endpoint);
    expect(notes.join('\n')).toMatch(/record 2 declares 3 lost records \(quota\)/);
  });

  it('that erased old records of its own says so, and its chain has no hole', async () => {
    const { endpoint, browser } = await start();
    for (let index = 0; index < 3; index++) await browser.write(HEARTBEAT);
    await browser.ship();
    browser.device.now += 40 * DAY_MS;
    const { db } = browser.device;
    // Not every hour for what is an hour older: once a day at most.
    expect(await pruneOld(db, browser.device.now - 40 * DAY_MS + 1)).toBe(0);
    expect(await pruneOld(db, browser.device.now - 30 * DAY_MS)).toBe(3);
    await browser.write(HEARTBEAT);
    await browser.ship();
    const { files } = await proven(endpoint);
    const [tombstone] = told(files).slice(-2);
    expect(tombstone).toMatchObject({ kind: 'tombstone', seq: 5, fields: { from: 1, to: 3, count: 3, reason: 'age' } });
  });
});
