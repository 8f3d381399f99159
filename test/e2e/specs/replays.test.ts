/** Threads that are sent again as a whole, calls that the page repeats, values in two halves: what people are asked. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inlinePolicy } from '../../fakes/inline-policy.ts';
import { t3ChatBody, t3ChatThread } from '../../fixtures/sites/t3-chat/bodies.ts';
import { answerDialog } from '../answer-dialog.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { REPLAYING } from '../replays.data.ts';
import { script } from '../sending.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const PATH = '/api/chat';
const SOON = { timeout: PATIENCE_MS };
type Earlier = NonNullable<NonNullable<Parameters<typeof t3ChatBody>[1]>['earlier']>;

describe.each(browsersUnderTest())('in %s', (browser) => {
  let page: DriverPage;
  let threads = 0;
  let thread = '';

  // Personal data on trial: the person may send it as it is.
  const world = useBrowser(browser, { managed: inlinePolicy({ modes: { 'personal-data': 'warn' } }) });
  beforeAll(async () => {
    page = await world.driver.open('https://t3.chat/');
  });
  beforeEach(() => {
    thread = newThread();
    world.server.clear();
  });
  afterEach(async () => expect(await page.dialogText()).toBeNull());

  const newThread = () => t3ChatThread.slice(0, -3) + String(100 + threads++);
  const body = (text: string, earlier: Earlier = [], id = thread) =>
    t3ChatBody(text, { earlier }).replaceAll(t3ChatThread, id);
  /** The page sends a body `times` times, the next when the last was refused or answered; how many were answered. */
  const send = (json: string, times = 1) =>
    page.evaluate<number>(`(async () => {
      let answered = 0;
      for (let at = 0; at < ${times}; at++) {
        await fetch('${PATH}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(json)} })
          .then((response) => response.text()).then(() => { answered += 1; }, () => undefined);
      }
      return answered;
    })()`);
  const sendAsked = async (json: string, button: string, times = 1) => {
    const sent = send(json, times);
    await answerDialog(page, button);
    return sent;
  };
  const arrived = () => world.server.requests(PATH).map((call) => call.body.toString('utf8'));

  it('[I43] a refused call that the page repeats is asked about once, and none of them arrives', async () => {
    expect(await sendAsked(body(`Check my card ${CARD}`), 'Don’t send', 3)).toBe(0);
    expect(arrived()).toEqual([]);
    // The same thread takes harmless text, repeated as well.
    expect(await send(body('How do I bake bread?'), 3)).toBe(3);
    expect(arrived()).toHaveLength(3);
  });

  it('[I43] a redacted call that the page repeats is asked about once, and leaves redacted each time', async () => {
    expect(await sendAsked(body(`Is ${CARD} a card of mine?`), 'Send redacted', 3)).toBe(3);
    expect(arrived()).toHaveLength(3);
    for (const text of arrived()) expect(text).toMatch(/Is \[CREDIT_CARD_1·\w+\] a card of mine/);
    expect(world.server.sinkContains(CARD)).toEqual([]);
  });

  it('an approved value in the thread passes unasked, before and after a reload, and is asked about elsewhere', async () => {
    const named = 'My name is Hannah Becker and I need a cover letter';
    const answer = 'Dear Hannah Becker, ask Jane Roe at jane.roe@acme-corp.com';
    expect(await sendAsked(body(named), 'Send as it is')).toBe(1);
    const replay = body('A shorter one', [
      { role: 'user', text: named },
      { role: 'assistant', text: answer },
    ]);
    expect(await send(replay)).toBe(1);
    // Generated anew: the same text again.
    expect(await send(body(named), 2)).toBe(2);
    await page.goto('https://t3.chat/');
    expect(await send(replay)).toBe(1);
    expect(arrived().filter((text) => text.includes('A shorter one') && text.includes('Hannah'))).toHaveLength(2);
    world.server.clear();
    expect(await sendAsked(body(named, [], newThread()), 'Don’t send')).toBe(0);
    expect(arrived()).toEqual([]);
  });

  it.each(REPLAYING)(
    '[I43] on $name an approved prompt goes again unasked, as often as the app repeats it',
    async (app) => {
      const named = `My name is Hannah Becker and I need a letter for ${app.name}`;
      const tab = await world.driver.open(app.page);
      const arrivals = () => world.server.sinkContains(named).length;
      try {
        await tab.evaluate(script(app.first(named)));
        await answerDialog(tab, 'Send as it is');
        await expect.poll(arrivals, SOON).toBe(1);
        let count = 1;
        for (const [way, make] of Object.entries(app.again)) {
          await tab.evaluate(script(make(named)));
          await expect.poll(arrivals, { ...SOON, message: way }).toBe(++count);
        }
        if (app.thread) {
          await tab.evaluate(script(app.thread(named, 'Make it shorter')));
          await expect.poll(arrivals, SOON).toBe(++count);
          expect(world.server.sinkContains('Make it shorter')).toHaveLength(1);
        }
        expect(await tab.dialogText()).toBeNull();
      } finally {
        await tab.close();
      }
    },
  );

  it('what the app wrote passes with an address nobody entered, and not with a card', async () => {
    const thanks = (text: string) => body('Thank you', [{ role: 'assistant', text }]);
    expect(await send(thanks('Ask maria.lopez@acme-corp.com about it'))).toBe(1);
    expect(arrived()).toHaveLength(1);
    expect(await sendAsked(thanks('Ask for 5500 0000 0000 0004, said I'), 'Don’t send')).toBe(0);
    expect(arrived()).toHaveLength(1);
  });

  it('[I22] a card in two messages is held with the second, in its own conversation', async () => {
    const first = 'The first half is 4111 1111';
    const earlier: Earlier = [{ role: 'user', text: first }];
    expect(await send(body(first))).toBe(1);
    expect(await sendAsked(body('1111 1111 is the rest', earlier), 'Send redacted')).toBe(1);
    expect(arrived().at(-1)).toMatch(/\[CREDIT_CARD_1·\w+\] is the rest/);
    expect(world.server.sinkContains('1111 1111 is the rest')).toEqual([]);
    // Digits that continue nothing are just digits.
    expect(await send(body('1111 1111 is the rest', [], newThread()))).toBe(1);
    expect(world.server.sinkContains('1111 1111 is the rest')).toHaveLength(1);
  });
});
