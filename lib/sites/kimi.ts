/**
 * Kimi. Streaming Connect calls: one frame of JSON in a buffer, also for what other apps send as plain JSON. Older
 * accounts and the Chinese host still speak JSON without frames. Wire facts: 2026.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const RPC = '^[^/]+/apiv2/kimi\\.gateway\\.';
const rpc = (service: string, methods: string) => new RegExp(`${RPC}${service}/(?:${methods})/?$`);

/** Ids of device, session and account that go with every call. */
const HEADERS = 'header/x-msh-device-id|x-msh-session-id|x-traffic-id|x-msh-shield-data|r-timezone|x-amz-date';

const calls: SiteCall[] = [
  {
    url: rpc('chat\\.v\\d+\\.ChatService', 'Chat|\\w*(?:Send|Create|Edit|Regenerate|Resend)\\w*'),
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'message/blocks/*/file/name', nameAt: near(-1, 'name'), typeAt: near(-1, 'content_type') },
      { at: 'message/blocks/*/text/content', roleAt: near(1, 'role') },
      { at: 'chat/name' },
    ],
    protocol: [
      HEADERS,
      'chat_id|project_id|scenario|kimi_plus_id',
      'tools/**',
      'message/id|parent_id|role|scenario',
      'message/blocks/*/id|message_id|parent_id',
      // Id, type and presigned addresses of an uploaded file.
      'message/blocks/*/file/id|content_type|size|status|sign_url|preview_url|thumbnail_url',
      'options/**',
      'chat/id',
    ],
    conversationAt: ['chat_id'],
  },
  {
    // Names of threads, instructions for projects, notes for the app's memory.
    url: rpc(
      '(?:chat|project|memory|user)\\.v\\d+\\.\\w+Service',
      '(?:Update|Create|Rename|Add|Set)(?:Chat|Project|Memory|Memories|Instruction)\\w*',
    ),
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: ['chat', 'project', 'memory'].map((at) => ({ at: `${at}/name|title|content|description|instruction` })),
    protocol: [HEADERS, 'chat|project|memory/id', 'chat_id|project_id', 'update_mask/**', 'update_mask'],
  },
  {
    url: /^[^/]+\/api\/chat\/(?<conversation>[\w-]+)\/completion\/stream\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'refs_file/*/name', nameAt: near(-1, 'name'), typeAt: near(-1, 'content_type') },
      { at: 'messages/*/content/**', roleAt: near(2, 'role') },
    ],
    protocol: [
      HEADERS,
      'kimiplus_id|model',
      'messages/*/role',
      'refs/*',
      'refs_file/**',
      'extend/**',
      'history/**',
      'scene_labels/*',
    ],
  },
  {
    url: /^[^/]+\/apiv2-files\/file\/upload\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    protocol: [HEADERS, 'type|purpose|chat_id'],
  },
  {
    // The older way: ask for an address, put the bytes there, register the file.
    url: /^[^/]+\/api\/(?:pre-sign-url|file)\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [{ at: 'name', nameAt: near(0, 'name') }],
    protocol: [HEADERS, 'action|type|object_name|file_id|chat_id'],
  },
  storeCall(/^[^/]+\.(?:volces|aliyuncs|myqcloud|moonshot)\.(?:com|cn)\//, { methods: ['PUT'], protocol: [HEADERS] }),
];

export const kimi = defineSite({
  id: 'kimi',
  name: 'Kimi',
  provider: 'Moonshot',
  hosts: HOSTS.kimi,
  stores: ['*.volces.com', '*.aliyuncs.com', '*.myqcloud.com', '*.moonshot.cn'],
  composer: {
    editors: ['.chat-input-editor', 'div[data-lexical-editor="true"]'],
    sendButtons: ['.send-button', '.send-button-container'],
    editorKind: 'lexical',
  },
  promptParameters: ['q', 'prompt', 'prefill_prompt'],
  calls,
});
