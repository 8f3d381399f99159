/**
 * How the most used apps send a prompt once more. Every one of them repeats it when a call fails and when the person
 * asks for another answer; only those with a `thread` send earlier turns along, all others name the thread by its id.
 */
import { chatgptConversationBody, chatgptUrl } from '../fixtures/sites/chatgpt/bodies.ts';
import { claudeCompletionBody, claudePerformActionBytes, claudeUrl } from '../fixtures/sites/claude/bodies.ts';
import { copilotOptionsFrame, copilotSendFrame, copilotUrl } from '../fixtures/sites/copilot/bodies.ts';
import { deepseekUrl, SESSION } from '../fixtures/sites/deepseek/bodies.ts';
import { completionBody, editBody } from '../fixtures/sites/deepseek/page/wire.ts';
import { geminiStreamGenerateForm, geminiUrl } from '../fixtures/sites/gemini/bodies.ts';
import {
  grokActionBody,
  grokMessageFrame,
  grokRespondFrame,
  grokSessionFrame,
  grokUrl,
} from '../fixtures/sites/grok/bodies.ts';
import { CHAT as KIMI_CHAT, kimiUrl } from '../fixtures/sites/kimi/bodies.ts';
import { chatBody as kimiBody } from '../fixtures/sites/kimi/page/wire.ts';
import { CHAT as LE_CHAT, leChatUrl } from '../fixtures/sites/le-chat/bodies.ts';
import { chatBody, newChatBody } from '../fixtures/sites/le-chat/page/wire.ts';
import { m365ChatRecord, m365Url } from '../fixtures/sites/m365-copilot/bodies.ts';
import { metaPromptMessage, metaUrl } from '../fixtures/sites/meta-ai/bodies.ts';
import { perplexityAskBody, perplexityUrl } from '../fixtures/sites/perplexity/bodies.ts';
import { CHAT as QWEN_CHAT, qwenUrl } from '../fixtures/sites/qwen/bodies.ts';
import { completionsBody } from '../fixtures/sites/qwen/page/wire.ts';
import { call, frames, JSON_TYPE, type Sending } from './sending.ts';

export interface Replaying {
  name: string;
  page: string;
  /** The prompt as it is first sent: in a new thread where the app then has no id for it yet. */
  first(text: string): Sending;
  /** The same text again, by what the app calls it. */
  again: Record<string, (text: string) => Sending>;
  /** A new prompt with the earlier turns before it. */
  thread?(earlier: string, text: string): Sending;
}

const json = (url: string, body: object, headers = {}) => call(url, JSON.stringify(body), { ...JSON_TYPE, ...headers });
const chatgpt = (text: string, options: Parameters<typeof chatgptConversationBody>[1]) =>
  call(chatgptUrl.conversation, chatgptConversationBody(text, options), JSON_TYPE);
const claude = (text: string) =>
  call(claudeUrl.performAction, claudePerformActionBytes(text), { 'content-type': 'application/proto' });
const gemini = (text: string, conversation: string) =>
  call(geminiUrl.stream, geminiStreamGenerateForm(text, { conversation }), {
    'content-type': 'application/x-www-form-urlencoded',
  });
const copilot = (text: string) => frames(copilotUrl.socket, copilotOptionsFrame(), copilotSendFrame(text));
const perplexity = (text: string, params: object = {}) => {
  const body = JSON.parse(perplexityAskBody(text));
  return json(perplexityUrl.ask, { ...body, params: { ...body.params, ...params } });
};
const grok = (text: string) => call(grokUrl.newChat, grokActionBody(text), { 'next-action': '40a1' });
const m365 = (record: string) => frames(m365Url.hub, '{"protocol":"json","version":1}\u001e', `${record}\u001e`);
const meta = (text: string) => frames(metaUrl.gateway, metaPromptMessage(text));
const deepseek = (prompt: string, url = deepseekUrl.completion) =>
  json(url, completionBody({ session: SESSION, parent: null, prompt }));
