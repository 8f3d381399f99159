/**
 * Replit's agent. MessagePack over sockets; opened by address, the prompt is packed. Pictures of the account go as data
 * URLs (older clients); how files reach the agent nobody has published, so that such a call is judged as one of unknown
 * address.
 */
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const calls: SiteCall[] = [
  {
    // Which messages the agent's socket knows is not public: every string in them counts.
    url: /^(?:[\w-]+\.)*replit\.com\/(?:[\w@.-]+\/)*[\w-]*(?:agent|assistant|ai-chat)[\w-]*(?:\/|$)/i,
    methods: ['GET', 'POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['msgpack', 'json'],
    text: [
      { at: 'content|text|prompt|message' },
      { at: 'payload|body|data|message/content|text|prompt' },
      { at: 'payload|body|data/message/content|text|prompt' },
      { at: 'messages/*/content' },
    ],
    protocol: [
      'url/**',
      'type|id|sessionId|replId|channel|event|requestId|mode|model|timestamp',
      'payload|body|data|message/type|id|sessionId|replId|role|mode|model|timestamp',
      'messages/*/id|role|type',
    ],
    conversationAt: ['sessionId', 'payload/sessionId'],
  },
  {
    url: /^replit\.com\/data\/images\/upload\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [{ at: 'image', base64: true }],
    protocol: ['context'],
  },
];

export const replit = defineSite({
  id: 'replit',
  name: 'Replit',
  provider: 'Replit',
  hosts: HOSTS.replit,
  composer: {
    editors: ['[data-cy="ai-chat-input"] .cm-content', 'form .cm-content', '.cm-content[aria-label*="gent" i]'],
    sendButtons: ['[data-cy="ai-prompt-submit"]', 'form button[type="submit"]', 'button[aria-label="Send"]'],
    editorKind: 'codemirror',
  },
  promptParameters: ['prompt', 'q'],
  packedParameters: ['prompt'],
  calls,
});
