/** Files that are large, in pieces, or carried by other wires: held as a whole, refused with words, never waved through. */
import { truncateSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { docx, zip } from '../../fixtures/files/sample-files.ts';
import { answerDialog } from '../answer-dialog.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { storedFiles, textIn, useTempFiles } from '../temp-files.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const WITH_CARD = `The bill was paid with ${CARD} on Monday.`;
const REDACTED = /The bill was paid with \[CREDIT_CARD_1·\w+\] on Monday\./;
const SOON = { timeout: PATIENCE_MS };
const INPUT = 'input[type=file]';
const MB = 1024 * 1024;

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;
  const put = useTempFiles();

  const world = useBrowser(browser);
  const open = async (url: string) => {
    page = await world.driver.open(url);
    await page.waitFor(INPUT);
    world.server.clear();
  };
  beforeEach(() => open('https://chatgpt.com/'));
  afterEach(() => page?.close());

  const stored = () => storedFiles(world.server);
  const answer = (button: string) => answerDialog(page, button);
  const BLOB = 'https://sdmntprwestus.oaiusercontent.com/files/in-pieces?sig=x';
  /** Noise that no reading makes text of, the same in the page and here. */
  const noise = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7919 + (at >> 8) * 31) & 255);

  it('[I44] 2 MB pass or lose the card, 20 MB arrive whole, 200 MB are refused with words', async () => {
    const small = zip({
      'photo.dat.txt': `${'a harmless line\n'.repeat(60_000)}${WITH_CARD}`,
      'pad.txt': 'tea '.repeat(250_000),
    });
    await page.setFiles(INPUT, [put('two.zip', small)]);
    await answer('Send sanitised file');
    await expect.poll(() => stored().length, SOON).toBe(1);
    expect(await textIn(stored()[0]!.body)).toMatch(REDACTED);
    world.server.clear();
    await page.setFiles(INPUT, [
      put('twenty.png', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(20 * MB)])),
    ]);
    expect(await answer('Send as it is')).toContain('a picture');
    await expect.poll(() => stored().map(({ body }) => body.length), SOON).toEqual([20 * MB + 8]);
    world.server.clear();
    const huge = put('huge.pdf', '%PDF-1.7\n');
    truncateSync(huge, 200 * MB);
    await page.setFiles(INPUT, [huge]);
    expect(await answer('Don’t send')).toMatch(/huge\.pdf\s+too large to be checked/);
    expect(world.server.requests('/backend-api/files')).toEqual([]);
  });

  it('[I44] what a script sends is held to the same sizes: files, prompts, read-once bodies', async () => {
    const big = `'tea and rain. '.repeat(${((40 * MB) / 14) | 0})`;
    const put = `{ method: 'PUT', body: new Blob([${big}]) }`;
    const prompt = `{ method: 'POST', body: JSON.stringify({ messages: [{ content: { parts: [${big}] } }] }) }`;
    const calls = [`'${BLOB}', ${put}`, `new Request('${BLOB}', ${put})`, `'/backend-api/f/conversation', ${prompt}`];
    for (const call of calls) {
      const sent = page.evaluate(`fetch(${call}).then(() => 'sent', () => 'refused')`);
      expect(await answer('Don’t send')).toContain('too large to be checked');
      expect(await sent).toBe('refused');
    }
    expect(world.server.requests().filter(({ body }) => body.length > MB)).toEqual([]);
    expect(
      await page.evaluate(
        `fetch('${BLOB}', { method: 'PUT', body: new Blob(['tea and rain']) }).then(() => 'sent', () => 'refused')`,
      ),
    ).toBe('sent');
  });

  it('[I42] pieces of a file that was judged whole pass; pieces of any other stay', async () => {
    const whole = docx(
      ...Array.from({ length: 400 }, (_, at) => `Paragraph ${at} about tea, rain and ${at * 7919} umbrellas.`),
    );
    await page.setFiles(INPUT, [put('pieces.docx', whole)]);
    await expect.poll(() => stored().length, SOON).toBe(1);
    world.server.clear();
    const inPieces = (file: string) => `(async () => {
      const file = ${file};
      const step = Math.ceil(file.size / 3);
      const results = [];
      for (let from = 0; from < file.size; from += step) {
        const to = Math.min(file.size, from + step);
        const headers = { 'content-range': 'bytes ' + from + '-' + (to - 1) + '/' + file.size };
        const request = fetch('${BLOB}', { method: 'PUT', headers, body: file.slice(from, to) });
        results.push(await request.then(() => 'sent', () => 'refused'));
      }
      return results;
    })()`;
    expect(await page.evaluate(inPieces(`document.querySelector('${INPUT}').files[0]`))).toEqual([
      'sent',
      'sent',
      'sent',
    ]);
    expect(Buffer.concat(stored().map(({ body }) => body)).equals(Buffer.from(whole))).toBe(true);
    world.server.clear();
    // Neither half of the card is one.
    const cut = `new Blob(['Paid with 4111 1111', ' 1111 1111 by me. '])`;
    const sent = page.evaluate(inPieces(cut));
    for (let piece = 0; piece < 3; piece++) await answer('Don’t send');
    expect(await sent).toEqual(['refused', 'refused', 'refused']);
    expect(stored()).toEqual([]);
  });

  it('[I24][I41] forms of Claude and resumable uploads of Gemini carry sanitised files', async () => {
    for (const [url, path] of [
      ['https://claude.ai/new', '/upload'],
      ['https://gemini.google.com/app', '/upload/'],
    ] as const) {
      await page.close();
      await open(url);
      await page.setFiles(INPUT, [put('bill.docx', docx(WITH_CARD))]);
      const carrying = () =>
        world.server.requests().flatMap(({ url: to, body }) => {
          const start = new URL(to).pathname.endsWith(path) ? body.indexOf(Buffer.from([0x50, 0x4b, 3, 4])) : -1;
          return start < 0 ? [] : [body.subarray(start)];
        });
      expect(carrying()).toEqual([]);
      await answer('Send sanitised file');
      await expect.poll(() => carrying().length, SOON).toBe(1);
      expect(await textIn(carrying()[0]!)).toMatch(REDACTED);
      expect(world.server.sinkContains(CARD)).toEqual([]);
    }
  });
});
