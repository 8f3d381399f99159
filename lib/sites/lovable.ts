/** Lovable. Its API stands on a host of its own; a prompt goes with logs, network calls and errors of the preview. */
import { near } from './call-shape.ts';
import { defineSite, type PlacedText, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const FILE = { nameAt: near(-1, 'name', 'file_name'), typeAt: near(-1, 'content_type', 'type') };

/** One message, alone or as the first of a new project. */
const message = (at: string): PlacedText[] => [
  { at: `${at}message` },
  { at: `${at}files/*/name|file_name`, ...FILE },
  ...['selected_elements', 'client_logs', 'network_requests', 'runtime_errors', 'session_replay', 'current_page'].map(
    (name) => ({ at: `${at}${name}/**`, role: 'tool' as const }),
  ),
  { at: `${at}message_intent_metadata/**`, role: 'tool' },
];

const ofApp = (at: string) => [
  `${at}id|ai_message_id|thread_id|intent|view|view_description|model`,
  `${at}error_ids/*`,
  `${at}files/*/id|file_id|url|content_type|type`,
  // The session's own tokens, and the size of the preview.
  `${at}integration_metadata/**`,
];

const calls: SiteCall[] = [
  {
    url: /^api\.lovable\.dev\/projects\/(?<conversation>[^/]+)\/chat\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    nestedAt: ['session_replay'],
    text: message(''),
    protocol: ofApp(''),
  },
  {
    url: /^api\.lovable\.dev\/projects\/(?<conversation>[^/]+)\/messages\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'messages/*/content/**', roleAt: near(2, 'role') }],
    protocol: ['messages/*/role', 'messages/*/content/*/type'],
  },
  {
    // A new project begins with its first prompt.
    url: /^api\.lovable\.dev\/(?:workspaces\/[^/]+\/)?projects\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    nestedAt: ['initial_message/session_replay'],
    text: [{ at: 'description' }, { at: 'name' }, ...message('initial_message/')],
    protocol: ['visibility', 'metadata/**', ...ofApp('initial_message/')],
  },
  {
    // Instructions for every prompt of a workspace or project.
    url: /^api\.lovable\.dev\/(?:workspaces|projects)\/[^/]+\/knowledge\/?$/,
    methods: ['POST', 'PUT', 'PATCH'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'content' }, { at: 'knowledge' }],
    protocol: [],
  },
  {
    // Asks for an address to upload to; the bytes follow to the object store.
    url: /^api\.lovable\.dev\/(?:projects\/[^/]+\/)?files\/generate-upload-url\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [
      {
        at: 'original_file_name|file_name',
        nameAt: near(0, 'original_file_name', 'file_name'),
        typeAt: near(0, 'content_type'),
      },
    ],
    protocol: ['content_type'],
  },
  storeCall(/^storage\.googleapis\.com\//),
];

export const lovable = defineSite({
  id: 'lovable',
  name: 'Lovable',
  provider: 'Lovable',
  hosts: HOSTS.lovable,
  stores: ['storage.googleapis.com'],
  composer: {
    editors: ['.tiptap.ProseMirror[contenteditable="true"]', 'textarea#chat-input'],
    sendButtons: ['button[aria-label="Send message"]', '#chatinput-send-message-button'],
    editorKind: 'tiptap',
  },
  promptParameters: ['prompt', 'q'],
  calls,
});
