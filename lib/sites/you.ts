/**
 * You.com. A prompt is the query of a GET (an event source), which nobody can rewrite on its way: it is redacted in the
 * composer, before the page builds the address, or refused. The thread so far stands in the query as JSON. Wire: 2026.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/streamingSearch\/?$/,
    methods: ['GET', 'POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['none', 'json'],
    text: [
      { at: 'url/q' },
      { at: 'url/chat/*/question|user' },
      { at: 'url/chat/*/answer|assistant', role: 'assistant' },
      {
        at: 'url/userFiles|sources/*/user_filename|filename',
        nameAt: near(-1, 'user_filename', 'filename'),
        typeAt: near(-1, 'type'),
      },
      { at: 'q|query' },
      { at: 'chat/*/question|user' },
      { at: 'chat/*/answer|assistant', role: 'assistant' },
    ],
    nestedAt: ['url/chat', 'url/userFiles|sources'],
    protocol: [
      'url/page|count|safeSearch|mkt|domain|use_personalization_extraction|enable_agent_clarification_questions',
      'url/chatId|traceId|queryTraceId|conversationTurnId|pastChatLength|selectedChatMode|selectedAiModel|use_nested_youchat_updates',
      'url/userFiles|sources/*/filename_on_server|type|source_type|size_in_bytes|size',
      'chatId|traceId|conversationTurnId|selectedChatMode|selectedAiModel',
    ],
    conversationAt: ['url/chatId', 'chatId'],
  },
  {
    url: /^[^/]+\/api\/upload\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    protocol: ['header/x-upload-nonce'],
  },
];

export const you = defineSite({
  id: 'you',
  name: 'You.com',
  provider: 'You.com',
  hosts: HOSTS.you,
  composer: {
    editors: ['textarea#search-input-textarea', 'textarea[data-testid="qb-textarea"]', 'textarea'],
    sendButtons: ['button[data-testid="qb-submit-button"]', 'form button[type="submit"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q'],
  calls,
});
