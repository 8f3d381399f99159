import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batch, type SignedDevice } from './signed-device.ts';
import { openTestStore, TestEndpoint } from './test-endpoint.ts';

const MEGABYTE = 1_048_576;

describe('limits of a batch', () => {
  let opened: Awaited<ReturnType<typeof openTestStore>>;
  let endpoint: TestEndpoint;
  let device: SignedDevice;
  beforeAll(async () => {
    opened = await openTestStore('PGlite');
    endpoint = await TestEndpoint.create(opened.store);
    device = await endpoint.enrolled();
  });
  afterAll(() => opened.remove());

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

  it('keeps only the beginning of a line that is too long to be a record', async () => {
    await endpoint.send(device, ['y'.repeat(500_000)]);
    const [letter] = await endpoint.deadLetters();
    expect(letter).toMatchObject({ code: 'bad_line', line_bytes: 500_000 });
    expect(letter!.line.length).toBeLessThan(200_000);
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
