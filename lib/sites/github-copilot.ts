/**
 * GitHub Copilot on github.com. The host is shared with the whole of GitHub: only the chat's own addresses and its API
 * hosts (one per kind of plan) are this app's, and the rest is `outside`. Files are announced on github.com and stored
 * where that says: at uploads.github.com (docs.github.com, Copilot allowlist reference). Wire facts: 2026.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

/** Files, issues and snippets go along as references, by whatever name each kind calls its text. */
const REFERENCE = { nameAt: near(2, 'path', 'name', 'title'), typeAt: near(2, 'mediaType', 'mimeType') };

const calls: SiteCall[] = [
  {
    url: /^api\.[\w.-]*githubcopilot\.com\/github\/chat\/threads\/(?<conversation>[^/]+)\/messages\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'content' },
      { at: 'references/*/contents|content|text|code|body|path|name|title', ...REFERENCE },
      { at: 'context/*/contents|content|text|code|body', role: 'tool', ...REFERENCE },
      // Settings of the account, written once by the person.
      { at: 'customInstructions/*', role: 'system' },
    ],
    protocol: [
      'intent',
      'mode',
      'model',
      'currentURL',
      'parentMessageID',
      'responseMessageID',
      'tools/*',
      'skillOptions/**',
      'mediaContent/*/id|url|type|mimeType',
      'references|context/*/id|type|url|ref|commitOID|languageName|languageID|repoOwner|repoName|mediaType|mimeType',
    ],
  },
  {
    // The models' own interface, as other parts of the site use it.
    url: /^api\.[\w.-]*githubcopilot\.com\/(?:v1\/)?chat\/completions\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'messages/*/content/**', roleAt: near(2, 'role') },
      { at: 'messages/*/tool_calls/*/function/arguments', role: 'assistant' },
      { at: 'tools/**', role: 'system' },
    ],
    protocol: [
      'model',
      'messages/*/role|tool_call_id',
      'messages/*/content/*/type',
      'messages/*/tool_calls/*/id|type',
      'messages/*/tool_calls/*/function/name',
      'tools/*/type',
    ],
  },
  {
    // Announces a file.
    url: /^github\.com\/upload\/policies\/copilot-chat-attachments\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart', 'form'],
    text: [{ at: 'name', nameAt: near(0, 'name'), typeAt: near(0, 'content_type') }],
    protocol: ['size|content_type|thread_id|authenticity_token'],
  },
  {
    url: /^uploads\.github\.com\/copilot\/(?:chat\/attachments|files)(?:\/|$)/,
    methods: ['POST', 'PUT'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart', 'text'],
    text: [{ at: 'file/filename', nameAt: near(-1, 'filename') }, { at: 'file' }, { at: 'url/name' }],
    // The signed permission to store this one file.
    protocol: ['key|acl|policy|signature|authenticity_token', 'url/content_type'],
  },
];

export const githubCopilot = defineSite({
  id: 'github-copilot',
  name: 'GitHub Copilot',
  provider: 'GitHub',
  hosts: HOSTS['github-copilot'],
  own: /^(?:[^/]+\.)?githubcopilot\.com\/|^github\.com\/(?:copilot|github-copilot|upload\/(?:policies\/)?copilot-chat-attachments)(?:\/|$)/,
  stores: ['uploads.github.com'],
  composer: {
    editors: ['#copilot-chat-textarea', 'textarea[aria-label="Ask Copilot"]'],
    sendButtons: ['button[aria-label="Send now"]', 'button[aria-label="Send message"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
