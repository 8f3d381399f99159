/** Grok on X. Every message brings the whole thread with it. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const calls: SiteCall[] = [
  {
    url: /^(?:(?:grok|api)\.x\.com\/2|x\.com\/i\/api\/2)\/grok\/add_response\.json$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json', 'form'],
    text: [
      { at: 'responses/*/message' },
      { at: 'responses/*/fileAttachments/*/fileName', nameAt: near(-1, 'fileName'), typeAt: near(-1, 'mimeType') },
      { at: 'responses/*/promptMetadata/**', role: 'system' },
    ],
    protocol: [
      'conversationId|grokModelOptionId|systemPromptName|modelMode|searchMode|promptSource|action',
      'responses/*/fileAttachments/*/mediaId|url|mimeType',
      'requestFeatures|debugRequest|imageGenerationCount/**',
      'toolOverrides/**',
    ],
    conversationAt: ['conversationId'],
  },
  {
    url: /^(?:(?:grok|api)\.x\.com\/2|x\.com\/i\/api\/2)\/grok\/attachment\.json$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: '*/filename', nameAt: near(-1, 'filename') }, { at: 'image|file|photo|media' }],
  },
];

export const xGrok = defineSite({
  id: 'x-grok',
  name: 'Grok on X',
  provider: 'xAI',
  hosts: HOSTS['x-grok'],
  // The rest of these hosts is a social network.
  own: /^(?:x\.com\/i\/(?:grok|api\/2\/grok)(?:\/|$)|grok\.x\.com\/|api\.x\.com\/2\/grok\/)/,
  composer: {
    editors: ['textarea[placeholder="Ask anything"]', '[data-testid="grok-composer"] textarea', 'main textarea'],
    sendButtons: ['button[aria-label="Ask Grok something"]', '[data-testid="grok-send"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['text', 'q'],
  calls,
});
