/**
 * Z.ai. The whole thread goes with every prompt, the new one twice: the page signs a copy of it. A new thread is stored
 * with its first prompt before the answer is asked for. Wire facts: 2026.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const FILE_NAME = { nameAt: near(-1, 'name', 'filename') };
/** The app's record of an uploaded file. */
const fileNames = (file: string) =>
  [`${file}/name`, `${file}/file/filename`, `${file}/file/meta/name`].map((at) => ({
    at,
    ...FILE_NAME,
    copy: true as const,
  }));
const fileIds = (file: string) => [
  `${file}/id|itemId|url|type|status|collection_name|media|ref_user_msg_id`,
  `${file}/file/id|user_id|hash`,
  `${file}/file/meta/content_type|oss_endpoint|cdn_url`,
];
const stored = ['chat/messages/*', 'chat/history/messages/*'];

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/(?:v\d+\/)?chat\/completions\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      ...fileNames('files/*'),
      { at: 'messages/*/content/**', roleAt: near(2, 'role') },
      { at: 'signature_prompt', copy: true },
    ],
    protocol: [
      // Who asks, from what kind of browser, and the signature over all of it.
      'url/**',
      'header/x-signature|x-fe-version|x-region',
      'model|chat_id|session_id|id|current_user_message_id|current_user_message_parent_id|captcha_verify_param',
      'messages/*/role|id',
      'messages/*/content/*/type',
      'params/**',
      'features/**',
      // Name of the account, place, date and time zone for the app's own system prompt.
      'variables/**',
      'mcp_servers/**',
      'background_tasks/**',
      ...fileIds('files/*'),
    ],
    conversationAt: ['chat_id'],
  },
  {
    url: /^[^/]+\/api\/v\d+\/chats\/(?:new|(?<conversation>[\w-]{8,}))\/?$/,
    methods: ['POST', 'PUT'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'chat/title' },
      ...stored.flatMap((at) => fileNames(`${at}/files/*`)),
      { at: 'chat/messages/*/content/**', roleAt: near(3, 'role') },
      { at: 'chat/history/messages/*/content/**', roleAt: near(4, 'role') },
    ],
    protocol: [
      'chat/id|models|tags|flags|features|mcp_servers|params|extra|type|reasoning_effort/**',
      'chat/history/currentId',
      ...stored.flatMap((at) => [`${at}/id|parentId|role|model|modelName`, `${at}/childrenIds|models/*`]),
      ...stored.flatMap((at) => fileIds(`${at}/files/*`)),
    ],
  },
  {
    url: /^[^/]+\/api\/v\d+\/files\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    protocol: ['chat_id|type'],
  },
];

export const zAi = defineSite({
  id: 'z-ai',
  name: 'Z.ai',
  provider: 'Zhipu',
  hosts: HOSTS['z-ai'],
  composer: {
    editors: ['textarea#chat-input', '#chat-input'],
    sendButtons: ['#send-message-button'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
