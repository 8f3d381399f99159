/**
 * DeepL's translator. SignalR in MessagePack over a socket; extension type 4 holds protobuf with what was typed. A frame
 * leaves with nearly every keystroke, so nobody is asked about one: it leaves, or it stays. Documents go in a form to a
 * host of their own (seen in 2024).
 */
import { near } from './call-shape.ts';
import { protobufSchema } from './codecs/protobuf.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const calls: SiteCall[] = [
  {
    url: /^(?:ita|oneshot|write)(?:-free|-pro)?\.www\.deepl\.com\/v\d\/sessions(?:\/|$)/,
    methods: ['GET'],
    kind: 'draft',
    channel: 'draft',
    formats: ['signalr'],
    strict: true,
    // Message type, headers, invocation, method, arguments.
    text: [{ at: '*/4/**' }],
    protocol: ['url/**', '*/1/**', '*/2', '*/3', '*/protocol'],
  },
  {
    // Languages and settings of the session.
    url: /^(?:ita|oneshot|write)(?:-free|-pro)?\.www\.deepl\.com\/v\d\/startSession$/,
    methods: ['POST'],
    kind: 'draft',
    channel: 'draft',
    formats: ['protobuf'],
    protobuf: protobufSchema(['2', '2/1'], []),
    text: [],
    protocol: ['url/**'],
  },
  {
    url: /^document-translation(?:-free|-pro)?\.www\.deepl\.com\/documentTranslation\/upload\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    protocol: ['url/**'],
  },
];

export const deepl = defineSite({
  id: 'deepl',
  name: 'DeepL',
  provider: 'DeepL',
  hosts: HOSTS.deepl,
  composer: {
    editors: [
      'd-textarea[name="source"] [contenteditable="true"]',
      '[data-testid="translator-source-input"]',
      'd-textarea [contenteditable="true"]',
    ],
    sendButtons: ['button[data-testid="translator-submit"]'],
    editorKind: 'lexical',
  },
  promptParameters: [],
  calls,
});
