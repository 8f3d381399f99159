/**
 * Claude. Two wires are live at once, depending on the account: JSON (`completion`), and since September 2026 protobuf
 * over Connect (`PerformAction`, claude-rpc.ts).
 */
import { near } from './call-shape.ts';
import { claudeRpcCalls } from './claude-rpc.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const FILE_NAME = near(-1, 'file_name');

const jsonCalls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/organizations\/[^/]+\/chat_conversations\/(?<conversation>[^/]+)\/(?:retry_)?completion$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'prompt' },
      { at: 'attachments/*/extracted_content', nameAt: FILE_NAME, typeAt: near(-1, 'file_type') },
      { at: 'attachments/*/file_name', nameAt: FILE_NAME, typeAt: near(-1, 'file_type') },
      // Styles and tools are settings of the account, and prose that nobody types now; the app itself sums a style up.
      { at: 'personalized_styles/**', role: 'system' },
      { at: 'tools/**', role: 'system' },
    ],
    protocol: [
      'model',
      'timezone',
      'locale',
      'rendering_mode',
      'parent_message_uuid',
      'turn_message_uuids/**',
      'files/*',
      'attachments/*/file_type|id',
      'personalized_styles/*/type|key|nameKey|summary|summaryKey|uuid',
    ],
  },
  {
    // The app asks for a title with the text of the first message.
    url: /^[^/]+\/api\/organizations\/[^/]+\/chat_conversations\/(?<conversation>[^/]+)\/title$/,
    methods: ['POST', 'PUT'],
    kind: 'draft',
    channel: 'draft',
    formats: ['json'],
    text: [{ at: 'message_content' }, { at: 'recent_titles/*', role: 'assistant' }],
    protocol: [],
  },
  {
    url: /^[^/]+\/api\/organizations\/[^/]+\/projects\/[^/]+\/docs$/,
    methods: ['POST', 'PUT'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [
      { at: 'content', nameAt: FILE_NAME },
      { at: 'file_name', nameAt: FILE_NAME },
    ],
    protocol: ['uuid', 'project_uuid'],
  },
  {
    // Instructions to the app's memory are free text.
    url: /^[^/]+\/api\/(?:organizations\/[^/]+\/)?memory\/controls$/,
    methods: ['POST', 'PUT', 'PATCH'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'controls/**' }, { at: 'content' }, { at: 'text' }],
    protocol: [],
  },
  {
    url: /^[^/]+\/api\/(?:organizations\/)?[^/]+\/(?:(?:conversations\/(?<conversation>[^/]+)\/)?wiggle\/upload-file|upload|convert_document)$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    protocol: ['client_upload_id', 'orientation'],
  },
];

export const claude = defineSite({
  id: 'claude',
  name: 'Claude',
  provider: 'Anthropic',
  hosts: HOSTS.claude,
  composer: {
    editors: ['[data-testid="chat-input"]', 'div.ProseMirror[contenteditable="true"]'],
    sendButtons: ['button[aria-label="Send message"]', '[data-testid="send-button"]'],
    editorKind: 'tiptap',
  },
  promptParameters: ['q', 'prompt'],
  calls: [...claudeRpcCalls, ...jsonCalls],
});
