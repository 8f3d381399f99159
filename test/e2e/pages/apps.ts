/** How a person meets each app: where to write, how to send, where the answer stands, and which call carries the prompt. */
import { gunzipSync } from 'node:zlib';
import type { SinkEntry } from '../../fixtures/server/sink.ts';
import { lengthDelimitedFields } from '../../fixtures/sites/claude/page/wire.ts';

export interface AppPage {
  name: string;
  url: string;
  editor: string;
  send: string;
  answer: string;
  /** The prompt in a call that carries one; null for every other call. */
  promptOf(entry: SinkEntry): string | null;
}

const pathOf = ({ url }: SinkEntry) => new URL(url).pathname;
const PERFORM_ACTION = '/claudeai-rpc/anthropic.bard.api.v1alpha.ConversationService/PerformAction';
const STREAM_GENERATE = '/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate';

const claude = {
  editor: '[data-testid=chat-input]',
  send: 'button[aria-label="Send message"]',
  answer: '[data-testid=assistant-message]',
};

export const APP_PAGES: AppPage[] = [
  {
    name: 'ChatGPT',
    url: 'https://chatgpt.com/',
    editor: '#prompt-textarea',
    send: '[data-testid=send-button]',
    answer: '[data-message-author-role=assistant]',
    promptOf(entry) {
      if (pathOf(entry) !== '/backend-api/f/conversation') return null;
      return JSON.parse(entry.body.toString('utf8')).messages.at(-1).content.parts.join('');
    },
  },
  {
    name: 'Claude (protobuf)',
    url: 'https://claude.ai/new',
    ...claude,
    promptOf(entry) {
      if (pathOf(entry) !== PERFORM_ACTION) return null;
      const body = entry.headers['content-encoding'] === 'gzip' ? gunzipSync(entry.body) : entry.body;
      const message = lengthDelimitedFields(body).get(2)?.[0];
      return message === undefined ? null : new TextDecoder().decode(lengthDelimitedFields(message).get(3)![0]);
    },
  },
  {
    name: 'Claude (JSON)',
    url: 'https://claude.ai/new?wire=json',
    ...claude,
    promptOf: (entry) =>
      pathOf(entry).endsWith('/completion') ? JSON.parse(entry.body.toString('utf8')).prompt : null,
  },
  {
    name: 'Gemini',
    url: 'https://gemini.google.com/app',
    editor: 'rich-textarea div.ql-editor',
    send: 'button.send-button',
    answer: 'message-content',
    promptOf(entry) {
      if (pathOf(entry) !== STREAM_GENERATE) return null;
      const outer = JSON.parse(new URLSearchParams(entry.body.toString('utf8')).get('f.req')!);
      return JSON.parse(outer[1])[0][0];
    },
  },
];
