/**
 * HuggingChat, on a host it shares with the rest of Hugging Face. A prompt is a form with a JSON field and its files,
 * which stand in it as base64 text under names like `base64;notes.txt`. Wire: github.com/huggingface/chat-ui, 2026.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const CHAT = '^huggingface\\.co/chat';
const at = (path: string) => new RegExp(`${CHAT}/${path}/?$`);

const calls: SiteCall[] = [
  {
    url: at('conversation/(?<conversation>[\\w-]+)'),
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['multipart'],
    text: [
      { at: 'files/filename', nameAt: near(-1, 'filename') },
      { at: 'files', base64: true },
      { at: 'data/inputs' },
    ],
    protocol: [
      'data/id|generationId|resumeElicitationId|timezone',
      'data/selectedMcpServerNames/*',
      'data/selectedMcpServers/*/name|url',
    ],
  },
  {
    // A new thread, with the system prompt of the model's settings.
    url: at('(?:api/v2/)?conversations?'),
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'preprompt', role: 'system' }, { at: 'inputs' }],
    protocol: ['model|fromShare|assistantId'],
  },
  {
    url: at('(?:api/v2/)?conversations?/(?<conversation>[\\w-]+)'),
    methods: ['PATCH', 'PUT'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'title' }],
    protocol: ['model'],
  },
  {
    url: at('(?:api/v2/user/)?settings'),
    methods: ['POST', 'PATCH', 'PUT'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'customPrompts/*', role: 'system' }],
    protocol: ['activeModel|streamingMode|billingOrganization', 'reasoningEffort|providerOverrides/**'],
  },
  {
    url: at('api/transcribe'),
    methods: ['POST'],
    kind: 'upload',
    channel: 'voice',
    formats: ['text'],
    file: true,
    text: [{ at: '**' }],
  },
];

export const huggingchat = defineSite({
  id: 'huggingchat',
  name: 'HuggingChat',
  provider: 'HuggingFace',
  hosts: HOSTS.huggingchat,
  own: new RegExp(`${CHAT}(?:/|$)`),
  composer: {
    editors: ['form textarea[placeholder="Ask anything"]', 'form textarea'],
    sendButtons: ['form button[type="submit"]', 'button[aria-label="Send message"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
