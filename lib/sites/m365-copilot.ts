/** Microsoft 365 Copilot. SignalR over a socket on another host; its address holds user, tenant and access token. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

/** Every frame is a list of records; every call of the hub carries a list of arguments. */
const inArguments = (...fields: string[]) => fields.map((field) => `*/arguments/*/${field}`);

const calls: SiteCall[] = [
  {
    url: /^substrate\.office\.com\/m365Copilot\/Chathub(?:\/|$)/i,
    methods: ['GET'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['signalr'],
    // A record split over two frames would be read as two texts that both look harmless.
    strict: true,
    text: [
      { at: '*/arguments/*/message/text' },
      { at: '*/arguments/*/message/hiddenText' },
      { at: '*/arguments/*/previousMessages/*/text' },
      {
        at: '*/arguments/*/message/messageAnnotations/*/messageAnnotationMetadata/fileName',
        nameAt: near(-1, 'fileName'),
        typeAt: near(-1, 'fileType'),
      },
    ],
    protocol: [
      'url/**',
      '*/protocol|target|invocationId|error',
      ...inArguments('source', 'clientCorrelationId', 'sessionId', 'conversationId', 'traceId', 'productThreadType'),
      ...inArguments('optionsSets/*', 'allowedMessageTypes/*', 'sliceIds/*', 'clientInfo/**', 'threadLevelGptId/**'),
      ...inArguments('message/author|inputMethod|requestId|locale|messageType|experienceType|messageId|timestamp'),
      ...inArguments('message/entityAnnotationTypes/*', 'message/locationInfo/timeZone'),
      ...inArguments('message/messageAnnotations/*/id|messageAnnotationType'),
      ...inArguments('message/messageAnnotations/*/messageAnnotationMetadata/@type|annotationType|fileType'),
      ...inArguments('plugins/*/id|source', 'tone', 'spokenTextMode', 'verbosity', 'scenario'),
    ],
    conversationAt: ['*/arguments/*/conversationId'],
  },
  {
    url: /^substrate\.office\.com\/m365Copilot\/UploadFile$/i,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['form', 'multipart'],
    text: [
      { at: 'FileBase64', base64: true, nameAt: near(0, 'fileName', 'FileName') },
      { at: 'fileName', nameAt: near(0, 'fileName') },
      { at: 'FileName', nameAt: near(0, 'FileName') },
    ],
    protocol: ['scenario', 'conversationId', 'optionsSets', 'optionsSets/*', 'url/**'],
  },
];

export const m365Copilot = defineSite({
  id: 'm365-copilot',
  name: 'Microsoft 365 Copilot',
  provider: 'Microsoft',
  hosts: HOSTS['m365-copilot'],
  // The rest of the second host belongs to mail, search and other products.
  own: /^(?:m365\.cloud\.microsoft\/|substrate\.office\.com\/m365Copilot\/)/i,
  composer: {
    editors: ['#m365-chat-editor-target-element', '[data-lexical-editor="true"][contenteditable="true"]'],
    sendButtons: ['button[aria-label="Send"]', '.fai-SendButton'],
    editorKind: 'lexical',
  },
  promptParameters: ['q'],
  calls,
});
