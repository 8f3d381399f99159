/**
 * v0. A message is a list of parts; the answer comes as lines of JSON. Files go to Vercel Blob with a token the app gives
 * out (vercel.com/docs/vercel-blob, client uploads); which of its addresses gives it is not known, so that is a guess.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const FILE = { nameAt: near(-1, 'name', 'fileName', 'filename'), typeAt: near(-1, 'contentType', 'mimeType') };

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/chat\/api\/chat\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'messageContent/parts/*/content' },
      { at: 'messageContent/parts/*/name|fileName|filename', ...FILE },
      { at: 'attachments/*/name|fileName|filename|content', ...FILE },
      { at: 'messageContent/**' },
      { at: 'mcpServers/**', role: 'tool' },
    ],
    protocol: [
      'chatId',
      'messageId',
      'parentId',
      'team',
      'permissionsMode',
      'modelConfiguration/**',
      'optimisticConnectedIntegrations/**',
      // Names of variables, never their values.
      'optimisticEnvVarKeys/*',
      'messageContent/type|version',
      'messageContent/parts/*/id|type|url|contentType|mimeType',
      'attachments/*/id|type|url|contentType|mimeType',
    ],
    conversationAt: ['chatId'],
  },
  {
    // Asks for the permission to store one file.
    url: /^[^/]+\/chat\/api\/(?:[\w-]+\/)*(?:[\w-]*upload[\w-]*|blob|attachments?|files?)\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [{ at: 'payload/pathname', nameAt: near(1, 'pathname') }],
    protocol: ['type', 'payload/callbackUrl'],
  },
  storeCall(/^(?:vercel\.com\/api\/blob|(?:[\w-]+\.)*blob\.vercel-storage\.com)(?:\/|$)/),
];

export const v0 = defineSite({
  id: 'v0',
  name: 'v0',
  provider: 'Vercel',
  hosts: HOSTS.v0,
  stores: ['vercel.com', '*.blob.vercel-storage.com'],
  composer: {
    editors: ['.tiptap.ProseMirror[contenteditable="true"]', 'form textarea'],
    sendButtons: ['[data-testid="prompt-form-send-button"]', 'form button[type="submit"]'],
    editorKind: 'tiptap',
  },
  // `url` makes v0 fetch what stands there.
  promptParameters: ['q', 'prompt', 'url'],
  calls,
});
