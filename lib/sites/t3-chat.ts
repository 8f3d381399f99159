/** t3.chat. Every call carries the whole thread in the AI SDK's message form. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const ROLE = near(2, 'role');

const calls: SiteCall[] = [
  {
    url: /^t3\.chat\/api\/chat\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'messages/*/parts/*/text', roleAt: ROLE },
      // The form of 2025.
      { at: 'messages/*/content', roleAt: ROLE },
      {
        at: 'messages/*/attachments/*/fileName|name',
        nameAt: near(-1, 'fileName', 'name'),
        typeAt: near(-1, 'mimeType'),
      },
      // What the person told about themselves in the settings.
      { at: 'preferences/**', role: 'system' },
    ],
    protocol: [
      'model',
      'convexSessionId',
      'responseMessageId',
      'threadMetadata/id',
      'modelParams/**',
      'userInfo/**',
      'clientAuth/**',
      'messages/*/id|role',
      'messages/*/parts/*/type',
      'messages/*/attachments/*/id|key|type|url|mimeType',
    ],
    conversationAt: ['threadMetadata/id'],
  },
  {
    // Asks for addresses to upload to; the files follow to one of them.
    url: /^t3\.chat\/api\/uploadthing\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [{ at: 'files/*/name', nameAt: near(-1, 'name'), typeAt: near(-1, 'type') }],
    protocol: ['url/actionType|slug', 'files/*/type'],
  },
  {
    url: /^[^/]+\.ingest\.uploadthing\.com\//,
    methods: ['PUT', 'POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: 'file/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    // The signature of the address, and the file's name in it.
    protocol: ['url/expires|signature|x-ut-identifier|x-ut-slug|x-ut-file-size|x-ut-file-type|x-ut-acl', 'url/path'],
  },
];

export const t3Chat = defineSite({
  id: 't3-chat',
  name: 'T3 Chat',
  provider: 'T3',
  hosts: HOSTS['t3-chat'],
  stores: ['*.ingest.uploadthing.com'],
  composer: {
    editors: ['textarea#chat-input'],
    sendButtons: ['button[aria-label="Send message"]', 'form button[type="submit"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
