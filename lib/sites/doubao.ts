/**
 * Doubao. The content of a message is JSON in a string (`{"text":…}`); newer builds send blocks. Files go to the object
 * store in one piece. Wire facts: 2026.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const MESSAGE = 'messages/*';
/** A block holds an object, or JSON in a string. */
const BLOCK = `${MESSAGE}/content_block/*/content`;

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/(?:samantha\/)?chat\/completion\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    nestedAt: [`${MESSAGE}/content`, BLOCK],
    text: [
      { at: `${MESSAGE}/attachments/*/name|file_name`, nameAt: near(-1, 'name', 'file_name') },
      { at: `${BLOCK}/attachment_block/attachments/*/file/name`, nameAt: near(-1, 'name') },
      { at: `${MESSAGE}/references/*/text|content` },
      { at: `${MESSAGE}/content/**`, roleAt: near(2, 'role') },
      { at: `${BLOCK}/**`, roleAt: near(2, 'role') },
    ],
    protocol: [
      // Device, session and signature that the app's own code puts into every address.
      'url/device_id|web_id|tea_uuid|web_tab_id|fp|msToken|a_bogus|X-Bogus|pc_version|version_code|aid|real_aid|region|sys_region',
      'header/x-tt-passport-csrf-token|x-flow-trace|agw-js-conv',
      'conversation_id|local_conversation_id|local_message_id|section_id|bot_id',
      'client_meta/**',
      'completion_option/**',
      'evaluate_option/**',
      'option/**',
      'ext/**',
      `${MESSAGE}/id|local_message_id|message_id|role|type`,
      `${MESSAGE}/attachments/*/key|uri|url|type|identifier|file_review_state|file_parse_state`,
      `${MESSAGE}/attachments/*/extra/**`,
      `${MESSAGE}/content/ratio|model|style`,
      `${MESSAGE}/content_block/*/block_id|parent_id|meta_info/**`,
      `${BLOCK}/attachment_block/attachments/*/identifier|type|parse_state|review_state`,
      `${BLOCK}/attachment_block/attachments/*/file/uri|url|key|type`,
    ],
    conversationAt: ['client_meta/conversation_id', 'conversation_id'],
  },
  {
    // What a thread is called.
    url: /^[^/]+\/(?:samantha\/thread\/update|im\/conversation\/(?:update|rename)\w*)\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'name|title' }],
    protocol: ['conversation_id|thread_id'],
    conversationAt: ['conversation_id|thread_id'],
  },
  storeCall(/^[^/]+\.(?:snssdk|bytedanceapi|volces|douyin|bytevcloudapi)\.com\/(?:upload|tos)\//, {
    protocol: ['header/content-disposition|content-crc32|x-storage-u|x-tos-date'],
  }),
];

export const doubao = defineSite({
  id: 'doubao',
  name: 'Doubao',
  provider: 'ByteDance',
  hosts: HOSTS.doubao,
  stores: ['*.snssdk.com', '*.bytedanceapi.com', '*.volces.com', '*.douyin.com', '*.bytevcloudapi.com'],
  composer: {
    editors: ['textarea[data-testid="chat_input_input"]', 'textarea.semi-input-textarea'],
    sendButtons: ['#flow-end-msg-send', 'button[data-testid="chat_input_send_button"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'query', 'prompt'],
  calls,
});
