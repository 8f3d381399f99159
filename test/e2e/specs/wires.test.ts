/**
 * Wire formats, sent by the pages' own code past every composer: each harmless call arrives as it is, the same call with
 * a card number is held, and what arrives after the person's answer holds a token in every place, or nothing arrives.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFrames } from '../../../lib/sites/codecs/connect.ts';
import {
  chatgptAutocompleteBody,
  chatgptCodexBody,
  chatgptConversationBody,
  chatgptPrepareBody,
  chatgptUrl,
} from '../../fixtures/sites/chatgpt/bodies.ts';
import {
  claudePerformActionBytes,
  claudePerformActionJson,
  claudeUrl,
  claudeWarmTurnBytes,
} from '../../fixtures/sites/claude/bodies.ts';
import { copilotUrl } from '../../fixtures/sites/copilot/bodies.ts';
import { deeplAppendMessage, deeplHandshake, deeplSocketUrl } from '../../fixtures/sites/deepl/bodies.ts';
import { geminiStreamGenerateForm, geminiUrl } from '../../fixtures/sites/gemini/bodies.ts';
import { grokActionBody, grokUrl } from '../../fixtures/sites/grok/bodies.ts';
import { m365ChatRecord, m365Url } from '../../fixtures/sites/m365-copilot/bodies.ts';
import { manusEvent, manusUrl } from '../../fixtures/sites/manus/bodies.ts';
import { metaPromptMessage, metaUrl } from '../../fixtures/sites/meta-ai/bodies.ts';
import { perplexityAskBody, perplexitySuggestFrame, perplexityUrl } from '../../fixtures/sites/perplexity/bodies.ts';
import { perplexityJourney } from '../../fixtures/sites/perplexity/journey.ts';
import { xGrokBody, xGrokUrl } from '../../fixtures/sites/x-grok/bodies.ts';
import { answerDialog } from '../answer-dialog.ts';
import { arrival } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import type { DriverPage } from '../drivers/driver.ts';
import { call, frames, JSON_TYPE, type Sending, script } from '../sending.ts';
import { useBrowser } from '../use-browser.ts';

const CARD = '4111 1111 1111 1111';
const SECRET = `Please check my card ${CARD} for me`;
const HARMLESS = 'Please check my spelling of rhubarb for me';
const MARK = 'Please end the list with a turnip';
/** Longer than every pause after which a page sends a draft. */
const TYPING_PAUSE_MS = 600;

const PROTO = { 'content-type': 'application/proto' };
const CONNECT = { 'content-type': 'application/connect+proto' };
const END = '\u001e';

/** `make` puts a text into a call; the token replaces the card number on its way. */
interface Rewritten {
  title: string;
  page: string;
  make(text: string): Sending;
  /** How many tokens arrive; default 1. */
  copies?: number;
}

