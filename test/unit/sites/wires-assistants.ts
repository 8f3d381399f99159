/** Calls of the larger assistants with wires of their own, for the table of all calls. */
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { copilot } from '../../../lib/sites/copilot.ts';
import { grok } from '../../../lib/sites/grok.ts';
import { m365Copilot } from '../../../lib/sites/m365-copilot.ts';
import { metaAi } from '../../../lib/sites/meta-ai.ts';
import { perplexity } from '../../../lib/sites/perplexity.ts';
import { copilotSendFrame, copilotUrl } from '../../fixtures/sites/copilot/bodies.ts';
import {
  grokActionBody,
  grokConversationBody,
  grokMessageFrame,
  grokUploadBody,
  grokUrl,
} from '../../fixtures/sites/grok/bodies.ts';
import { m365ChatRecord, m365UploadForm, m365Url } from '../../fixtures/sites/m365-copilot/bodies.ts';
import { metaGraphqlForm, metaUrl } from '../../fixtures/sites/meta-ai/bodies.ts';
import {
  perplexityAnnounceBody,
  perplexityAskBody,
  perplexityAutosuggestBody,
  perplexitySuggestFrame,
  perplexityUrl,
} from '../../fixtures/sites/perplexity/bodies.ts';
import { post } from './requests.ts';
import { drafts, FORM, fileForm, frame, JSON_TYPE, prompts, uploads, type Wire } from './wire.ts';

/** A server action with files: its arguments are JSON in one field of a form. */
function actionForm(text: string): CapturedRequest['body'] {
  const fields = [
    { name: '1_$ACTION_ID_40a1b2c3d4e5f60718293a4b5c6d7e8f9001122334', value: '' },
    { name: '0', value: grokActionBody(text) },
  ];
  return { kind: 'fields', encoding: 'multipart', fields };
}

export const ASSISTANT_WIRES: Wire[] = [
  ...prompts(perplexity, {
    Perplexity: (text) => post(perplexityUrl.ask, perplexityAskBody(text), JSON_TYPE),
  }),
  ...drafts(perplexity, {
    'Perplexity suggestions': (text) => frame(perplexityUrl.suggest, perplexitySuggestFrame(text)),
    'Perplexity suggestions over HTTP': (text) =>
      post(perplexityUrl.autosuggest, perplexityAutosuggestBody(text), JSON_TYPE),
  }),
  ...uploads(perplexity, {
    'Perplexity file name': (text) => post(perplexityUrl.announce, perplexityAnnounceBody(text), JSON_TYPE),
    'Perplexity file bytes': (text) => post(perplexityUrl.store, fileForm(text)),
  }),
  ...prompts(copilot, {
    Copilot: (text) => frame(copilotUrl.socket, copilotSendFrame(text)),
  }),
  ...drafts(copilot, {
    'Copilot suggestions': (text) => post(copilotUrl.autosuggest, JSON.stringify({ query: text }), JSON_TYPE),
  }),
  ...uploads(copilot, {
    'Copilot file bytes': (text) => post(copilotUrl.attachments, new TextEncoder().encode(text)),
  }),
  ...prompts(m365Copilot, {
    'Microsoft 365 Copilot': (text) => frame(m365Url.hub, `${m365ChatRecord(text)}\u001e`),
    'Microsoft 365 Copilot, after a ping': (text) =>
      frame(m365Url.hub, `{"type":6}\u001e${m365ChatRecord(text)}\u001e`),
    'Microsoft 365 Copilot, file name': (text) =>
      frame(
        m365Url.hub,
        `${m365ChatRecord('Hello', [{ id: '3a2b1c0d-1234-4333-8444-555566667777', name: text }])}\u001e`,
      ),
  }),
  ...uploads(m365Copilot, {
    'Microsoft 365 Copilot file': (text) => post(m365Url.upload, m365UploadForm(text), FORM),
  }),
  ...prompts(grok, {
    'Grok server action': (text) =>
      post(grokUrl.newChat, grokActionBody(text), { 'content-type': 'text/plain;charset=UTF-8' }),
    'Grok server action in a chat': (text) => post(grokUrl.inChat, grokActionBody(text)),
    'Grok server action with a file': (text) => post(grokUrl.newChat, actionForm(text)),
    'Grok socket': (text) => frame(grokUrl.socket, grokMessageFrame(text)),
    'Grok older call': (text) => post(grokUrl.conversations, grokConversationBody(text), JSON_TYPE),
    'Grok older call in a chat': (text) => post(grokUrl.responses, grokConversationBody(text), JSON_TYPE),
  }),
  ...uploads(grok, {
    'Grok file': (text) => post(grokUrl.upload, grokUploadBody(text), JSON_TYPE),
    'Grok file name': (text) => post(grokUrl.upload, grokUploadBody('', text), JSON_TYPE),
  }),
  ...prompts(metaAi, {
    'Meta AI, older form': (text) => post(metaUrl.graphql, metaGraphqlForm(text), FORM),
  }),
  ...uploads(metaAi, {
    'Meta AI file': (text) => post(metaUrl.upload, new TextEncoder().encode(text)),
  }),
];
