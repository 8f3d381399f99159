/**
 * What a person does with a composer, and what pages do around it. Asserted on what the server received: nothing of a
 * card number before the person has decided, and afterwards exactly what was decided. Input is real where the drivers
 * have it; compositions, autofill and drops are the events that the browser would send.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { UNMEANT_MS } from '../answer-dialog.ts';
import { arrival } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import { poll } from '../drivers/poll.ts';
import { CARD, GRACE_MS, PROMPT, SOON, WITH_CARD } from '../exchange.ts';
import { EDITOR, useWorkbench } from '../use-workbench.ts';

const HARMLESS = 'bake me a bread';
/** Of a paste that a browser may not know; the clipboard is asked on the way. */
const PASTED_WITHIN_MS = 2_000;

describe.each(browsersUnderTest())('in %s', (browser) => {
  const { world, page, open, bench, prompts, leaks, decide, arrived, redactedOnce } = useWorkbench(browser);

  describe.each([
    ['ProseMirror', 'https://chatgpt.com/', EDITOR],
    ['Quill', 'https://gemini.google.com/app', 'rich-textarea div.ql-editor'],
    ['Lexical', 'https://bench.chatgpt.com/?editor=lexical', EDITOR],
  ])('%s', (_, url, editor) => {
    it('[I1][I79][B1][B18][B22] takes the redaction into its own document, line by line, before anything leaves', async () => {
      await open(url);
      await page().type(editor, 'first line');
      await page().press('Shift+Enter');
      for (const key of `my card ${CARD}`) await page().press(key === ' ' ? 'Space' : key);
      await page().press('Enter');
      await decide('Send redacted');
      await expect.poll(() => world.server.sinkContains('CREDIT_CARD_1').length, SOON).toBeGreaterThan(0);
      await sleep(GRACE_MS);
      expect(world.server.sinkContains('first line').length).toBeGreaterThan(0);
      expect(leaks()).toEqual([]);
    });
  });

  it.each(['Enter', 'Shift+Enter', 'Control+Enter', 'Meta+Enter', 'Alt+Enter', 'NumpadEnter'])(
    '[I3][B3][B4] %s, where the page sends on it',
    async (key) => {
      await bench();
      await page().type(EDITOR, HARMLESS);
      await page().press(key);
      await arrived();
      world.server.clear();
      await page().type(EDITOR, WITH_CARD);
      await page().press(key);
      await redactedOnce();
    },
  );

  it.each([
    ['[I4] a click', 'click', () => page().click('#send')],
    ['[I4] a press that counts on pointerdown', 'pointerdown', () => page().click('#send')],
    ['[I4] a press that counts on mousedown', 'mousedown', () => page().click('#send')],
    ['[I4] a press that counts on mouseup', 'mouseup', () => page().click('#send')],
    ['[I4] a tap', 'click', () => page().tap('#send')],
    ['[I4] a tap that counts on touchend', 'touchend', () => page().tap('#send')],
    ['[I4] the label of the button', 'click', () => page().click('#label')],
    ['[I4] the middle button', 'auxclick', () => page().click('#send', 'middle')],
    [
      '[I4] Space on the button',
      'click',
      async () => {
        await page().evaluate(`document.getElementById('send').focus()`);
        await page().press('Space');
      },
    ],
  ] as [string, string, () => Promise<void>][])('%s', async (_, type, press) => {
    await bench(`send=${type}&keep`);
    await page().type(EDITOR, HARMLESS);
    await press();
    await arrived();
    world.server.clear();
    await page().press('Tab');
    await page().evaluate('bench.mounted.clear()');
    await page().type(EDITOR, WITH_CARD);
    await press();
    await page().waitForDialog();
    await sleep(GRACE_MS);
    expect(leaks()).toEqual([]);
    await decide('Send redacted');
    await arrival('redacted prompt', () => world.server.sinkContains('CREDIT_CARD_1'));
    expect(leaks()).toEqual([]);
  });

  it('[I5] Enter twice, and a click in between, make one question and one prompt', async () => {
    await bench();
    await page().type(EDITOR, WITH_CARD);
    await page().evaluate(`(() => {
      const key = () => document.querySelector('textarea').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      key(); document.getElementById('send').click(); key(); document.getElementById('send').click();
    })()`);
    await page().press('Enter');
    await redactedOnce();
    expect(await page().dialogText()).toBeNull();
  });

  it.each([
    ['[I6][B4] the page calls its own send', 'bench.sendNow()'],
    ['[I6][B4] button.click()', `document.getElementById('send').click()`],
    ['[I17] text from another field', `bench.send(document.getElementById('other').value)`],
    ['[I7][B4] a suggestion is filled in and sent', `bench.send(${JSON.stringify(WITH_CARD)})`],
  ])('%s', async (_, source) => {
    await bench();
    await page().evaluate(`stage.append(Object.assign(document.createElement('textarea'), { id: 'other' }))`);
    await page().type(EDITOR, WITH_CARD);
    await page().type('#other', WITH_CARD);
    await page().evaluate(`void ${source}`);
    await redactedOnce();
  });

  it('[I7][B4] an old message is edited and sent again, then regenerated', async () => {
    await bench();
    await page().type(EDITOR, HARMLESS);
    await page().press('Enter');
    await arrived();
    world.server.clear();
    await page().evaluate(`(() => {
      const box = Object.assign(document.createElement('div'), { id: 'editing', contentEditable: 'true' });
      box.className = 'ProseMirror';
      box.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); bench.send(box.textContent); } });
      thread.append(box);
    })()`);
    await page().type('#editing', WITH_CARD);
    await page().press('Enter');
    await redactedOnce();
    await page().evaluate('void bench.resend()');
    await arrived(2);
    expect(leaks()).toEqual([]);
  });

  it('[I8] a paste, also a long one', async () => {
    await bench();
    await page().paste(EDITOR, WITH_CARD);
    await page().press('Enter');
    await redactedOnce();
    world.server.clear();
    const long = `${'a long and harmless line. '.repeat(8_000)}${CARD}`;
    await page().paste(EDITOR, long);
    await page().press('Enter');
    await decide('Edit text');
    await sleep(GRACE_MS);
    expect(leaks()).toEqual([]);
    expect(await page().evaluate(`document.querySelector('textarea').value.length`)).toBe(long.length);
  });

  it('[I9] Shift+Insert, and a selection dragged into the composer', async () => {
    await bench('editor=plaintext');
    await page().evaluate(`stage.append(Object.assign(document.createElement('textarea'), { id: 'other' }))`);
    await page().paste('#other', WITH_CARD);
    await page().click(EDITOR);
    await page().press('Shift+Insert');
    // Where the browser has no such key binding nothing is pasted, and there is nothing to send.
    const isPasted = await poll('pasted text', PASTED_WITHIN_MS, async () => (await page().text(EDITOR)) !== '').catch(
      () => false,
    );
    if (isPasted) {
      await page().press('Enter');
      await decide('Edit text');
    }
    await page().evaluate(`(() => {
      const editor = document.querySelector('${EDITOR}');
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(WITH_CARD)});
      const go = editor.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
      if (go) { editor.focus(); getSelection().selectAllChildren(editor); document.execCommand('insertText', false, data.getData('text/plain')); }
    })()`);
    await page().click(EDITOR);
    await page().press('Enter');
    await redactedOnce();
  });

  it('[I15] autofill', async () => {
    await bench();
    await page().evaluate(`(() => {
      const field = document.querySelector('textarea');
      field.value = ${JSON.stringify(WITH_CARD)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await page().click(EDITOR);
    await page().press('Enter');
    await redactedOnce();
  });

  it('[I2] the Enter that ends a composition asks nothing and sends nothing; the next one is held once', async () => {
    await bench();
    await page().type(EDITOR, WITH_CARD);
    await page().evaluate(`(() => {
      const field = document.querySelector('textarea');
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }));
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'x' }));
    })()`);
    await sleep(GRACE_MS);
    expect(await page().dialogText()).toBeNull();
    expect(world.server.requests(PROMPT)).toEqual([]);
    await page().press('Enter');
    await redactedOnce();
  });

  it('[I18] undo after an approval brings the old text back, and it is held again', async () => {
    await bench('keep');
    await page().type(EDITOR, WITH_CARD);
    await page().press('Enter');
    await redactedOnce();
    world.server.clear();
    await page().evaluate(`document.querySelector('textarea').value = ${JSON.stringify(WITH_CARD)}`);
    await page().click(EDITOR);
    await page().press('Enter');
    await redactedOnce();
  });

  /** Key by key, into an element that no selector of the driver reaches. */
  const typeInto = async (element: string, text: string) => {
    await expect.poll(() => page().evaluate(`Boolean(${element})`), SOON).toBe(true);
    await page().evaluate(`${element}.focus()`);
    for (const key of text) await page().press(key === ' ' ? 'Space' : key);
  };

  it.each(['open', 'closed', 'plaintext'])('[I19] a composer: %s', async (editor) => {
    await bench(`editor=${editor}`);
    const field = `(bench.mounted.root ?? document).querySelector('${EDITOR}')`;
    await typeInto(field, HARMLESS);
    await page().press('Enter');
    await arrived();
    world.server.clear();
    await typeInto(field, WITH_CARD);
    await page().press('Enter');
    await redactedOnce();
  });

  it('[I19] a composer in a frame', async () => {
    await bench();
    await page().evaluate(
      `stage.append(Object.assign(document.createElement('iframe'), { srcdoc: '<textarea id="prompt-textarea"></textarea>', id: 'inner' }))`,
    );
    await page().evaluate(
      `new Promise((ready) => { document.getElementById('inner').onload = ready; setTimeout(ready, 1000); })`,
    );
    const write = (text: string) =>
      page().evaluate(`(() => {
        const field = document.getElementById('inner').contentDocument.querySelector('textarea');
        field.value = ${JSON.stringify(text)};
        field.dispatchEvent(new Event('input', { bubbles: true }));
        void bench.send(field.value);
      })()`);
    await write(HARMLESS);
    await arrived();
    world.server.clear();
    await write(WITH_CARD);
    await redactedOnce();
  });

  it('[I20] a composer that replaces another after a change of address', async () => {
    await bench();
    await page().evaluate(`(() => {
      history.pushState({}, '', '/c/new');
      stage.replaceChildren();
      const field = Object.assign(document.createElement('textarea'), { id: 'prompt-textarea' });
      stage.append(field);
      field.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); bench.send(field.value); } });
    })()`);
    await page().type(EDITOR, WITH_CARD);
    await page().press('Enter');
    await redactedOnce();
  });

  it('[I59][B2] a page that wants to be the first to hear of a key', async () => {
    await bench('first');
    await page().type(EDITOR, HARMLESS);
    await page().press('Enter');
    await arrived();
    world.server.clear();
    await page().type(EDITOR, WITH_CARD);
    await page().press('Enter');
    await redactedOnce();
  });

  it('[I77] an editor that shows the redaction and keeps the old text sends nothing of it', async () => {
    await bench('editor=stubborn');
    await page().type(EDITOR, WITH_CARD);
    await page().press('Enter');
    await decide('Send redacted');
    await sleep(GRACE_MS);
    // The body leaves as it was decided, or is asked about: never as the editor has it.
    const isAsked = async () => Number((await page().dialogText()) !== null);
    await expect.poll(async () => prompts().length + (await isAsked()), SOON).toBeGreaterThan(0);
    expect(prompts().filter((prompt) => !prompt.includes('CREDIT_CARD_1'))).toEqual([]);
    expect(leaks()).toEqual([]);
  });

  it('[I80][B22] a draft the page restores and sends by itself stays', async () => {
    await open('https://chatgpt.com/');
    await page().evaluate(`localStorage.setItem('oai/apps/conversationDraft', 'a harmless draft')`);
    await page().goto('https://chatgpt.com/');
    await expect.poll(() => world.server.sinkContains('a harmless draft').length, SOON).toBeGreaterThan(0);
    await page().evaluate(`localStorage.setItem('oai/apps/conversationDraft', ${JSON.stringify(WITH_CARD)})`);
    await page().goto('https://chatgpt.com/');
    await page().waitFor(EDITOR, { text: CARD });
    await sleep(1_000);
    expect(leaks()).toEqual([]);
  });

  it('[B30][B35] a page can neither read nor answer the question', async () => {
    await bench();
    await page().type(EDITOR, WITH_CARD);
    await page().press('Enter');
    await page().waitForDialog();
    await sleep(UNMEANT_MS);
    const seen = await page().evaluate(`(() => {
      const host = [...document.documentElement.children].at(-1);
      const inside = [host.shadowRoot, host.innerHTML, host.textContent, document.documentElement.innerHTML.includes('[CREDIT')];
      for (const target of [host, document.activeElement, document.elementFromPoint(innerWidth / 2, innerHeight / 2)].filter(Boolean)) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: innerWidth / 2, clientY: innerHeight / 2 }));
        for (const key of ['Enter', ' ']) for (const type of ['keydown', 'keypress', 'keyup'])
          target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
        target.click?.();
      }
      return inside;
    })()`);
    expect(seen).toEqual([null, '', '', false]);
    await sleep(GRACE_MS);
    expect(await page().dialogText()).not.toBeNull();
    expect(world.server.requests(PROMPT)).toEqual([]);
    // Taking it away is an answer: no.
    await page().evaluate('[...document.documentElement.children].at(-1).remove()');
    await expect.poll(() => page().dialogText(), SOON).toBeNull();
    await sleep(GRACE_MS);
    expect(leaks()).toEqual([]);
  });

  it('[I46] a call that is given up takes its question with it', async () => {
    await bench();
    await page().evaluate(`(() => {
      window.stop = new AbortController();
      window.outcome = fetch(prompt, { method: 'POST', body: conversation(${JSON.stringify(WITH_CARD)}), signal: stop.signal })
        .then(() => 'sent', (error) => error.name);
    })()`);
    await page().waitForDialog();
    await page().evaluate('stop.abort()');
    expect(await page().evaluate('outcome')).toBe('AbortError');
    await expect.poll(() => page().dialogText(), SOON).toBeNull();
    expect(leaks()).toEqual([]);
  });

  it('[B7][I19] a chat component no adapter knows, as it comes', async () => {
    await bench('editor=deep-chat');
    const field = `document.getElementById('deep').shadowRoot?.querySelector('[contenteditable]')`;
    await typeInto(field, HARMLESS);
    await page().press('Enter');
    // Spaces of an editable element may be unbreakable ones.
    await expect.poll(() => world.server.sinkContains('bread').length, SOON).toBeGreaterThan(0);
    world.server.clear();
    await typeInto(field, WITH_CARD);
    await page().press('Enter');
    await decide('Send redacted');
    await expect.poll(() => world.server.sinkContains('CREDIT_CARD_1').length, SOON).toBeGreaterThan(0);
    expect(world.server.sinkContains('4111')).toEqual([]);
    expect(leaks()).toEqual([]);
  });
});