const leChat = (text: string) => json(leChatUrl.chat, chatBody({ chat: LE_CHAT, text }));
const qwen = (text: string, change: (message: object) => object[] = (message) => [message]) => {
  const body = completionsBody({ chat: QWEN_CHAT, parent: null, text });
  return json(qwenUrl.completions, { ...body, messages: change(body.messages[0]!) });
};
const kimi = (text: string, chat?: string) =>
  call(kimiUrl.chat, kimiBody({ text, ...(chat ? { chat } : {}) }), { 'content-type': 'application/connect+json' });

export const REPLAYING: readonly Replaying[] = [
  {
    name: 'ChatGPT',
    page: 'https://chatgpt.com/',
    first: (text) => chatgpt(text, { conversation: null }),
    again: {
      retry: (text) => chatgpt(text, {}),
      regenerate: (text) => chatgpt(text, { extra: { action: 'variant' } }),
    },
    thread: (earlier, text) => chatgpt(text, { earlier: [{ role: 'user', text: earlier }] }),
  },
  {
    name: 'Claude',
    page: 'https://claude.ai/new',
    first: claude,
    again: {
      retry: claude,
      'regenerate (JSON)': (text) => call(claudeUrl.retry, claudeCompletionBody(text), JSON_TYPE),
    },
  },
  {
    name: 'Gemini',
    page: 'https://gemini.google.com/app',
    first: (text) => gemini(text, ''),
    again: { retry: (text) => gemini(text, ''), regenerate: (text) => gemini(text, 'c_1a2b3c4d5e6f') },
  },
  {
    name: 'Copilot',
    page: 'https://copilot.microsoft.com/',
    first: copilot,
    again: { retry: copilot },
  },
  {
    name: 'Perplexity',
    page: 'https://www.perplexity.ai/',
    first: (text) => perplexity(text),
    again: {
      retry: (text) => perplexity(text),
      regenerate: (text) =>
        perplexity(text, { query_source: 'retry', last_backend_uuid: '3a2b1c0d-4444-4333-8444-555566667777' }),
    },
  },
  {
    name: 'Grok',
    page: 'https://grok.com/',
    first: grok,
    again: {
      retry: grok,
      regenerate: (text) => frames(grokUrl.socket, grokSessionFrame(), grokMessageFrame(text), grokRespondFrame()),
    },
  },
  {
    name: 'Microsoft 365 Copilot',
    page: 'https://m365.cloud.microsoft/chat',
    first: (text) => m365(m365ChatRecord(text)),
    again: { retry: (text) => m365(m365ChatRecord(text)) },
    thread(earlier, text) {
      const record = JSON.parse(m365ChatRecord(text));
      record.arguments[0].previousMessages = [{ author: 'user', text: earlier, messageType: 'Chat' }];
      return m365(JSON.stringify(record));
    },
  },
  {
    name: 'Meta AI',
    page: 'https://www.meta.ai/',
    first: meta,
    again: { retry: meta },
  },
  {
    name: 'DeepSeek',
    page: 'https://chat.deepseek.com/',
    first: (text) => deepseek(text),
    again: {
      retry: (text) => deepseek(text),
      regenerate: (text) => deepseek(text, deepseekUrl.completion.replace('completion', 'regenerate')),
      edit: (text) => json(deepseekUrl.edit, editBody(SESSION, 1, text)),
    },
  },
  {
    name: 'Le Chat',
    page: 'https://chat.mistral.ai/chat',
    first: (text) => json(leChatUrl.newChat, newChatBody(text)),
    again: { retry: (text) => json(leChatUrl.newChat, newChatBody(text)), regenerate: leChat },
  },
  {
    name: 'Qwen',
    page: 'https://chat.qwen.ai/',
    first: (text) => qwen(text),
    again: {
      retry: (text) => qwen(text),
      regenerate: (text) => qwen(text, (message) => [{ ...message, user_action: 'regenerate' }]),
    },
    thread: (earlier, text) => qwen(text, (message) => [{ ...message, content: earlier }, message]),
  },
  {
    name: 'Kimi',
    page: 'https://www.kimi.com/',
    first: (text) => kimi(text),
    again: { retry: (text) => kimi(text), regenerate: (text) => kimi(text, KIMI_CHAT) },
  },
];
