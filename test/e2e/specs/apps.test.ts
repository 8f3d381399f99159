import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SITES } from '../../../lib/sites/registry.ts';
import type { Journey } from '../../fixtures/server/journey.ts';
import { JOURNEYS } from '../../fixtures/server/journeys.ts';
import { answerDialog } from '../answer-dialog.ts';
import { arrival, PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { useTempFiles } from '../temp-files.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
/** In files: what was typed into a tab is known there, and these have to be found for themselves. */
const FILE_CARD = '5500 0000 0000 0004';
const OTHER_FILE_CARD = '4012 8888 8888 1881';
const LAST_FILE_CARD = '5105 1051 0510 5100';
const WITH_CARD = `Is my card ${CARD} fine?`;
const REDACTED = /^Is my card \[CREDIT_CARD_1·\w+\] fine\?$/;
const HARMLESS = 'Haiku: "tea" & rain — 100% Zürich ☔';
const HARMLESS_FILE = 'Shopping list: tea, rain coat, two umbrellas.';
/** Longer than every pause after which a page sends a draft. */
const TYPING_PAUSE_MS = 400;
/** A request to loopback that was not held has arrived long before. */
const GRACE_MS = 250;
const SOON = { timeout: PATIENCE_MS };

/** What may leave while somebody is still typing, on a slow machine: no more of a number than of every card of its bank. */
const BEGINNINGS = [HARMLESS.slice(0, -1), WITH_CARD.slice(0, WITH_CARD.indexOf(CARD) + '4111 1'.length)];
const isBeginning = (text: string) => BEGINNINGS.some((beginning) => beginning.startsWith(text));

/** Firefox walks through the most used apps: the adapters are the same code, what differs is the browser. */
const IN_FIREFOX = 14;

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;
  /** The app whose page may be gone on with: nothing stands in its composer, nothing is attached, nobody is asked. */
  let cleanOf: Journey | null = null;
  const fileWith = useTempFiles();

  const world = useBrowser(browser);
  const leave = async () => {
    // Pages keep what was not sent and would put it into the next test's composer.
    await page?.evaluate('localStorage.clear(), sessionStorage.clear()');
    await page?.close();
  };
  afterEach(async () => {
    if (cleanOf === null) await leave();
  });

  const promptsOf = (app: Journey) => {
    const prompts = world.server.requests().flatMap((entry) => app.promptOf(entry) ?? []);
    return app.sendsWhileTyped ? prompts.filter((text) => !isBeginning(text)) : prompts;
  };
  const cardAtServer = () =>
    [CARD, FILE_CARD, OTHER_FILE_CARD, LAST_FILE_CARD].flatMap((card) => [
      ...world.server.sinkContains(card),
      ...world.server.sinkContains(card.replaceAll(' ', '')),
    ]);

  describe.each(browser === 'firefox' ? JOURNEYS.slice(0, IN_FIREFOX) : JOURNEYS)('on $name', (app) => {
    beforeEach(async () => {
      if (cleanOf !== app) {
        if (cleanOf !== null) await leave();
        page = await world.driver.open(app.url);
      }
      cleanOf = null;
      world.server.clear();
      await page.waitFor(app.editor);
    });

    it('a harmless prompt arrives as it was typed, and nobody is asked', async () => {
      await page.type(app.editor, HARMLESS);
      if (app.isDraft) await arrival('draft', () => world.server.requests().filter(app.isDraft!));
      await page.press('Enter');
      expect(await arrival('prompt', () => promptsOf(app))).toEqual([HARMLESS]);
      await page.waitFor(app.answer, { text: `You wrote: ${HARMLESS}` });
      expect(await page.dialogText()).toBeNull();
      cleanOf = app;
    });

    it('a card number is stopped, also in drafts, and stays; by the button it leaves as a token, or not at all', async () => {
      await page.type(app.editor, WITH_CARD);
      await sleep(TYPING_PAUSE_MS);
      await page.press('Enter');
      expect(await answerDialog(page, 'Edit text')).not.toContain('4111 1111');
      await sleep(GRACE_MS);
      expect(promptsOf(app)).toEqual([]);
      expect(cardAtServer()).toEqual([]);
      await page.click(app.send);
      await answerDialog(page, 'Send redacted');
      if (app.redacted === 'arrives') {
        expect(await arrival('prompt', () => promptsOf(app))).toEqual([expect.stringMatching(REDACTED)]);
        await page.waitFor(app.answer, { text: 'CREDIT_CARD_1' });
      } else {
        await sleep(GRACE_MS);
        expect(promptsOf(app)).toEqual([]);
      }
      expect(cardAtServer()).toEqual([]);
      if (app.redacted === 'arrives') cleanOf = app;
    });

    const { file } = app;
    const isAsked = async () => (await page.dialogText()) !== null;
    /** What the page could not send is refused, at once or after a question. */
    const refuse = async (isRefused: () => Promise<boolean>) => {
      await expect.poll(async () => (await isAsked()) || (await isRefused()), SOON).toBe(true);
      if (await isAsked()) await answerDialog(page, 'Don’t send');
      await expect.poll(isRefused, SOON).toBe(true);
      expect(cardAtServer()).toEqual([]);
    };
    /** To an address of the app that nobody knows. */
    const upload = (text: string) =>
      page.evaluate<void>(`(() => {
        const form = new FormData();
        form.append('file', new File([${JSON.stringify(text)}], 'notes.txt', { type: 'text/plain' }));
        delete document.documentElement.dataset.sent;
        const tell = (outcome) => () => { document.documentElement.dataset.sent = outcome; };
        fetch(location.origin + location.pathname.replace(/\\/?$/, '/nobody-knows-this'), { method: 'POST', body: form })
          .then(tell('sent'), tell('refused'));
      })()`);
    const outcome = () => page.evaluate<string | undefined>('document.documentElement.dataset.sent');
    const uploadIsHeld = async () => {
      await upload(HARMLESS_FILE);
      await expect.poll(outcome, SOON).toBe('sent');
      expect(world.server.sinkContains(HARMLESS_FILE)).not.toEqual([]);
      await upload(`An invoice to card ${LAST_FILE_CARD}.`);
      await refuse(async () => (await outcome()) === 'refused');
    };

    if ('none' in file) {
      const bring = (event: 'drop' | 'paste', text: string) =>
        page.evaluate<boolean>(`(() => {
          const data = new DataTransfer();
          data.items.add(new File([${JSON.stringify(text)}], 'notes.txt', { type: 'text/plain' }));
          const init = { bubbles: true, cancelable: true, composed: true };
          return !document.querySelector(${JSON.stringify(app.editor)}).dispatchEvent(${
            event === 'drop'
              ? "new DragEvent('drop', { ...init, dataTransfer: data })"
              : "new ClipboardEvent('paste', { ...init, clipboardData: data })"
          });
        })()`);
      it(`takes no files (${file.none}): one that is dropped or pasted goes nowhere, nor does an upload`, async () => {
        for (const event of ['drop', 'paste'] as const) {
          await bring(event, `Statement by ${event}. Card: ${event === 'drop' ? FILE_CARD : OTHER_FILE_CARD}`);
          await answerDialog(page, 'Don’t send');
          await expect.poll(isAsked, SOON).toBe(false);
          await bring(event, HARMLESS_FILE);
        }
        await sleep(GRACE_MS);
        expect([...world.server.sinkContains(HARMLESS_FILE), ...cardAtServer()]).toEqual([]);
        await uploadIsHeld();
      });
      return;
    }

    const sendWith = async (bringFile: () => Promise<void>) => {
      if (file.withPrompt) await page.type(app.editor, 'Read this');
      await bringFile();
      if (!file.withPrompt) return;
      const isTaken = () => page.evaluate<boolean>('document.documentElement.dataset.uploads !== undefined');
      await expect.poll(async () => (await isTaken()) || (await isAsked()), SOON).toBe(true);
      // A file may be held when it is chosen, before anything is sent.
      if (!(await isAsked())) await page.press('Enter');
    };
    const choose = (name: string, text: string) => sendWith(() => page.setFiles(file.input, [fileWith(name, text)]));
    /** Brought by no event of a person: what holds it is the wire alone. */
    const byScript = (name: string, text: string) =>
      sendWith(() =>
        page.evaluate<void>(`(() => {
          for (const node of document.querySelectorAll('[data-testid=send-error]')) node.remove();
          const detail = new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/plain' });
          dispatchEvent(new CustomEvent('script-file', { detail }));
        })()`),
      );
    const uploads = () => world.server.requests().filter((entry) => entry.method !== 'OPTIONS' && file.isUpload(entry));
    /** The file has arrived, by calls that the adapter knows for what they are; or, where nobody does, does not. */
    const arrived = async () => {
      await arrival('file', () => world.server.sinkContains(HARMLESS_FILE));
      await arrival('upload', uploads);
      const site = SITES.find(({ id }) => id === app.app)!;
      for (const { url, method, kind } of uploads()) {
        const known = site.callKind({ url, method, transport: kind === 'frame' ? 'websocket' : 'fetch' }) !== 'other';
        expect(known, url).toBe(!file.unknownAddress);
      }
    };

    it('a file with a card number is held, a harmless one arrives', async () => {
      await choose('list.txt', HARMLESS_FILE);
      await arrived();
      expect(await page.dialogText()).toBeNull();
      world.server.clear();
      await choose('statement.txt', `Statement. Card: ${FILE_CARD}\n`);
      await answerDialog(page, 'Don’t send');
      await sleep(GRACE_MS);
      expect(cardAtServer()).toEqual([]);
    });

    it('a file that no person chose is held where it leaves, also in a form to an address nobody knows', async () => {
      await byScript('more.txt', HARMLESS_FILE);
      await arrived();
      await byScript('invoice.txt', `Invoice. Card: ${OTHER_FILE_CARD}\n`);
      await refuse(() => page.evaluate<boolean>("document.querySelector('[data-testid=send-error]') !== null"));
      world.server.clear();
      await uploadIsHeld();
    });
  });
});
