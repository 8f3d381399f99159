/** Qwen Chat. Messages in the form of OpenAI's API; files go to Alibaba's object store. Wire facts: 2026. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const FILE_NAME = { nameAt: near(-1, 'name', 'filename'), typeAt: near(-1, 'file_type', 'type') };
/** The app's record of an uploaded file; the name stands in it up to five times. */
const FILE = 'messages/*/files/*';
const FILE_NAMES = [`${FILE}/name`, `${FILE}/file/filename`, `${FILE}/file/meta/name`];

/** Of the object store's interface, and of the app's bot check. */
const HEADERS = 'header/x-oss-security-token|x-oss-date|x-oss-user-agent|x-request-id|timezone|bx-ua|bx-umidtoken|bx-v';

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/(?:v2\/)?chat\/completions\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      ...FILE_NAMES.map((at) => ({ at, ...FILE_NAME })),
      { at: 'messages/*/content/**', roleAt: near(2, 'role') },
      { at: 'messages/*/feature_config/instructions/**', role: 'system' },
    ],
    protocol: [
      HEADERS,
      'url/chat_id',
      'chat_id|parent_id|session_id|id|model|version|chat_mode|chat_type|sub_chat_type|size',
      'messages/*/id|fid|parentId|parent_id|role|user_action|chat_type|sub_chat_type',
      'messages/*/childrenIds|models/*',
      'messages/*/content/*/type',
      'messages/*/feature_config/*',
      'messages/*/extra/**',
      // Ids, type, state and presigned address of an uploaded file.
      `${FILE}/id|itemId|uploadTaskId|url|type|file_type|showType|file_class|status|collection_name|size`,
      `${FILE}/file/id|user_id|hash`,
      `${FILE}/file/meta/content_type|size`,
    ],
    conversationAt: ['chat_id', 'url/chat_id'],
  },
  {
    url: /^[^/]+\/api\/v[12]\/chats\/(?:new|(?<conversation>[\w-]{8,}))\/?$/,
    methods: ['POST', 'PUT'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'title' },
      { at: 'chat/title' },
      // Older builds store the whole thread themselves.
      { at: 'chat/messages/*/content/**', roleAt: near(3, 'role') },
      { at: 'chat/history/messages/*/content/**', roleAt: near(4, 'role') },
    ],
    protocol: [
      HEADERS,
      'models/*',
      'id|chat_mode|chat_type|project_id',
      'chat/id|models|tags/**',
      'chat/messages/*/id|parentId|role|model|modelName',
      'chat/history/currentId',
      'chat/history/messages/*/id|parentId|role|model|modelName',
      'chat/history/messages/*/childrenIds|models/*',
    ],
  },
  {
    // A title, tags or questions to go on with, made out of the thread.
    url: /^[^/]+\/api\/(?:v[12]\/)?tasks?\/\w+\/completions\/?$/,
    methods: ['POST'],
    kind: 'draft',
    channel: 'draft',
    formats: ['json'],
    text: [{ at: 'prompt' }, { at: 'messages/*/content/**', roleAt: near(2, 'role') }],
    protocol: [HEADERS, 'model|chat_id|type', 'messages/*/role|id'],
    conversationAt: ['chat_id'],
  },
  {
    // Announces a file by name; the bytes follow to the object store.
    url: /^[^/]+\/api\/v[12]\/files\/getstsToken\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [{ at: 'filename', nameAt: near(0, 'filename') }],
    protocol: [HEADERS, 'filetype|filesize'],
  },
  storeCall(/^[^/]+\.aliyuncs\.com\//, { protocol: [HEADERS] }),
  {
    url: /^[^/]+\/api\/v[12]\/files\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    protocol: [HEADERS],
  },
];

export const qwen = defineSite({
  id: 'qwen',
  name: 'Qwen',
  provider: 'Alibaba',
  hosts: HOSTS.qwen,
  stores: ['*.aliyuncs.com'],
  composer: {
    editors: ['textarea.message-input-textarea', '#chat-input', 'textarea'],
    sendButtons: ['.omni-button-content-btn', '#send-message-button', 'button.send-button'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'text', 'prompt'],
  calls,
});
