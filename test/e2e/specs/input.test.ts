/**
 * What a person enters otherwise than by keys, as the browser itself takes it in: commands of its menus, the mouse that
 * drags, files of the machine let go over the page, an input method, the clipboard's pictures, undo.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { docx, png } from '../../fixtures/files/sample-files.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import { CARD, GRACE_MS, PROMPT, SOON, WITH_CARD } from '../exchange.ts';
import { storedFiles, textIn, useTempFiles } from '../temp-files.ts';
import { EDITOR, useWorkbench } from '../use-workbench.ts';

const HARMLESS = 'bake me a bread';
/** The first files after an install wait for the reader. */
const PATIENT = { timeout: 60_000 };
const MOST_UNDONE = 60;

describe.each(browsersUnderTest())('in %s', (browser) => {
  const { world, page, open, bench, prompts, leaks, arrived, redactedOnce, decide } = useWorkbench(browser);
  const put = useTempFiles();
  const written = () => page().evaluate<string>(`document.querySelector('${EDITOR}').value`);
  /** What a way of entering brings is held with a card, and leaves without one. */
  const heldAndLetGo = async (enter: (text: string) => Promise<void>) => {
    await enter(WITH_CARD);
    await expect.poll(written, SOON).toBe(WITH_CARD);
    await page().press('Enter');
    await redactedOnce();
    world.server.clear();
    await enter(HARMLESS);
    await expect.poll(written, SOON).toBe(HARMLESS);
    await page().press('Enter');
    await arrived();
    expect(prompts()).toEqual([HARMLESS]);
  };

  it('[I9] pasted by the command of the menu', async () => {
    await bench();
    await page().evaluate(`stage.append(Object.assign(document.createElement('textarea'), { id: 'other' }))`);
    await heldAndLetGo(async (text) => {
      await page().paste('#other', text);
      await page().click(EDITOR);
      await page().command('paste');
    });
  });

  // No driver of Firefox drags, and its clipboard has no pictures without a display: there the events are played, in
  // composer.test.ts and files.test.ts.
  const isChromium = browser === 'chromium';

  it.runIf(isChromium)('[I9][I10] a selection dragged into the composer with the mouse', async () => {
    await bench();
    await page().evaluate(`stage.append(Object.assign(document.createElement('span'), { id: 'other' }))`);
    await heldAndLetGo(async (text) => {
      await page().evaluate(`(() => {
        const other = document.querySelector('#other');
        other.textContent = ${JSON.stringify(text)};
        getSelection().selectAllChildren(other);
      })()`);
      await page().drags!.selection('#other', EDITOR);
      await page().evaluate(`document.querySelector('${EDITOR}').focus()`);
    });
  });

  it('[I2] an input method: the Enter that ends it sends nothing, the next one is held', async () => {
    await bench();
    await heldAndLetGo(async (text) => {
      await page().click(EDITOR);
      const { commit } = await page().compose(text);
      await commit();
      await sleep(GRACE_MS);
      expect(await page().dialogText()).toBeNull();
      expect(world.server.requests(PROMPT)).toEqual([]);
    });
  });

  // A text area keeps no history of what scripts write into it; an editable element does.
  it('[I18] undone after an approval, the old text is held again', async () => {
    await bench('keep&editor=plaintext');
    await page().type(EDITOR, WITH_CARD);
    await page().press('Enter');
    await redactedOnce();
    world.server.clear();
    await page().click(EDITOR);
    const isBack = async () => ((await page().text(EDITOR)) ?? '').includes(CARD);
    for (let undone = 0; undone < MOST_UNDONE && !(await isBack()); undone++) await page().command('undo');
    expect(await isBack()).toBe(true);
    await page().press('Enter');
    await redactedOnce();
  });

  describe('files', () => {
    beforeEach(async () => {
      await open('https://chatgpt.com/');
      await page().waitFor(EDITOR);
      world.server.clear();
    });
    const stored = () => storedFiles(world.server);

    it.runIf(isChromium)('[I12] a picture on the clipboard, pasted by the keys', async () => {
      await page().evaluate(`(() => {
        const button = Object.assign(document.createElement('button'), { id: 'copy', textContent: 'Copy' });
        const bytes = Uint8Array.from(atob('${Buffer.from(png()).toString('base64')}'), (c) => c.charCodeAt(0));
        button.onclick = () => navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
          .then(() => { document.title = 'copied'; }, (error) => { document.title = String(error); });
        document.body.prepend(button);
      })()`);
      await page().click('#copy');
      await expect.poll(() => page().evaluate('document.title'), SOON).toBe('copied');
      await page().click(EDITOR);
      await page().press('Control+V');
      expect(await decide('Don’t send')).toContain('a picture');
      await sleep(GRACE_MS);
      expect(stored()).toEqual([]);
    });

    it.runIf(isChromium)('[I10][B15] files and a folder of the machine let go over the composer', async () => {
      const { files: dropFiles } = page().drags!;
      await dropFiles([put('drop.docx', docx(WITH_CARD))], EDITOR);
      await decide('Send sanitised file');
      await expect.poll(() => stored().length, PATIENT).toBe(1);
      expect(await textIn(stored()[0]!.body)).toMatch(/check my card \[CREDIT_CARD_1·\w+\] please/);
      world.server.clear();
      const folder = put('folder', '').replace(/folder$/, 'papers');
      mkdirSync(folder);
      writeFileSync(join(folder, 'one.txt'), WITH_CARD);
      writeFileSync(join(folder, 'two.txt'), HARMLESS);
      await dropFiles([folder], EDITOR);
      expect(await decide('Don’t send')).toContain('one.txt');
      expect(leaks()).toEqual([]);
      await dropFiles([put('list.txt', HARMLESS)], EDITOR);
      await expect.poll(() => world.server.sinkContains(HARMLESS), PATIENT).not.toEqual([]);
      expect(leaks()).toEqual([]);
    });
  });
});
