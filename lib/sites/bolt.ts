/**
 * Bolt. One body carries the thread, the project's files, its terminals and its errors: what the page adds to a prompt
 * is read as from a tool, file by file. Of stackblitz.com, where people also write code by hand, only the chat is this app's.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const ROLE = near(2, 'role');
const PATH = near(-1, 'path', 'filePath', 'name');

const thread = {
  methods: ['POST'],
  kind: 'prompt',
  channel: 'typed',
  formats: ['json'],
  text: [
    {
      at: 'messages/*/experimental_attachments/*/url|name',
      base64: true,
      nameAt: near(-1, 'name'),
      typeAt: near(-1, 'contentType'),
    },
    { at: 'messages/*/content|rawContent|parts/**', roleAt: ROLE },
    { at: 'messages/*/annotations/**', role: 'tool' },
    { at: 'projectFiles/**', role: 'tool', nameAt: PATH },
    { at: 'runningCommands/**', role: 'tool' },
    { at: 'problems/**', role: 'tool' },
    { at: 'errorReasoning/**', role: 'tool' },
    { at: 'codeStorageAnnotations/**', role: 'tool' },
    // Settings of the account and the project, written once by the person.
    { at: 'globalSystemPrompt', role: 'system' },
    { at: 'projectPrompt', role: 'system' },
  ],
  protocol: [
    'id',
    'agent',
    'codeStorageRepo',
    'dependencies/**',
    'effortLevel',
    'featurePreviews/**',
    'framework',
    'hostingProvider',
    'projectId',
    'promptMode',
    'selectedModel',
    'stripeStatus',
    'url/organization',
    'messages/*/id|role|createdAt',
    'messages/*/parts/*/type',
    'messages/*/annotations/*/type',
    'messages/*/experimental_attachments/*/contentType',
    'projectFiles/*/*/type|language',
  ],
  conversationAt: ['projectId'],
} satisfies Partial<SiteCall>;

const calls: SiteCall[] = [
  { ...thread, url: /^[^/]+\/api\/chat(?:\/v\d+)?\/?$/ },
  // The new message once more, to be kept with the project.
  { ...thread, url: /^[^/]+\/api\/chats\/(?<conversation>[^/]+)\/?$/ },
];

export const bolt = defineSite({
  id: 'bolt',
  name: 'Bolt',
  provider: 'StackBlitz',
  hosts: HOSTS.bolt,
  own: /^(?:[^/]+\.)?bolt\.new\/|^(?:[^/]+\.)?stackblitz\.com\/api\/chats?(?:\/|$)/,
  composer: {
    editors: ['.tiptap.ProseMirror[contenteditable="true"]'],
    sendButtons: ['button[aria-label="Send message"]'],
    editorKind: 'tiptap',
  },
  promptParameters: ['prompt', 'q'],
  calls,
});
