/** Calls of the larger assistants with wires of their own, for the table of all calls. */
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { copilot } from '../../../lib/sites/copilot.ts';
import { perplexity } from '../../../lib/sites/perplexity.ts';
import { copilotSendFrame, copilotUrl } from '../../fixtures/sites/copilot/bodies.ts';
import {
  perplexityAnnounceBody,
  perplexityAskBody,
  perplexityAutosuggestBody,
  perplexitySuggestFrame,
  perplexityUrl,
} from '../../fixtures/sites/perplexity/bodies.ts';
import { post } from './requests.ts';
import { drafts, fileForm, JSON_TYPE, prompts, uploads, type Wire } from './wire.ts';

/** A frame of a socket. */
export function frame(url: string, body: string | Uint8Array): CapturedRequest {
  return { ...post(url, body), transport: 'websocket', method: 'GET' };
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
];
