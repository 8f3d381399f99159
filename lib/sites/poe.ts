/**
 * Poe. One address for every GraphQL operation, prompts among them; with files the same operation is a form (GraphQL
 * multipart requests: jaydenseric/graphql-multipart-request-spec). Answers come over a socket. Wire facts: 2026.
 */
import { near } from './call-shape.ts';
import { defineSite, type PlacedText, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

/** An operation is the body, or stands in a field of a form: today's and the one before. */
const HOLDERS = ['', 'operations/', 'queryInfo/'];
const inOperation = (...places: string[]) => HOLDERS.flatMap((holder) => places.map((place) => holder + place));
const PEOPLES = [
  'variables/query|text|message|title|prompt|description|displayName|introduction|comment|content',
  'variables/input/query|text|message|title|prompt|description|displayName|introduction|comment|content',
  'variables/sourceInput/text_input/title|content',
];
const text: PlacedText[] = inOperation(...PEOPLES).map((at) => ({ at }));
const protocol = [
  'header/poe-formkey|poe-tag-id|poe-tchannel|poe-revision',
  ...inOperation(
    'queryName',
    'operationName',
    'extensions/**',
    'variables/id|chatId|chatCode|chatNonce|clientNonce|messageId|messageCode|botId|handle|bot|botName|botHandle|sdid',
    'variables/after|before|cursor|referencedMessageId',
    'variables/attachments|existingMessageAttachmentsIds|fileHashJwts/*',
    'variables/source/**',
    'variables/subscriptions/**',
  ),
];

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/gql_POST\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text,
    protocol,
    conversationAt: ['variables/chatCode'],
  },
  {
    url: /^[^/]+\/api\/gql_upload_POST\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, ...text, { at: '*' }],
    // JSON in any other field is a file's.
    nestedAt: ['operations', 'queryInfo', 'map'],
    protocol: [...protocol, 'map/**'],
    conversationAt: ['operations/variables/chatCode'],
  },
];

export const poe = defineSite({
  id: 'poe',
  name: 'Poe',
  provider: 'Quora',
  hosts: HOSTS.poe,
  composer: {
    editors: ['textarea[class*="GrowingTextArea_textArea__"]', 'textarea[class*="TextArea"]'],
    sendButtons: ['button[class*="sendButton"]', 'button[aria-label="Send message"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'query', 'prompt'],
  calls,
});
