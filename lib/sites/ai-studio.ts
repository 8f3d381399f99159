/** Google AI Studio. Arrays by position, sent as `application/json+protobuf` to an API host of another domain. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const SERVICE = String.raw`^alkalimakersuite-pa\.clients6\.google\.com\/\$rpc\/[\w.]+\.MakerSuiteService\/`;

/** `[model, [[[[null, text]], role], …], safety, configuration, bot check, …]` */
const content = {
  methods: ['POST'],
  formats: ['json'],
  text: [{ at: '1/*/0/*/1', roleAt: near(2, '1') }],
  protocol: ['0', '1/*/1', '2/**', '3/**', '4', 'url/**'],
} satisfies Partial<SiteCall>;

const calls: SiteCall[] = [
  { ...content, url: new RegExp(`${SERVICE}(?:Stream)?GenerateContent$`), kind: 'prompt', channel: 'typed' },
  // Counts while a person types.
  { ...content, url: new RegExp(`${SERVICE}CountTokens$`), kind: 'draft', channel: 'draft' },
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
  composer: {
    editors: ['textarea[aria-label="Enter a prompt"]', 'ms-autosize-textarea textarea'],
    sendButtons: ['button.run-button', 'button[aria-label="Run"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['prompt', 'q'],
  calls,
});