const REWRITTEN: Rewritten[] = [
  {
    title: '[I35] SignalR records joined in one frame',
    page: 'https://m365.cloud.microsoft/chat',
    make: (text) =>
      frames(m365Url.hub, `{"protocol":"json","version":1}${END}`, `{"type":6}${END}${m365ChatRecord(text)}${END}`),
  },
  {
    title: '[I35] Socket.IO event with an acknowledgement in a namespace',
    page: 'https://manus.im/app',
    make: (text) => frames(manusUrl.socket, '40', manusEvent(text, '/chat,')),
  },
  {
    title: '[I36] two Connect frames in one body, the second packed',
    page: 'https://claude.ai/new',
    make: (text) =>
      call(
        claudeUrl.performAction,
        writeFrames([
          { flags: 0, payload: claudePerformActionBytes(HARMLESS) },
          { flags: 1, payload: gzipSync(claudePerformActionBytes(text)) },
        ]),
        CONNECT,
      ),
  },
  {
    title: '[I37] protobuf with its fields in another order',
    page: 'https://claude.ai/new',
    make: (text) => call(claudeUrl.performAction, reversedFields(claudePerformActionBytes(text)), PROTO),
  },
  {
    title: '[I37] protobuf with the text in a field nobody knows',
    page: 'https://claude.ai/new',
    make: (text) => {
      const unknownFields = [{ field: 77, bytes: new TextEncoder().encode(text) }];
      return call(claudeUrl.performAction, claudePerformActionBytes(HARMLESS, { unknownFields }), PROTO);
    },
  },
  {
    title: '[I37] the JSON codec of the same call',
    page: 'https://claude.ai/new',
    make: (text) => call(claudeUrl.performAction, claudePerformActionJson(text), JSON_TYPE),
  },
  {
    title: '[I38] a packed body',
    page: 'https://chatgpt.com/',
    make: (text) =>
      call(chatgptUrl.conversation, gzipSync(chatgptConversationBody(text)), {
        ...JSON_TYPE,
        'content-encoding': 'gzip',
      }),
  },
  {
    title: '[I39] JSON in JSON in a form',
    page: 'https://gemini.google.com/app',
    make: (text) =>
      call(geminiUrl.stream, geminiStreamGenerateForm(text), { 'content-type': 'application/x-www-form-urlencoded' }),
  },
  {
    title: '[I39] one text in two places',
    page: 'https://www.perplexity.ai/',
    make: (text) => call(perplexityUrl.ask, perplexityAskBody(text), JSON_TYPE),
    copies: 2,
  },
  {
    title: '[I40] the arguments of a server action',
    page: 'https://grok.com/',
    make: (text) =>
      call(grokUrl.newChat, grokActionBody(text), { 'content-type': 'text/plain', 'next-action': '40a1' }),
  },
  {
    title: '[B17] an earlier turn that is sent again',
    page: 'https://chatgpt.com/',
    make: (text) =>
      call(
        chatgptUrl.conversation,
        chatgptConversationBody(HARMLESS, { earlier: [{ role: 'user', text }] }),
        JSON_TYPE,
      ),
  },
  {
    title: '[B17] the result of a tool',
    page: 'https://chatgpt.com/',
    make: (text) => call(chatgptUrl.codex, chatgptCodexBody(HARMLESS, text), JSON_TYPE),
  },
  {
    title: '[B17] an attachment that stands in the message',
    page: 'https://claude.ai/new',
    make: (text) =>
      call(
        claudeUrl.performAction,
        claudePerformActionBytes(HARMLESS, { attachments: [{ name: 'a.txt', content: text }] }),
        PROTO,
      ),
  },
  {
    title: '[B17] the thread that goes along with every message',
    page: 'https://x.com/i/grok',
    make: (text) =>
      call(xGrokUrl.respond, xGrokBody(HARMLESS, [{ message: text, sender: 1 }]), { 'content-type': 'text/plain' }),
  },
];

/** `make` puts a text into a call that cannot leave with a card number in it, and cannot be changed. */
interface Refused {
  title: string;
  page: string;
  make(text: string): Sending;
  /** How often the person is asked; default once. */
  questions?: number;
  /** What shows that the page could have sent it; default: the same with a harmless text. */
  control?: Sending;
}

const REFUSED: Refused[] = [
  {
    title: '[I35] a SignalR record split over two frames',
    page: 'https://m365.cloud.microsoft/chat',
    make: (text) => {
      const record = `${m365ChatRecord(text)}${END}`;
      const middle = record.indexOf('1111');
      return frames(m365Url.hub, record.slice(0, middle), record.slice(middle));
    },
    questions: 2,
    control: frames(m365Url.hub, `${m365ChatRecord(HARMLESS)}${END}`),
  },
  {
    title: '[I36] a Connect frame whose length lies',
    page: 'https://claude.ai/new',
    make: (text) => {
      const bytes = writeFrames([{ flags: 0, payload: claudePerformActionBytes(text) }]);
      bytes[4]! += 9;
      return call(claudeUrl.performAction, bytes, CONNECT);
    },
    control: call(
      claudeUrl.performAction,
      writeFrames([{ flags: 0, payload: claudePerformActionBytes(HARMLESS) }]),
      CONNECT,
    ),
  },
  {
    title: '[I38] an encoding that cannot be undone here',
    page: 'https://chatgpt.com/',
    make: (text) =>
      call(chatgptUrl.conversation, new TextEncoder().encode(chatgptConversationBody(text)), {
        ...JSON_TYPE,
        'content-encoding': 'br',
      }),
    control: call(chatgptUrl.conversation, chatgptConversationBody(HARMLESS), JSON_TYPE),
  },
  {
    title: '[I33] frames that only their own codec may make',
    page: 'https://www.meta.ai/',
    make: (text) => frames(metaUrl.gateway, metaPromptMessage(text)),
  },
];

