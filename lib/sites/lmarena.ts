/** LMArena. The first prompt of a comparison and every later one go to the models of both sides at once. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const FILE = { nameAt: near(-1, 'name', 'filename'), typeAt: near(-1, 'contentType') };

const evaluation = {
  methods: ['POST'],
  kind: 'prompt',
  channel: 'typed',
  formats: ['json'],
  text: [
    { at: 'userMessage/experimental_attachments/*/name|filename', ...FILE },
    { at: 'userMessage/content' },
    { at: 'userMessage/metadata/**' },
    { at: 'messages/*/content', roleAt: near(2, 'role') },
  ],
  protocol: [
    'id',
    'mode',
    'modality',
    'modelAId|modelBId|userMessageId|modelAMessageId|modelBMessageId',
    // Proofs of the bot check.
    'recaptchaV2Token|recaptchaV3Token',
    'userMessage/experimental_attachments/*/url|contentType',
    'messages/*/id|role|status|evaluationSessionId|participantPosition',
  ],
  conversationAt: ['id'],
} satisfies Partial<SiteCall>;

const calls: SiteCall[] = [
  { ...evaluation, url: /^[^/]+\/nextjs-api\/stream\/create-evaluation\/?$/ },
  { ...evaluation, url: /^[^/]+\/nextjs-api\/stream\/post-to-evaluation\/(?<conversation>[^/]+)\/?$/ },
  // Files go to an address the page asked for before.
  storeCall(/^[^/]+\.r2\.cloudflarestorage\.com\//),
];

export const lmarena = defineSite({
  id: 'lmarena',
  name: 'LMArena',
  provider: 'LMArena',
  hosts: HOSTS.lmarena,
  stores: ['*.r2.cloudflarestorage.com'],
  composer: {
    editors: ['textarea[name="message"]', 'form textarea'],
    sendButtons: ['form button[type="submit"]', 'button[aria-label="Send message"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
