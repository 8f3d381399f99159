/**
 * Le Chat. A new thread is made by a tRPC call that carries the first prompt; `/api/chat` then starts the answer without
 * it, and carries every later prompt. tRPC joins calls of one moment in one request (names with commas between them,
 * bodies by number). Wire facts: 2026.
 */
import { near } from './call-shape.ts';
import { defineSite, type PlacedText, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

/** A call of a batch stands under its number; outside of a batch the body is the call. */
const inTrpc = (...places: string[]) => places.flatMap((place) => [`*/json/${place}`, `json/${place}`]);
const trpcText = (...places: string[]): PlacedText[] => inTrpc(...places).map((at) => ({ at }));
const trpcAddress = (names: string) => new RegExp(`^[^/]+/api/trpc/(?:[^/]*,)?(?:${names})(?:,[^/]*)?/?$`);

const FILE_NAME = { nameAt: near(-1, 'name') };
const settings = [
  'model',
  'mode',
  'type',
  'platform',
  'productType',
  'chatId|messageId|parentId|projectId|agentId|agentsApiAgentId|activeCanvaId|stableAnonymousIdentifier',
  'features/*',
  'disabledFeatures/*',
  'integrations/**',
  'libraries/**',
  'supportedTaskCallbacks/*',
  'messageFiles|files/*/type|url',
  'clientPromptData/currentDate|userTimezone',
];

const calls: SiteCall[] = [
  {
    url: trpcAddress('message\\.(?:newChat|edit)'),
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [...inTrpc('files/*/name').map((at) => ({ at, ...FILE_NAME })), ...trpcText('content/**')],
    protocol: [...inTrpc('content/*/type', ...settings), '*/meta/**', 'meta/**', 'url/batch'],
    conversationAt: inTrpc('chatId'),
  },
  {
    url: /^[^/]+\/api\/chat(?:\/resume)?\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'messageFiles/*/name', ...FILE_NAME }, { at: 'messageInput/**' }, { at: 'callbackResults/**' }],
    protocol: ['messageInput/*/type', ...settings],
    conversationAt: ['chatId'],
  },
  {
    // Names and instructions that people give to threads, projects, agents and the app's memory.
    url: trpcAddress('(?:chat|project|agent|memory|memories|library|user)\\.(?:rename|create|update|edit|add)\\w*'),
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: trpcText('title', 'name', 'description', 'instructions', 'content/**', 'text'),
    protocol: [...inTrpc('id', ...settings), '*/meta/**', 'meta/**', 'url/batch'],
    conversationAt: inTrpc('chatId'),
  },
  {
    // Asks for presigned addresses; the bytes follow.
    url: trpcAddress('file\\.(?:uploadFile|confirmUpload)'),
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: inTrpc('name').map((at) => ({ at, ...FILE_NAME })),
    protocol: [...inTrpc('type', 'uploadUrl'), '*/meta/**', 'meta/**', 'url/batch'],
  },
  storeCall(/^[^/]+\.blob\.core\.windows\.net\//, { methods: ['PUT'] }),
  {
    url: /^[^/]+\/api\/file\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    protocol: ['type'],
  },
];

export const leChat = defineSite({
  id: 'le-chat',
  name: 'Le Chat',
  provider: 'Mistral',
  hosts: HOSTS['le-chat'],
  stores: ['*.blob.core.windows.net'],
  composer: {
    editors: ['div.ProseMirror[contenteditable="true"]', 'textarea[name="message.text"]'],
    sendButtons: ['button[aria-label="Send question"]', 'form button[type="submit"]'],
    editorKind: 'prosemirror',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
