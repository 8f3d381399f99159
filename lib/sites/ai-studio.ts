/**
 * Google AI Studio. Arrays by position, sent as `application/json+protobuf` to an API host of another domain. Files are
 * put into the person's Google Drive and named in the prompt by their id; pictures may also stand in it as base64. The
 * address in Drive is the documented one of its interface (developers.google.com/drive, Upload file data), not recorded.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const SERVICE = String.raw`^alkalimakersuite-pa\.clients6\.google\.com\/\$rpc\/[\w.]+\.MakerSuiteService\/`;
const DRIVE = String.raw`^(?:www|content)\.googleapis\.com\/upload\/drive\/v\d\w*\/files\/?`;

/** `[model, [[[[null, text]], role], …], safety, configuration, bot check, …]` */
const content = {
  methods: ['POST'],
  formats: ['json'],
  text: [
    { at: '1/*/0/*/1', roleAt: near(2, '1') },
    { at: '1/*/0/*/2/1', base64: true, typeAt: near(-1, '0') },
  ],
  // Fifth in a part: the id of a file in Drive.
  protocol: ['0', '1/*/1', '1/*/0/*/2/0', '1/*/0/*/5/*', '2/**', '3/**', '4', 'url/**'],
} satisfies Partial<SiteCall>;

const calls: SiteCall[] = [
  { ...content, url: new RegExp(`${SERVICE}(?:Stream)?GenerateContent$`), kind: 'prompt', channel: 'typed' },
  // Counts while a person types.
  { ...content, url: new RegExp(`${SERVICE}CountTokens$`), kind: 'draft', channel: 'draft' },
  {
    // Apps built here reach the model through the page: the public interface's JSON in a string, and a bot check.
    url: new RegExp(`${SERVICE}Proxy(?:Streamed|Unary)Call$`),
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    nestedAt: ['1'],
    text: [
      { at: '1/contents/*/parts/*/inlineData/data', base64: true, typeAt: near(-1, 'mimeType') },
      { at: '1/contents/*/parts/**', roleAt: near(4, 'role') },
      { at: '1/systemInstruction/**', role: 'system' },
    ],
    protocol: ['0', '2', '3', 'url/**', '1/contents/*/role', '1/contents/*/parts/*/inlineData/mimeType'],
  },
  {
    // Announces a file, or carries it together with its name.
    url: new RegExp(`${DRIVE}$`),
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json', 'multipart'],
    text: [{ at: 'name|title', nameAt: near(0, 'name', 'title'), typeAt: near(0, 'mimeType') }, { at: '*' }],
    protocol: ['mimeType', 'parents/*', 'url/**'],
  },
  storeCall(new RegExp(DRIVE), { methods: ['PUT'] }),
  {
    // Live conversation with microphone and screen.
    url: /^alkalimakersuite-pa\.clients6\.google\.com\/(?:ws\/|\$rpc\/)[\w./]*Bidi\w*$/,
    methods: ['GET', 'POST'],
    kind: 'prompt',
    channel: 'voice',
    formats: ['json', 'text', 'form'],
    text: [],
    protocol: ['**'],
    opensStream: true,
  },
];

export const aiStudio = defineSite({
  id: 'ai-studio',
  name: 'Google AI Studio',
  provider: 'Google',
  hosts: HOSTS['ai-studio'],
  stores: ['www.googleapis.com', 'content.googleapis.com'],
  composer: {
    editors: ['textarea[aria-label="Enter a prompt"]', 'ms-autosize-textarea textarea'],
    sendButtons: ['button.run-button', 'button[aria-label="Run"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['prompt', 'q'],
  calls,
});