/** Nobody is asked about a draft: with a card number in it, it stays here. */
const DRAFTS: Rewritten[] = [
  {
    title: '[I48][B22] what ChatGPT prepares while a person types',
    page: 'https://chatgpt.com/',
    make: (text) => call(chatgptUrl.prepare, chatgptPrepareBody(text), JSON_TYPE),
  },
  {
    title: '[I48][B22] completions while typing',
    page: 'https://chatgpt.com/',
    make: (text) => call(chatgptUrl.autocomplete, chatgptAutocompleteBody(text), JSON_TYPE),
  },
  {
    title: '[I39][I48][B22] a warm turn',
    page: 'https://claude.ai/new',
    make: (text) => call(claudeUrl.performAction, claudeWarmTurnBytes(text), PROTO),
  },
  {
    title: '[I48][B22] suggestions over a socket',
    page: 'https://www.perplexity.ai/',
    make: (text) => frames(perplexityUrl.suggest, perplexitySuggestFrame(text)),
  },
  {
    title: '[I48][B22] suggestions over an address',
    page: 'https://copilot.microsoft.com/',
    make: (text) => ({ url: `${copilotUrl.autosuggest}?q=${encodeURIComponent(text)}`, bodies: [] }),
  },
  {
    title: '[I35][I48] translation in MessagePack while typing',
    page: 'https://www.deepl.com/translator',
    make: (text) => frames(deeplSocketUrl, deeplHandshake, deeplAppendMessage(text)),
  },
];

/** The fields of a message, the last one first. */
function reversedFields(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new BinaryReader(message);
  const fields: Uint8Array[] = [];
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [field, type] = reader.tag();
    reader.skip(type, field);
    fields.unshift(message.subarray(start, reader.pos));
  }
  const writer = new BinaryWriter();
  for (const field of fields) writer.raw(field);
  return writer.finish();
}

describe.each(browsersUnderTest())('in %s', (browser) => {
  const world = useBrowser(browser);
  let page: DriverPage;
  beforeEach(() => world.server.clear());
  afterEach(() => page?.close());

  const send = (sending: Sending) => page.evaluate<string>(script(sending));
  const arrived = (text: string) => arrival(`call with “${text}”`, () => world.server.sinkContains(text));
  const cardAtServer = () => [...world.server.sinkContains(CARD), ...world.server.sinkContains('1111 1111')];

  it.each(REWRITTEN)(
    '$title: leaves with the token in place of the card',
    async ({ title, page: url, make, copies = 1 }) => {
      page = await world.driver.open(url);
      await send(make(MARK));
      await arrived(MARK);
      expect(await page.dialogText()).toBeNull();
      // What was redacted in a conversation once goes redacted again unasked, so each case has a text of its own.
      await send(make(`${SECRET} (${title})`));
      await answerDialog(page, 'Send redacted');
      await arrived('CREDIT_CARD_1');
      expect(cardAtServer()).toEqual([]);
      if (copies > 1) {
        const [entry] = world.server.sinkContains('CREDIT_CARD_1');
        expect(entry!.body.toString('utf8').split('CREDIT_CARD_1')).toHaveLength(copies + 1);
      }
    },
  );

  it.each(REFUSED)('$title: is refused', async ({ page: url, make, control, questions = 1 }) => {
    page = await world.driver.open(url);
    await send(control ?? make(HARMLESS));
    await arrived(HARMLESS);
    expect(await page.dialogText()).toBeNull();
    await send(make(SECRET));
    for (let question = 0; question < questions; question++) await answerDialog(page, 'Don’t send');
    expect(cardAtServer()).toEqual([]);
  });

  it.each(DRAFTS)('$title: stays here, and nobody is asked', async ({ page: url, make }) => {
    page = await world.driver.open(url);
    await send(make(SECRET));
    await send(make(HARMLESS));
    await arrived(HARMLESS);
    expect(cardAtServer()).toEqual([]);
    expect(await page.dialogText()).toBeNull();
  });

  it('[B22] a number typed key by key stops leaving before it says whose it is', async () => {
    page = await world.driver.open(perplexityJourney.url);
    await page.waitFor(perplexityJourney.editor);
    await page.type(perplexityJourney.editor, 'my card');
    // The page drops what it has to suggest before its socket is open.
    await arrival('socket', () => world.server.requests('/suggest/ws'));
    await sleep(TYPING_PAUSE_MS);
    for (const key of ` ${CARD}`) await page.press(key === ' ' ? 'Space' : key);
    await sleep(TYPING_PAUSE_MS);
    await arrived('my card 4111');
    expect(world.server.sinkContains('4111 11')).toEqual([]);
    expect(await page.dialogText()).toBeNull();
  });
});
