/** NotebookLM (Gemini Notebook), under its old name and its new one. Forms with JSON in JSON, as Gemini's. */
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { storeCall } from './store-call.ts';

/** Cross-site token, and what the address says about the build of the page. */
const session = ['at', 'url/bl|f.sid|hl|_reqid|rt|rpcids|source-path|pageId|authuser'];

const calls: SiteCall[] = [
  {
    url: /^notebook(?:lm)?\.google\.com\/(?:u\/\d+\/)?_\/LabsTailwindUi\/data\/[\w.]*LabsTailwindOrchestrationService\/GenerateFreeFormStreamed$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['form'],
    nestedAt: ['f.req', 'f.req/1'],
    // Ids of sources, the question, earlier turns, settings, id of the conversation.
    text: [{ at: 'f.req/1/1' }, { at: 'f.req/1/2/*/0' }],
    protocol: [...session, 'f.req/1/0/**', 'f.req/1/3/**', 'f.req/1/4'],
    conversationAt: ['f.req/1/4'],
  },
  {
    // Sources and notes, and everything else: which call it is stands in the query.
    url: /^notebook(?:lm)?\.google\.com\/(?:u\/\d+\/)?_\/LabsTailwindUi\/data\/batchexecute$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['form'],
    nestedAt: ['f.req', 'f.req/*/*/1'],
    text: [],
    protocol: [...session, 'f.req/*/*/0', 'f.req/*/*/3'],
  },
  // Resumable upload: first the name, then the bytes.
  storeCall(/^notebook(?:lm)?\.google\.com\/upload\/_?\/?$/),
];

export const notebooklm = defineSite({
  id: 'notebooklm',
  name: 'NotebookLM',
  provider: 'Google',
  hosts: HOSTS.notebooklm,
  composer: {
    editors: ['textarea.query-box-input', 'query-box textarea'],
    sendButtons: ['button.submit-button', 'query-box button[type="submit"]', 'button[aria-label="Submit"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q'],
  calls,
});
