/**
 * Claude. Two wires are live at once, depending on the account: JSON (`completion`), and since September 2026 protobuf
 * over Connect (`PerformAction`, claude-rpc.ts).
 */
import { near, textAt } from './call-shape.ts';
import { claudeRpcCalls } from './claude-rpc.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { compilePatterns } from './path-pattern.ts';

const FILE_NAME = near(-1, 'file_name');

const jsonCalls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/organizations\/[^/]+\/chat_conversations\/(?<conversation>[^/]+)\/(?:retry_)?completion$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      textAt('prompt'),
      textAt('attachments/*/extracted_content', { nameAt: FILE_NAME, typeAt: near(-1, 'file_type') }),
      textAt('attachments/*/file_name', { nameAt: FILE_NAME, typeAt: near(-1, 'file_type') }),
      // Styles and tools are settings of the account; their descriptions are prose that nobody types now.
      textAt('personalized_styles/**', { role: 'system' }),
      textAt('tools/**', { role: 'system' }),
    ],
    protocol: compilePatterns(
      'model',
      'timezone',
      'locale',
      'rendering_mode',
      'parent_message_uuid',
      'turn_message_uuids/**',
      'files/*',
      'attachments/*/file_type|id',
      'personalized_styles/*/type|key|nameKey|summaryKey|uuid',
    ),
  },
  {
    // The app asks for a title with the text of the first message.
    url: /^[^/]+\/api\/organizations\/[^/]+\/chat_conversations\/(?<conversation>[^/]+)\/title$/,
    methods: ['POST', 'PUT'],
    kind: 'draft',
    channel: 'draft',
    formats: ['json'],
    text: [textAt('message_content'), textAt('recent_titles/*', { role: 'assistant' })],
    protocol: [],
  },
  {
    url: /^[^/]+\/api\/organizations\/[^/]+\/projects\/[^/]+\/docs$/,
    methods: ['POST', 'PUT'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [textAt('content', { nameAt: FILE_NAME }), textAt('file_name', { nameAt: FILE_NAME })],
    protocol: compilePatterns('uuid', 'project_uuid'),
  },
  {
    // Instructions to the app's memory are free text.
    url: /^[^/]+\/api\/(?:organizations\/[^/]+\/)?memory\/controls$/,
    methods: ['POST', 'PUT', 'PATCH'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [textAt('controls/**'), textAt('content'), textAt('text')],
    protocol: [],
  },
  {
    url: /^[^/]+\/api\/(?:organizations\/)?[^/]+\/(?:(?:conversations\/(?<conversation>[^/]+)\/)?wiggle\/upload-file|upload|convert_document)$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [textAt('*/filename', { nameAt: near(-1, 'filename') }), textAt('file')],
    protocol: compilePatterns('client_upload_id', 'orientation'),
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
