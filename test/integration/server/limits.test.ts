import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { HEARTBEAT } from '../../fakes/fake-device.ts';
import { batch, type SignedDevice } from './signed-device.ts';
import { TestEndpoint, testStore } from './test-endpoint.ts';

const MEGABYTE = 1_048_576;

describe('limits of a batch', () => {
  const store = testStore('PGlite');
  let endpoint: TestEndpoint;
  let device: SignedDevice;
  beforeAll(async () => {
    endpoint = await TestEndpoint.create(store());
    device = await endpoint.enrolled();
  });

  const gzip = { 'content-encoding': 'gzip' };

  it.each([
    ['2 MB', () => 'x'.repeat(2 * MEGABYTE), {}, 413, 'too_large'],
    ['2 MB without a declared length', () => endless(2 * MEGABYTE), {}, 413, 'too_large'],
    ['a gzip bomb', () => gzipSync(Buffer.alloc(200 * MEGABYTE, ' ')), gzip, 413, 'too_large'],
    ['a gzip bomb of empty lines', () => gzipSync(Buffer.alloc(6_000, '\n')), gzip, 413, 'too_many_lines'],
    ['what is not gzip', () => 'plain', gzip, 400, 'bad_gzip'],
    ['cut gzip', () => gzipSync(Buffer.alloc(9_000, 'x')).subarray(0, 20), gzip, 400, 'bad_gzip'],
    ['another encoding', () => 'x', { 'content-encoding': 'br' }, 415, 'unsupported_encoding'],
    ['nothing', () => '', {}, 400, 'empty'],
  ])('refuses %s and keeps nothing of it', async (_, body, headers, status, code) => {
    const answer = await endpoint.post(device, body() as BodyInit, headers);
    expect([answer.status, (await answer.json()).error.code]).toEqual([status, code]);
    expect(await endpoint.deadLetters()).toEqual([]);
  });

  it('takes a batch of just under 1 MiB', async () => {
    const records = await device.several(1_200);
    const body = batch(records);
    expect(body.length).toBeLessThan(MEGABYTE);
    const answer = await (await endpoint.post(device, body)).json();
    expect(answer).toMatchObject({ accepted: 1_200, rejected: [], receipt: { body: { seq: 1_200 } } });
  });

  it('refuses without a token before it looks at the body', async () => {
    const answer = await endpoint.request('POST', '/v1/records', batch([await device.next()]));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('asks a device that sends too many batches to wait, and takes its records afterwards', async () => {
    const eager = await endpoint.enrolled();
    while (endpoint.deps.rates.batches.take(eager.device) === 0);
    const records = await eager.several(2);
    const refused = await endpoint.post(eager, batch(records));
    expect([refused.status, (await refused.json()).error.code]).toEqual([429, 'too_many_batches']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await endpoint.send(device, [await device.next()])).accepted).toBe(1);
    endpoint.now += 1_000 * Number(refused.headers.get('retry-after'));
    expect(await endpoint.send(eager, records)).toMatchObject({ accepted: 2, rejected: [] });
  });

  it('asks every device of a tenant to wait that has sent too many records', async () => {
    const { records } = endpoint.deps.rates;
    while (records.take(endpoint.tenant, 1_000) === 0);
    while (records.take(endpoint.tenant) === 0);
    const refused = await endpoint.post(device, batch([await device.record(HEARTBEAT, { seq: 9_000 })]));
    expect([refused.status, (await refused.json()).error.code]).toEqual([429, 'too_many_records']);
    endpoint.now += 1_000 * Number(refused.headers.get('retry-after'));
    expect((await endpoint.send(device, [await device.next()])).accepted).toBe(1);
  });

  it('keeps only the beginning of a line that is too long to be a record', async () => {
    await endpoint.send(device, ['y'.repeat(500_000)]);
    const [letter] = await endpoint.deadLetters();
    expect(letter).toMatchObject({ code: 'bad_line', line_bytes: 500_000 });
    expect(letter!.line.length).toBeLessThan(200_000);
  });

  it('takes no more into its memory than it can store', async () => {
    const full = await TestEndpoint.create(store());
    const sender = await full.enrolled();
    const lines = '\n'.repeat(5_000);
    const answers = await Promise.all(Array.from({ length: 14 }, () => full.post(sender, lines)));
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(busy.every(({ headers }) => headers.get('retry-after') === '5')).toBe(true);
  });
});

function endless(bytes: number): ReadableStream {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(65_536));
      left -= 65_536;
      if (left <= 0) controller.close();
    },
  });
}
