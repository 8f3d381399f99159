/** Gemini. Calls are forms whose `f.req` field is JSON that holds JSON in a string, positional all the way down. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const calls: SiteCall[] = [
  {
    url: /^gemini\.google\.com\/(?:u\/\d+\/)?_\/BardChatUi\/data\/assistant\.lamda\.BardFrontendService\/StreamGenerate$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['form'],
    nestedAt: ['f.req', 'f.req/1'],
    text: [
      { at: 'f.req/1/0/0' },
      // Names of the files uploaded before.
      { at: 'f.req/1/0/3/*/1', nameAt: near(-1, '1') },
    ],
    protocol: [
      // Cross-site token of the session, and what the address says about the build of the page.
      'at',
      'url/bl|f.sid|hl|_reqid|rt|pageId|source-path|authuser',
      // References of uploaded files.
      'f.req/1/0/3/*/0/**',
      // Language, ids of conversation and answers, the bot check's token and digest.
      'f.req/1/1/**',
      'f.req/1/2/**',
      'f.req/1/3',
      'f.req/1/4',
    ],
    conversationAt: ['f.req/1/2/0'],
  },
  // Resumable upload: first the name (`File name: …`), then the bytes.
  storeCall(/^(?:content-push\.googleapis\.com|push\.clients6\.google\.com)\/upload(?:\/|$)/),
];

export const gemini = defineSite({
  id: 'gemini',
  name: 'Gemini',
  provider: 'Google',
  hosts: HOSTS.gemini,
  composer: {
    editors: ['rich-textarea div.ql-editor', 'div.ql-editor[contenteditable="true"]'],
    sendButtons: ['button.send-button', 'button[aria-label="Send message"]'],
    editorKind: 'quill',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
