/** Gives secrets to an app in every way that a page and a person have, and answers what the extension asks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerDialog } from '../../e2e/answer-dialog.ts';
import type { Driver, DriverPage } from '../../e2e/drivers/driver.ts';
import { poll } from '../../e2e/drivers/poll.ts';
import type { FixtureServer } from '../../fixtures/server/server.ts';
import { chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';
import { claudeCompletionBody, claudeUrl } from '../../fixtures/sites/claude/bodies.ts';
import type { Secret } from './secrets.ts';

export interface World {
  driver: Driver;
  server: FixtureServer;
  /** For files that are attached. */
  folder: string;
}

/** Buttons of the dialogue, the wanted one first. */
const ANSWERS = [['Send redacted'], ['Don’t send'], ['Edit text', 'Don’t send']] as const;

/** A page that was refused altogether answers nothing. */
const ANSWERED_WITHIN_MS = 6_000;

const CHATGPT = 'https://chatgpt.com/';
const BOX = '#prompt-textarea';

interface Way {
  name: string;
  home: string;
  act(page: DriverPage, text: string, world: World): Promise<unknown>;
}

/** Source of a call of the page's own; `outcome` says how it ended. */
const fromPage = (url: string, body: string) => `void (window.outcome = null, fetch(${JSON.stringify(url)}, {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)},
}).then((answer) => answer.text()).then(() => { window.outcome = 'sent'; }, () => { window.outcome = 'refused'; }))`;

const WAYS: readonly Way[] = [
  {
    name: 'pasted',
    home: CHATGPT,
    async act(page, text) {
      await page.paste(BOX, text);
      await page.press('Enter');
    },
  },
  {
    name: 'sent by the page',
    home: CHATGPT,
    act: (page, text) => page.evaluate(fromPage(chatgptUrl.conversation, chatgptConversationBody(text))),
  },
  {
    name: 'typed',
    home: CHATGPT,
    async act(page, text) {
      await page.type(BOX, text);
      await page.press('Enter');
    },
  },
  {
    name: 'a file',
    home: CHATGPT,
    async act(page, text, { folder }) {
      const file = join(folder, `notes-${Math.random().toString(36).slice(2)}.txt`);
      writeFileSync(file, text);
      await page.setFiles('input[type=file]', [file]);
    },
  },
  {
    name: 'a draft',
    home: CHATGPT,
    act: (page, text) =>
      page.evaluate(
        fromPage(
          chatgptUrl.prepare,
          JSON.stringify({ partial_query: { author: { role: 'user' }, content: { parts: [text] } } }),
        ),
      ),
  },
  {
    name: 'an attachment of a call',
    home: 'https://claude.ai/new',
    act: (page, text) =>
      page.evaluate(
        fromPage(
          claudeUrl.completion,
          claudeCompletionBody('Sum it up', { attachments: [{ name: 'notes.txt', content: text }] }),
        ),
      ),
  },
  {
    name: 'in the address',
    home: CHATGPT,
    act: (page, text) => page.goto(`${CHATGPT}?q=${encodeURIComponent(text)}`).catch(() => undefined),
  },
];

/** How often each way and answer was taken. */
export type Taken = Record<string, number>;

/** One group of secrets, in the way and with the answer that its number says. Resolves to the name of the way. */
export async function plant(world: World, group: readonly Secret[], index: number, taken: Taken): Promise<string> {
  const { driver, server } = world;
  const way = WAYS[index % WAYS.length]!;
  const wanted = ANSWERS[(index + Math.floor(index / WAYS.length)) % ANSWERS.length]!;
  const text = `For customer ${index}: ${group.map(({ sentence }) => sentence).join('; ')}. Thanks`;
  const page = await driver.open(way.home);
  if (way.home === CHATGPT) await page.waitFor(BOX);
  const before = server.requests().length;
  await way.act(page, text, world);
  count(taken, way.name);
  const isAsked = await poll('an answer of any kind', ANSWERED_WITHIN_MS, async () => {
    if ((await page.dialogId()) !== null) return 'asked';
    const outcome = await page.evaluate<string | null>('window.outcome ?? null').catch(() => null);
    return outcome ?? (server.requests().length > before + 1 ? 'sent' : null);
  }).catch(() => 'nothing was to be seen');
  if (isAsked === 'asked') {
    const question = (await page.dialogText()) ?? '';
    const button = wanted.find((name) => question.includes(name)) ?? 'Don’t send';
    await answerDialog(page, button);
    count(taken, button);
  } else count(taken, isAsked);
  // What was let go may take a moment to be written somewhere.
  await sleep(100);
  await page.evaluate('localStorage.clear()').catch(() => undefined);
  await page.close();
  return way.name;
}

const count = (taken: Taken, name: string) => {
  taken[name] = (taken[name] ?? 0) + 1;
};
