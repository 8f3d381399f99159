/** Venice. The thread goes to a host of its own with every prompt; files are read in the page and stand in the prompt. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const FILE = { nameAt: near(-1, 'name', 'fileName'), typeAt: near(-1, 'mimeType', 'type') };

const protocol = [
  'id|requestId|messageId|conversationId|userId|characterId',
  'modelId|modelName|modelType|conversationType|type|format|aspectRatio|resolution|quality|stylePreset',
  'textToSpeech/**',
  'prompt/*/id|role|messageId|createdAt',
  'prompt/*/content/*/type',
];

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/inference\/chat\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'prompt/*/content/**', roleAt: near(2, 'role') },
      { at: 'prompt/*/imagePath/**', base64: true },
      { at: 'prompt/*/files|attachments/*/content|text|data|name|fileName', base64: true, ...FILE },
      { at: 'systemPrompt', role: 'system' },
      { at: 'character/**', role: 'system' },
    ],
    protocol,
    conversationAt: ['conversationId'],
  },
  {
    // Pictures, films and speech made from a text.
    url: /^[^/]+\/api\/inference\/(?:image|video|speech|music)\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'prompt' }, { at: 'negativePrompt' }, { at: 'text' }],
    protocol,
  },
];

export const venice = defineSite({
  id: 'venice',
  name: 'Venice',
  provider: 'Venice',
  hosts: HOSTS.venice,
  composer: {
    editors: ['textarea[name="prompt-textarea"]', 'form textarea'],
    sendButtons: ['button[aria-label="submit"]', 'form button[type="submit"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
