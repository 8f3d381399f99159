/** DeepSeek. One JSON call per prompt; files are uploaded before and named by id. Wire facts: 2026. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

/** Ids and settings; a solved puzzle stands in a header of every prompt and upload. */
const ids = [
  'header/x-ds-pow-response|x-hif-dliq|x-hif-leim',
  'chat_session_id',
  'client_stream_id',
  'ref_file_ids/*',
  'model_type',
  'model_preference',
  'locale',
];

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/v0\/chat\/(?:completion|edit_message|regenerate|continue)\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'prompt' }],
    protocol: ids,
    conversationAt: ['chat_session_id'],
  },
  {
    // What people write about an answer is kept with the thread.
    url: /^[^/]+\/api\/v0\/chat\/(?:message_)?feedback\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'feedback_text' }, { at: 'content' }, { at: 'feedback/**' }],
    protocol: [...ids, 'feedback_type', 'feedback_tag_ids/*'],
    conversationAt: ['chat_session_id'],
  },
  {
    url: /^[^/]+\/api\/v0\/chat_session\/update_title\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'title' }],
    protocol: ids,
    conversationAt: ['chat_session_id'],
  },
  {
    url: /^[^/]+\/api\/v0\/file\/upload_file\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    protocol: ids,
  },
];

export const deepseek = defineSite({
  id: 'deepseek',
  name: 'DeepSeek',
  provider: 'DeepSeek',
  hosts: HOSTS.deepseek,
  composer: {
    editors: ['textarea#chat-input', 'textarea.ds-scroll-area', 'textarea'],
    // Class names change with every build; the button follows the file input.
    sendButtons: ['input[type="file"] ~ div[role="button"]', 'button[type="submit"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
