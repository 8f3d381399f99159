import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { docx, lockedPdf, lockedZip, pdf, png, xlsx, zip } from '../../fixtures/files/sample-files.ts';
import { answerDialog } from '../answer-dialog.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { storedFiles, textIn, useTempFiles } from '../temp-files.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const WITH_CARD = `The bill was paid with ${CARD} on Monday.`;
const REDACTED = /The bill was paid with \[CREDIT_CARD_1·\w+\] on Monday\./;
const HARMLESS = 'Shopping list: tea, rain coat, two umbrellas.';
const SOON = { timeout: PATIENCE_MS };
const INPUT = 'input[type=file]';

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;
  const put = useTempFiles();

  const world = useBrowser(browser);
  beforeEach(async () => {
    page = await world.driver.open('https://chatgpt.com/');
    await page.waitFor('#prompt-textarea');
    world.server.clear();
  });
  afterEach(async () => {
    await page?.evaluate('localStorage.clear()');
    await page?.close();
  });

  const stored = () => storedFiles(world.server);
  const announced = () =>
    world.server.requests('/backend-api/files').map(({ body }) => JSON.parse(body.toString('utf8')));
  const cardAtServer = () => [
    ...world.server.sinkContains(CARD),
    ...world.server.sinkContains(CARD.replaceAll(' ', '')),
  ];
  const answer = (button: string) => answerDialog(page, button);
  /** The card does not arrive; a harmless file does, a moment later and the same way. */
  const control = async (send: (content: string) => Promise<unknown>) => {
    await send(HARMLESS);
    await expect.poll(() => world.server.sinkContains(HARMLESS), SOON).not.toEqual([]);
    expect(cardAtServer()).toEqual([]);
  };
  const inPage = (bytes: Uint8Array | string) =>
    `Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (c) => c.charCodeAt(0))`;
  /** As the page uploads, without any event of ours: announce, then the bytes. `blob`: source of an expression. */
  const uploadSource = (blob: string, name = 'upload.bin') => `(async () => {
    const blob = ${blob};
    const announce = JSON.stringify({ file_name: '${name}', file_size: blob.size, use_case: 'my_files' });
    const made = await (await fetch('/backend-api/files', { method: 'POST', body: announce })).json();
    await fetch(made.upload_url, { method: 'PUT', body: blob });
    return 'sent';
  })().catch(() => 'refused')`;

  it('[I24][I41][B19] harmless documents of one pick all arrive as they are, unasked', async () => {
    const files = {
      'letter.docx': docx(HARMLESS),
      'sums.xlsx': xlsx('Sums', [
        ['Item', 'Pieces'],
        ['tea', '2'],
      ]),
      'paper.pdf': await pdf(HARMLESS),
      'bundle.zip': zip({ 'notes.txt': HARMLESS }),
      'plain.txt': Buffer.from(HARMLESS),
    };
    await page.setFiles(
      INPUT,
      Object.entries(files).map(([name, content]) => put(name, content)),
    );
    await expect.poll(() => stored().length, SOON).toBe(5);
    expect(stored().map(({ body }) => body.toString('base64'))).toEqual(
      Object.values(files).map((content) => Buffer.from(content).toString('base64')),
    );
    expect(announced().map(({ file_name }) => file_name)).toEqual(Object.keys(files));
    expect(await page.dialogText()).toBeNull();
  });

  it('[I24][B19] a DOCX and an XLSX with a card leave as sanitised copies that open, after one question', async () => {
    await page.setFiles(INPUT, [
      put('bill.docx', docx(WITH_CARD)),
      put('fine.txt', HARMLESS),
      put('pay.xlsx', xlsx('Payroll', [['Note'], [WITH_CARD]])),
    ]);
    await page.waitForDialog();
    expect([announced(), stored()]).toEqual([[], []]);
    const dialogue = await answer('Send sanitised file');
    expect(dialogue).toMatch(/bill\.docx[\s\S]*pay\.xlsx: Payroll!/);
    expect(dialogue).not.toContain(CARD);
    await expect.poll(() => stored().length, SOON).toBe(3);
    const [bill, fine, pay] = stored().map(({ body }) => body);
    expect(await textIn(bill!)).toMatch(REDACTED);
    expect(await textIn(pay!)).toMatch(REDACTED);
    expect(fine!.toString('utf8')).toBe(HARMLESS);
    expect(announced().map(({ file_size }) => file_size)).toEqual([bill!.length, fine!.length, pay!.length]);
    expect(cardAtServer()).toEqual([]);
    expect(await page.dialogText()).toBeNull();
  });

  it('[I24][I41] a PDF with a card is neither announced nor sent; the dialogue says that it cannot be changed', async () => {
    await page.setFiles(INPUT, [put('card.pdf', await pdf(WITH_CARD))]);
    const dialogue = await answer('Don’t send');
    expect(dialogue).toMatch(/card\.pdf: page 1[\s\S]*card\.pdf cannot be changed here/);
    expect(dialogue).not.toContain('Send sanitised');
    await control((content) => page.setFiles(INPUT, [put('list.txt', content)]));
    expect(announced().map(({ file_name }) => file_name)).toEqual(['list.txt']);
  });

  it('[I24] locked files are refused with the reason; about a picture the person decides, once', async () => {
    for (const [name, content] of [
      ['locked.pdf', await lockedPdf()],
      ['locked.zip', lockedZip()],
    ] as const) {
      await page.setFiles(INPUT, [put(name, content)]);
      expect(await answer('Don’t send')).toMatch(
        new RegExp(`${name.replace('.', '\\.')}[\\s\\S]*protected by a password`),
      );
    }
    await page.setFiles(INPUT, [put('photo.png', png())]);
    expect(await answer('Don’t send')).toMatch(/photo\.png\s+a picture/);
    expect([announced(), stored()]).toEqual([[], []]);
    // A refused file is taken out of the input, so that it can be chosen again.
    await expect.poll(() => page.evaluate(`document.querySelector('${INPUT}').files.length`), SOON).toBe(0);
    await page.setFiles(INPUT, [put('photo.png', png())]);
    await answer('Send as it is');
    await expect
      .poll(() => stored().map(({ body }) => body.toString('hex')), SOON)
      .toEqual([Buffer.from(png()).toString('hex')]);
    expect(await page.dialogText()).toBeNull();
  });

  it('[B33] names and types lie: what the bytes are counts', async () => {
    await page.setFiles(INPUT, [
      put('photo.png', docx(WITH_CARD)),
      put('notes.pdf.txt', docx(WITH_CARD)),
      put('noextension', docx(WITH_CARD)),
    ]);
    const dialogue = await answer('Don’t send');
    for (const name of ['photo.png', 'notes.pdf.txt', 'noextension']) expect(dialogue).toContain(name);
    const unnamed = page.evaluate(uploadSource(`new Blob([${inPage(docx(WITH_CARD))}])`, 'image'));
    await answer('Don’t send');
    expect(await unnamed).toBe('refused');
    await control((content) => page.evaluate(uploadSource(`new Blob([${inPage(content)}])`, 'image')));
  });

  const dropSource = (bytes: Uint8Array | string, name: string) => `(() => {
    const data = new DataTransfer();
    data.items.add(new File([${inPage(bytes)}], '${name}'));
    const target = document.querySelector('#prompt-textarea');
    const { x, y, width, height } = target.getBoundingClientRect();
    const place = { clientX: x + width / 2, clientY: y + height / 2 };
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer: data, ...place });
    target.dispatchEvent(drop);
    return drop.defaultPrevented;
  })()`;

  it('[I10][B15] dropped files are held in the event itself and arrive sanitised or not at all', async () => {
    expect(await page.evaluate(dropSource(docx(WITH_CARD), 'drop.docx'))).toBe(true);
    await page.waitForDialog();
    expect([announced(), stored()]).toEqual([[], []]);
    await answer('Send sanitised file');
    await expect.poll(() => stored().length, SOON).toBe(1);
    expect(await textIn(stored()[0]!.body)).toMatch(REDACTED);
    await page.evaluate(dropSource(WITH_CARD, 'drop.txt'));
    await answer('Don’t send');
    await control((content) => page.evaluate(dropSource(content, 'drop.txt')));
  });

  it('[I8] a paste so long that the app makes a file of it is asked about once', async () => {
    const long = `${'Many lines of a harmless report.\n'.repeat(400)}${WITH_CARD}`;
    await page.paste('#prompt-textarea', long);
    await answer('Send sanitised file');
    await expect
      .poll(() => stored().map(({ body }) => body.toString('utf8')), SOON)
      .toEqual([expect.stringMatching(REDACTED)]);
    expect(cardAtServer()).toEqual([]);
    expect(await page.dialogText()).toBeNull();
  });

  it('[I11] files put into an input by script, without an event, are held where they leave', async () => {
    const source = (bytes: Uint8Array | string) => `(() => {
      const data = new DataTransfer();
      data.items.add(new File([${inPage(bytes)}], 'set.docx'));
      const input = document.querySelector('${INPUT}');
      input.files = data.files;
      return input.files[0];
    })()`;
    const sent = page.evaluate(uploadSource(source(docx(WITH_CARD)), 'set.docx'));
    await answer('Don’t send');
    expect(await sent).toBe('refused');
    await control((content) => page.evaluate(uploadSource(source(content), 'set.docx')));
  });

  it('[I12] file handles, clipboard pictures and camera inputs are held like chosen files', async () => {
    const handle = (bytes: Uint8Array | string) => `await (async () => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getFileHandle('handle.docx', { create: true });
      const writer = await handle.createWritable();
      await writer.write(${inPage(bytes)});
      await writer.close();
      return handle.getFile();
    })()`;
    const sent = page.evaluate(uploadSource(handle(docx(WITH_CARD)), 'handle.docx'));
    await answer('Don’t send');
    expect(await sent).toBe('refused');
    const picture = page.evaluate(uploadSource(`new Blob([${inPage(png(0x10))}], { type: 'image/png' })`, 'image.png'));
    expect(await answer('Don’t send')).toContain('a picture');
    expect(await picture).toBe('refused');
    await page.evaluate(`document.querySelector('${INPUT}').setAttribute('capture', 'environment')`);
    await page.setFiles(INPUT, [put('camera.png', png(0x20))]);
    expect(await answer('Don’t send')).toContain('camera.png');
    expect(stored()).toEqual([]);
    await control((content) => page.evaluate(uploadSource(handle(content), 'handle.docx')));
  });
});
