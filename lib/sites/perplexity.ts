/** Perplexity. Every keystroke leaves over a socket of its own; the question itself stands in two places of one body. */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/rest\/sse\/perplexity_ask$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [{ at: 'query_str' }, { at: 'params/dsl_query', copy: true }, { at: 'params/query_str', copy: true }],
    protocol: [
      'params/frontend_uuid|frontend_context_uuid|last_backend_uuid|visitor_id|user_nextauth_id|read_write_token',
      'params/language|timezone|search_focus|mode|model_preference|prompt_source|query_source|followup_source|version',
      'params/search_recency_filter|target_collection_uuid|rum_session_id|thread_url_slug',
      'params/sources|supported_block_use_cases|supported_features/*',
    ],
    conversationAt: ['params/last_backend_uuid'],
  },
  {
    url: /^suggest\.perplexity\.ai\/suggest\/ws$/,
    methods: ['GET'],
    kind: 'draft',
    channel: 'draft',
    formats: ['json'],
    text: [{ at: 'q' }],
    protocol: ['uuid', 'url/**'],
  },
  {
    url: /^[^/]+\/rest\/autosuggest\/list-autosuggest$/,
    methods: ['POST', 'GET'],
    kind: 'draft',
    channel: 'draft',
    formats: ['json'],
    text: [{ at: 'query' }, { at: 'url/query|q' }],
    protocol: ['sources/*', 'search_mode', 'url/version|source'],
  },
  {
    // Announces files; their bytes follow to a presigned address.
    url: /^[^/]+\/rest\/uploads\/(?:batch_)?create_upload_urls?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['json'],
    text: [
      { at: 'filename', nameAt: near(0, 'filename'), typeAt: near(0, 'content_type') },
      { at: 'files/*/filename', nameAt: near(-1, 'filename'), typeAt: near(-1, 'content_type') },
    ],
    protocol: ['content_type', 'source', 'files/*/content_type|source', 'url/version|source'],
  },
  {
    url: /^ppl-ai-file-upload\.s3[\w.-]*\.amazonaws\.com\//,
    methods: ['POST', 'PUT'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: 'file/filename', nameAt: near(-1, 'filename') }, { at: 'file' }],
    // The signed permission to store this one file.
    protocol: [
      'acl|key|policy|signature|tagging|AWSAccessKeyId|Content-Type|success_action_status',
      'x-amz-algorithm|x-amz-credential|x-amz-date|x-amz-meta-is_text_only|x-amz-security-token|x-amz-signature',
    ],
  },
];

export const perplexity = defineSite({
  id: 'perplexity',
  name: 'Perplexity',
  provider: 'Perplexity',
  hosts: HOSTS.perplexity,
  composer: {
    editors: ['#ask-input', 'div[data-lexical-editor="true"][contenteditable="true"]'],
    sendButtons: ['button[aria-label="Submit"]', '[data-testid="submit-button"]'],
    editorKind: 'lexical',
  },
  promptParameters: ['q'],
  calls,
});
