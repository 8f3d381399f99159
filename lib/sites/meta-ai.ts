/**
 * Meta AI. Binary frames made by the page's own codec, with JSON, base64 and protobuf inside. The gateway refuses frames
 * that are changed: what has to be replaced is replaced in the editor, or stays here.
 */

import { NO_SCHEMA } from './codecs/protobuf.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

const calls: SiteCall[] = [
  {
    url: /^gateway\.meta\.ai\/ws\/\w+$/,
    methods: ['GET'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['dgw'],
    dgw: true,
    strict: true,
    sealed: true,
    protobuf: NO_SCHEMA,
    bytesAt: ['*/payload'],
    // Field numbers are the app's secret and change: whatever text the payload holds counts.
    text: [{ at: '*/payload/**' }],
    protocol: [
      'url/**',
      '*/req-id',
      '*/x-dgw-app-x-ecto-conversation-id|x-dgw-app-client-payload-type|x-dgw-app-clippy-request-id',
    ],
    conversationAt: ['*/x-dgw-app-x-ecto-conversation-id'],
  },
  {
    // Warm-up, settings and history; the older wire carried the prompt here, as a form.
    url: /^(?:[\w-]+\.)?meta\.ai\/api\/graphql\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json', 'form'],
    nestedAt: ['variables'],
    text: [
      { at: 'variables/message/sensitive_string_value' },
      { at: 'variables/input/prompt|content|text|title|message' },
    ],
    protocol: [
      'doc_id|lsd|fb_dtsg|jazoest|av|dpr|server_timestamps|access_token|fb_api_caller_class|fb_api_req_friendly_name',
      '__user|__a|__req|__hs|__ccg|__rev|__s|__hsi|__dyn|__csr|__comet_req|__spin_r|__spin_b|__spin_t',
      'variables/conversationId|externalConversationId|offlineThreadingId|entrypoint|icebreaker_type|threadId',
      'variables/input/conversationId|mode|actor_id|client_mutation_id',
    ],
    conversationAt: ['variables/conversationId', 'variables/externalConversationId'],
  },
  storeCall(/^rupload\.meta\.ai\//),
];

export const metaAi = defineSite({
  id: 'meta-ai',
  name: 'Meta AI',
  provider: 'Meta',
  hosts: HOSTS['meta-ai'],
  composer: {
    editors: [
      '[data-testid="composer-input"]',
      'div[data-lexical-editor="true"][contenteditable="true"]',
      '[role="textbox"][contenteditable="true"]',
    ],
    sendButtons: ['[data-testid="composer-send-button"]', '[aria-label="Send"]', '[aria-label="Send message"]'],
    editorKind: 'lexical',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
