import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './harness.ts';

let bench: Bench;
let page: Page;

beforeAll(async () => {
  bench = await startBench('composer-entry.ts');
});
afterAll(() => bench.close());
beforeEach(async () => {
  page = await bench.open('<div id="editor"></div><button id="send">Send</button>');
});
afterEach(() => page.close());

type Kind = Parameters<Window['composer']['mount']>[0];
const EDITORS: Kind[] = ['prosemirror', 'tiptap', 'quill', 'textarea'];

const mount = (kind: Kind) => page.evaluate((name) => window.composer.mount(name), kind);
const state = () =>
  page.evaluate(() => {
    const { sent, resolved, stops, texts } = window.composer;
    return { sent, resolved, stops, texts, model: window.composer.model() };
  });
const answer = (outcome: object) => page.evaluate((given) => window.composer.release(given as never), outcome);
const settled = (count = 1) =>
  page.waitForFunction((n) => window.composer.sent.length + window.composer.stops.length >= n, count);

describe.each(EDITORS)('%s', (kind) => {
  beforeEach(() => mount(kind));

  it('lets harmless text go untouched', async () => {
    await page.keyboard.type('hello');
    await page.keyboard.press('Enter');
    expect(await state()).toMatchObject({ sent: ['hello'], resolved: [] });
  });

  it('holds Enter, writes into the model and sends once', async () => {
    await page.keyboard.type('my secret is 42');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await state()).toMatchObject({ sent: [], resolved: ['my secret is 42'] });
    await answer({ kind: 'write', text: 'my [TOKEN_1·k7q2] is 42' });
    await settled();
    expect(await state()).toMatchObject({
      sent: ['my [TOKEN_1·k7q2] is 42'],
      stops: [],
      resolved: ['my secret is 42'],
    });
  });

  it('reads and writes several lines', async () => {
    await page.keyboard.type('first secret');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Enter');
    expect((await state()).resolved).toEqual(['first secret\nsecond line']);
    await answer({ kind: 'write', text: 'first [X]\n\nsecond line' });
    await settled();
    expect(await state()).toMatchObject({ sent: ['first [X]\n\nsecond line'], stops: [] });
  });

  it('sends the very text after approval, and holds it again when it changed meanwhile', async () => {
    await page.keyboard.type('a secret');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' more');
    await answer({ kind: 'send' });
    await page.waitForFunction(() => window.composer.resolved.length >= 2);
    expect((await state()).resolved.slice(0, 2)).toEqual(['a secret', 'a secret more']);
    await settled();
    expect((await state()).sent).toEqual(['a secret more']);
  });

  it('keeps everything when the person stops', async () => {
    await page.keyboard.type('a secret');
    await page.keyboard.press('Enter');
    await answer({ kind: 'stop' });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(await state()).toMatchObject({ sent: [], model: 'a secret' });
  });

  it('stays out of an input method', async () => {
    await page.keyboard.type('secret');
    await page.evaluate(() => {
      const target = document.activeElement!;
      const init = { key: 'Enter', bubbles: true, cancelable: true, isComposing: true };
      target.dispatchEvent(new KeyboardEvent('keydown', init));
    });
    expect((await state()).resolved).toEqual([]);
  });
});

describe('prosemirror', () => {
  beforeEach(() => mount('prosemirror'));

  it('holds a click on the send button as one', async () => {
    await page.keyboard.type('a secret');
    await page.click('#send');
    await page.keyboard.press('Enter');
    await page.click('#send');
    expect(await state()).toMatchObject({ sent: [], resolved: ['a secret'] });
    await answer({ kind: 'send' });
    await settled();
    expect(await state()).toMatchObject({ sent: ['a secret'], resolved: ['a secret'] });
  });

  it.each(['Control+Enter', 'Meta+Enter', 'Alt+Enter', 'NumpadEnter'])('holds %s', async (keys) => {
    await page.keyboard.type('a secret');
    await page.keyboard.press(keys);
    expect(await state()).toMatchObject({ sent: [], resolved: ['a secret'] });
  });

  it('holds the keyboard on the send button', async () => {
    await page.keyboard.type('a secret');
    await page.focus('#send');
    await page.keyboard.press('Space');
    expect(await state()).toMatchObject({ sent: [], resolved: ['a secret'] });
  });

  it('stops when the editor does not take the text', async () => {
    await page.evaluate(() => {
      document.execCommand = () => false;
    });
    await page.keyboard.type('a secret');
    await page.keyboard.press('Enter');
    await answer({ kind: 'write', text: 'clean' });
    await settled();
    expect(await state()).toMatchObject({ sent: [], stops: ['write_mismatch'] });
  });

  it('stops when the judgement fails', async () => {
    await page.evaluate(() => {
      window.composer.outcome = Promise.reject(new Error('down'));
    });
    await page.keyboard.type('a secret');
    await page.keyboard.press('Enter');
    await settled();
    expect(await state()).toMatchObject({ sent: [], stops: ['failed'] });
  });

  it('tells of text that is typed after a pause, and of a paste at once', async () => {
    await page.keyboard.type('typed');
    await page.waitForFunction(() => window.composer.texts.length === 1);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'pasted');
      document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    expect((await state()).texts).toEqual(['typed', 'pasted']);
  });
});

describe('textarea in a form', () => {
  it('holds the submission', async () => {
    await mount('textarea');
    await page.keyboard.type('a secret');
    await page.click('#submit');
    expect(await state()).toMatchObject({ sent: [], resolved: ['a secret'] });
    await answer({ kind: 'write', text: 'clean' });
    await settled();
    expect(await state()).toMatchObject({ sent: ['clean'], resolved: ['a secret'] });
  });
});

describe('an open shadow root', () => {
  it('is seen through, also where the app sends on pointerdown', async () => {
    await mount('shadow');
    await page.keyboard.type('a secret');
    await page.click('#send');
    expect(await state()).toMatchObject({ sent: [], resolved: ['a secret'] });
    await answer({ kind: 'write', text: 'clean\ntwice' });
    await settled();
    expect(await state()).toMatchObject({ sent: ['clean\ntwice'], stops: [] });
  });
});
