/** ChatGPT. Wire facts: late 2026; they change within weeks, and unknown places in a body are read all the same. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const MESSAGE_ROLE = near(2, 'author/role');

/** Prompt and draft share one body: the thread's new messages, and while typing a `partial_query`. */
const conversation = {
  methods: ['POST'],
  formats: ['json'],
  text: [
    { at: 'messages/*/metadata/attachments/*/name', nameAt: near(-1, 'name'), typeAt: near(-1, 'mime_type') },
    { at: 'messages/*/content/**', roleAt: MESSAGE_ROLE },
    { at: 'partial_query/content/**' },
    { at: 'partial_query/metadata/attachments/*/name', nameAt: near(-1, 'name'), typeAt: near(-1, 'mime_type') },
  ],
  protocol: [
    'action',
    'model',
    'conversation_id',
    'parent_message_id',
    'websocket_request_id',
    'timezone',
    'messages|partial_query/*/id',
    'messages/*/author/role',
    'messages/*/content/content_type',
    'messages/*/content/parts/*/content_type|asset_pointer|mime_type|format',
    'messages/*/metadata/attachments/*/id|mime_type|source|library_file_id',
    'partial_query/id',
    'partial_query/author/role',
    'partial_query/content/content_type',
    // Starters the app itself offered for an empty chat.
    'suggestions/*',
  ],
  conversationAt: ['conversation_id'],
} satisfies Partial<SiteCall>;

const calls: SiteCall[] = [
  {
    ...conversation,
    url: /^[^/]+\/backend-(?:api|anon)\/(?:f\/)?conversation\/?$/,
    kind: 'prompt',
    channel: 'typed',
  },
  {
    ...conversation,
    url: /^[^/]+\/backend-(?:api|anon)\/(?:f\/)?conversation\/prepare\/?$/,
    kind: 'draft',
    channel: 'draft',
  },
  {
    ...conversation,
    url: /^[^/]+\/backend-(?:api|anon)\/(?:f\/)?conversation\/experimental\/generate_autocompletions\/?$/,
    kind: 'draft',
    channel: 'draft',
    text: [...conversation.text, { at: 'input_text' }],
  },
  {
    // Codex speaks the Responses API: `input` is a text, or a list of messages, tool calls and tool results.
    url: /^[^/]+\/backend-api\/codex\/responses\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'input' },
      { at: 'instructions', role: 'system' },
      { at: 'tools/**', role: 'system' },
      { at: 'input/*/output|arguments|result/**', role: 'tool' },
      { at: 'input/*/content/**', roleAt: near(2, 'role') },
      { at: 'input/*/summary/**', role: 'assistant' },
    ],
    protocol: [
      'model',
      'prompt_cache_key',
      'include/*',
      'previous_response_id',
      'reasoning/**',
      'input/*/id|call_id|name|role|status|type',
      // The model's reasoning, sealed by the provider.
      'input/*/encrypted_content',
      'input/*/content/*/type',
      'input/*/summary/*/type',
      'tools/*/type',
    ],
  },
  {
    // Announces a file by name and size; the bytes follow to a presigned address.
    url: /^[^/]+\/backend-(?:api|anon)\/files(?:\/[\w-]+\/uploaded|\/process_upload_stream)?\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [{ at: 'file_name', nameAt: near(0, 'file_name'), typeAt: near(0, 'mime_type') }],
    protocol: ['file_id', 'use_case', 'mime_type', 'index_for_retrieval', 'gizmo_id'],
  },
  storeCall(/^[^/]+\.oaiusercontent\.com\//),
  {
    url: /^[^/]+\/backend-(?:api|anon)\/transcribe\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'voice',
    formats: ['multipart'],
    text: [],
    protocol: ['duration_ms', 'file/filename'],
  },
  {
    // Live voice: the session description opens a WebRTC channel that no hook and no gate sees.
    url: /^(?:webrtc\.chatgpt\.com\/|[^/]+\/(?:backend-api\/)?realtime(?:\/|$))/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'voice',
    formats: ['text', 'json', 'multipart', 'form'],
    text: [],
    protocol: ['**'],
    opensStream: true,
  },
];

export const chatgpt = defineSite({
  id: 'chatgpt',
  name: 'ChatGPT',
  provider: 'OpenAI',
  hosts: HOSTS.chatgpt,
  composer: {
    editors: ['#prompt-textarea', 'div.ProseMirror[contenteditable="true"]'],
    sendButtons: ['[data-testid="send-button"]', '[data-testid="fruitjuice-send-button"]', '#composer-submit-button'],
    editorKind: 'prosemirror',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
