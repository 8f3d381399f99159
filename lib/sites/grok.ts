/**
 * Grok. The first message of a chat is a server action of Next.js, posted to the page's own address; all that follow are
 * frames of a socket. The older calls by HTTP are still served.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const inMessages = (...fields: string[]) =>
  ['event/item', 'event/response'].flatMap((at) => fields.map((field) => `${at}/${field}`));

const calls: SiteCall[] = [
  {
    // Arguments by position; with files in them the body is multipart and the arguments are JSON in its fields.
    url: /^grok\.com\/(?:c\/[\w-]+|chat(?:\/[\w-]+)?)?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json', 'multipart'],
    nestedAt: ['*'],
    text: [
      { at: '*' },
      { at: '*/message|text|prompt|query|content|customInstructions' },
      { at: '*/*/message|text|prompt|query|content|customInstructions' },
      { at: '*/*/*/text' },
    ],
    protocol: [
      '*/conversationId|modelName|modelMode|mode|requestId|responseId|parentResponseId|timezone|locale|deviceId',
      '*/*/conversationId|modelName|modelMode|mode|requestId|responseId|parentResponseId|timezone|locale|deviceId',
      '*/fileAttachments|imageAttachments/*',
      '*/*/fileAttachments|imageAttachments/*',
    ],
    conversationAt: ['*/conversationId', '*/*/conversationId'],
  },
  {
    url: /^grok\.com\/ws\/mgw\/?$/,
    methods: ['GET'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    strict: true,
    text: inMessages(
      'x_grok/input_chunks/*/text/text',
      'content/*/text',
      'content/*/text/text',
      'instructions',
      'input/*/content/*/text',
    ).map((at) => ({ at })),
    protocol: [
      'url/**',
      'session_id',
      'event/type|event_id|previous_item_id|parent_response_id',
      'event/session/model|type|id',
      'event/session/x_grok/conversation_id|timezone|locale|mode|model_mode|device_id|client_version',
      // Proof that a browser is there.
      'event/session/x_grok/castle_token|statsig_id',
      ...inMessages('id|type|role|status', 'x_grok/client_message_id|conversation_id|parent_response_id|model_mode'),
      ...inMessages(
        'x_grok/file_attachment_ids/*',
        'x_grok/input_chunks/*/mention/file_mention/file_id',
        'content/*/type',
      ),
    ],
    conversationAt: ['session_id', 'event/session/x_grok/conversation_id'],
  },
  {
    url: /^grok\.com\/rest\/app-chat\/conversations\/(?:new|(?<conversation>[\w-]+)\/responses)$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'message' },
      { at: 'customInstructions', role: 'system' },
      { at: 'customPersonality', role: 'system' },
    ],
    protocol: [
      'modelName|modelMode|parentResponseId|deepsearchPreset|conversationId|webpageUrls',
      'fileAttachments|imageAttachments/*',
      'responseMetadata/requestModelDetails/modelId',
      'toolOverrides/**',
    ],
  },
  {
    url: /^grok\.com\/rest\/app-chat\/upload-file$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [
      { at: 'fileName', nameAt: near(0, 'fileName'), typeAt: near(0, 'fileMimeType') },
      { at: 'content', base64: true, nameAt: near(0, 'fileName'), typeAt: near(0, 'fileMimeType') },
    ],
    protocol: ['fileMimeType', 'fileSource'],
  },
  {
    // Live voice goes over WebRTC to a host this call names.
    url: /^grok\.com\/rest\/(?:livekit|voice)\//,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'voice',
    formats: ['json', 'text', 'form', 'multipart'],
    text: [],
    protocol: ['**'],
    opensStream: true,
  },
];

export const grok = defineSite({
  id: 'grok',
  name: 'Grok',
  provider: 'xAI',
  hosts: HOSTS.grok,
  composer: {
    editors: ['[data-testid="chat-input"] [role="textbox"]', 'textarea[aria-label="Ask Grok anything"]'],
    sendButtons: ['[data-testid="chat-submit"]', 'button[type="submit"][aria-label="Submit"]'],
    editorKind: 'contenteditable',
  },
  promptParameters: ['q'],
  calls,
});
