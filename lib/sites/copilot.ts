/** Microsoft Copilot for consumers. JSON frames over one socket whose address holds the access token. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

/** Frames of the socket, and bodies of the builds that stream over HTTP. */
const chat = {
  kind: 'prompt',
  channel: 'typed',
  formats: ['json'],
  text: [{ at: 'content/*/text' }, { at: 'text' }],
  protocol: [
    'url/**',
    'event|mode|conversationId|messageId|partId|channel|timestamp',
    // The answer to a bot check.
    'token|method',
    'content/*/type|url|partId|attachmentId',
    'supportedFeatures|supportedCards|supportedActions|grantedConsents/*',
    'ads/supportedTypes/*',
    'context/edge',
  ],
  conversationAt: ['conversationId'],
} satisfies Partial<SiteCall>;

const calls: SiteCall[] = [
  { ...chat, url: /^copilot\.microsoft\.com\/c\/api\/chat\/?$/, methods: ['GET', 'POST'] },
  {
    url: /^copilot\.microsoft\.com\/c\/api\/(?:[\w-]+\/)*auto-?suggest\w*$/i,
    methods: ['GET', 'POST'],
    kind: 'draft',
    channel: 'draft',
    formats: ['json', 'form', 'none'],
    text: [{ at: 'q|query|text|prompt|input' }, { at: 'url/q|query|text|prompt|input' }],
    protocol: [
      'conversationId|locale|market|mode',
      'url/conversationId|locale|market|mode|api-version|clientSessionId',
    ],
  },
  {
    url: /^copilot\.microsoft\.com\/c\/api\/attachments$/,
    methods: ['POST', 'PUT'],
    kind: 'upload',
    channel: 'file',
    formats: ['text', 'multipart'],
    file: true,
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: '**' }],
    protocol: ['url/**'],
  },
];

export const copilot = defineSite({
  id: 'copilot',
  name: 'Microsoft Copilot',
  provider: 'Microsoft',
  hosts: HOSTS.copilot,
  composer: {
    editors: ['textarea#userInput', '#userInput'],
    sendButtons: [
      '[data-testid="submit-button"]',
      'button[title="Submit message"]',
      'button[aria-label="Submit message"]',
    ],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
