/**
 * Duck.ai, on a host of its own and on duckduckgo.com, of which only the chat is governed. The whole thread goes with
 * every prompt, its pictures and files as data URLs, and a public key for the answer, which is no secret. Wire facts: 2026.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/duckchat\/v\d+\/chat\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'messages/*/content/*/name|filename', nameAt: near(-1, 'name', 'filename'), typeAt: near(-1, 'mimeType') },
      {
        at: 'messages/*/content/*/image|file|data|url',
        base64: true,
        nameAt: near(-1, 'name', 'filename'),
        typeAt: near(-1, 'mimeType'),
      },
      { at: 'messages/*/content/**', roleAt: near(2, 'role') },
      { at: 'messages/*/parts/**', roleAt: near(2, 'role') },
      { at: 'metadata/customization/**', role: 'system' },
    ],
    protocol: [
      // The bot check and its signals: fingerprints of the browser, made anew for every prompt.
      'header/x-vqd-4|x-vqd-hash-1|x-vqd-accept|x-fe-signals|x-fe-version|x-ddg-journey-id',
      'model|reasoningEffort|mode',
      'messages/*/id|role|model',
      'messages/*/content|parts/*/type|mimeType|id|toolCallId|state',
      'metadata/toolChoice/**',
      // A public key (JSON Web Key) and ids.
      'durableStream/**',
    ],
    conversationAt: ['durableStream/conversationId'],
  },
];

export const duckAi = defineSite({
  id: 'duck-ai',
  name: 'Duck.ai',
  provider: 'DuckDuckGo',
  hosts: HOSTS['duck-ai'],
  own: /^(?:[^/]+\.)?duck\.ai\/|^(?:[^/]+\.)?duckduckgo\.com\/(?:duckchat(?:\/|$)|[^?]*\?(?:[^#]*&)?ia=chat(?:&|$))/,
  composer: {
    editors: ['textarea[name="user-prompt"]'],
    sendButtons: [
      'button[type="submit"][aria-label="Send"]',
      'form:has(textarea[name="user-prompt"]) button[type="submit"]',
    ],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
