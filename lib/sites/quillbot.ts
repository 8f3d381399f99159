/**
 * QuillBot. The chat sends the document that stands in the editor along with the prompt; the writing tools send it
 * sentence by sentence, the older ones in the address. A message names its files; where they are uploaded to nobody has
 * published, so that such a call is judged as one of unknown address.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/(?:ai-chat\/chat\/conversation\/(?<conversation>[^/]+)|raven\/quill-chat\/responses)\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'message/content' },
      { at: 'message/files/*/name|fileName|content', nameAt: near(-1, 'name', 'fileName'), typeAt: near(-1, 'type') },
      { at: 'context/editorContext|selectionContext/**' },
    ],
    protocol: [
      'message/id|messageId|role|createdAt',
      'message/prompt/id',
      'product|originUrl',
      'prompt/id',
      'message/files/*/id|type|url',
      'context/userDialect',
      'origin/**',
      'tools/**',
    ],
  },
  {
    // Paraphraser, humaniser, summariser, translator and the rest: the text in a body, or in the query.
    url: /^[^/]+\/api\/(?:paraphraser|summarizer|translator|grammar|ai-detector|plagiarism|co-writer)\/.+$/,
    methods: ['GET', 'POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json', 'form', 'none'],
    text: [
      { at: 'text/**' },
      { at: 'prevSentence' },
      { at: 'nextSentence' },
      { at: 'frozenWords/*' },
      { at: 'url/text' },
    ],
    protocol: [
      'dialect|inputLang|promptVersion|multilingualModelVersion',
      'url/strength|autoflip|wikify|fthresh|inputLang|quoteIndex|dialect',
    ],
  },
];

export const quillbot = defineSite({
  id: 'quillbot',
  name: 'QuillBot',
  provider: 'QuillBot',
  hosts: HOSTS.quillbot,
  composer: {
    editors: ['[data-testid="ai-chat-input"] [contenteditable="true"]', '#paraphraser-input-box', 'textarea'],
    sendButtons: ['[data-testid="ai-chat-send-button"]', 'button[aria-label="Send"]'],
    editorKind: 'contenteditable',
  },
  promptParameters: ['q', 'prompt', 'text'],
  calls,
});
