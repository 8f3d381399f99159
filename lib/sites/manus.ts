/**
 * Manus. Socket.IO events for what is said, Connect calls for the rest. A file is announced by name and put into the
 * app's bucket at a presigned address: so the public interface has it (POST `/v1/files`); the page's own call is not known.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

/** Every frame is a list of packets; an event is its name and its arguments. */
const inEvents = (...fields: string[]) => fields.map((field) => `*/1/${field}`);

const calls: SiteCall[] = [
  {
    url: /^api\.manus\.im\/socket\.io\/?$/,
    methods: ['GET', 'POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['socket.io'],
    text: [
      ...inEvents('contents/*/value', 'content', 'text').map((at) => ({ at })),
      { at: '*/1/attachments/*/filename', nameAt: near(-1, 'filename'), typeAt: near(-1, 'contentType') },
      { at: '*/1/contents/*/filename', nameAt: near(-1, 'filename') },
    ],
    protocol: [
      'url/**',
      '*/0|token',
      ...inEvents('id|type|sessionId|messageType|taskMode|timestamp|messageStatus|locale|tz|clientType'),
      ...inEvents('contents/*/type', 'attachments/*/id|url|contentType|type', 'extData/**'),
    ],
    conversationAt: inEvents('sessionId'),
  },
  {
    url: /^api\.manus\.im\/session\.v1\.\w+\/\w+$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json', 'protobuf'],
    text: [{ at: 'contents/*/value' }, { at: 'content|text|title|prompt|query' }],
    protocol: ['id|sessionId|sessionUid|type|locale|tz|pageToken|orderBy|filter', 'contents/*/type'],
    conversationAt: ['sessionId', 'sessionUid'],
  },
  {
    url: /^(?:api|open)\.manus\.im\/(?:v\d+\/files|[\w.]*\.v1\.\w*File\w*\/\w+)\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [{ at: 'filename|fileName|name', nameAt: near(0, 'filename', 'fileName', 'name') }],
    protocol: ['contentType|type|sessionId|sessionUid'],
  },
  storeCall(/^vida-private\.s3[\w.-]*\.amazonaws\.com\//),
];

export const manus = defineSite({
  id: 'manus',
  name: 'Manus',
  provider: 'Manus',
  hosts: HOSTS.manus,
  stores: ['vida-private.s3.us-east-1.amazonaws.com', 'vida-private.s3.amazonaws.com'],
  composer: {
    editors: [
      '[data-testid="chat-input"] [contenteditable="true"]',
      'form [contenteditable="true"]',
      'div[contenteditable="true"]',
    ],
    sendButtons: ['button:has(path[d^="M7.91699"])', 'button[aria-label="Send"]'],
    editorKind: 'contenteditable',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
