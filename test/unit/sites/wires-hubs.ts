/** Calls of apps that speak over hubs and by position, for the table of all calls. */
import { aiStudio } from '../../../lib/sites/ai-studio.ts';
import { characterAi } from '../../../lib/sites/character-ai.ts';
import { deepl } from '../../../lib/sites/deepl.ts';
import { manus } from '../../../lib/sites/manus.ts';
import { notebooklm } from '../../../lib/sites/notebooklm.ts';
import { replit } from '../../../lib/sites/replit.ts';
import { xGrok } from '../../../lib/sites/x-grok.ts';
import { aiStudioBody, aiStudioUrl } from '../../fixtures/sites/ai-studio/bodies.ts';
import { characterSocketUrl, characterTurnCommand } from '../../fixtures/sites/character-ai/bodies.ts';
import { deeplAppendMessage, deeplSocketUrl } from '../../fixtures/sites/deepl/bodies.ts';
import { manusEvent, manusUrl } from '../../fixtures/sites/manus/bodies.ts';
import { notebookAskForm, notebookUrl } from '../../fixtures/sites/notebooklm/bodies.ts';
import { replitMessage, replitSocketUrl } from '../../fixtures/sites/replit/bodies.ts';
import { xGrokBody, xGrokUrl } from '../../fixtures/sites/x-grok/bodies.ts';
import { post } from './requests.ts';
import { drafts, FORM, fileForm, frame, prompts, uploads, type Wire } from './wire.ts';

const JSON_PROTO = { 'content-type': 'application/json+protobuf' };

export const HUB_WIRES: Wire[] = [
  ...prompts(xGrok, {
    'Grok on X': (text) => post(xGrokUrl.respond, xGrokBody(text)),
    'Grok on X, by the API': (text) => post(xGrokUrl.respondByApi, xGrokBody(text)),
    'Grok on X, on the site': (text) => post(xGrokUrl.respondOnSite, xGrokBody(text)),
  }),
  ...prompts(characterAi, {
    'Character.AI': (text) => frame(characterSocketUrl, characterTurnCommand(text)),
  }),
  ...prompts(aiStudio, {
    'AI Studio': (text) => post(aiStudioUrl.generate, aiStudioBody(text), JSON_PROTO),
  }),
  ...drafts(aiStudio, {
    'AI Studio, counted': (text) => post(aiStudioUrl.count, aiStudioBody(text), JSON_PROTO),
  }),
  ...prompts(notebooklm, {
    NotebookLM: (text) => post(notebookUrl.ask, notebookAskForm(text), FORM),
    'NotebookLM, older name': (text) => post(notebookUrl.askOldName, notebookAskForm(text), FORM),
  }),
  ...uploads(notebooklm, {
    'NotebookLM file': (text) => post(notebookUrl.upload, new TextEncoder().encode(text)),
  }),
  ...drafts(deepl, {
    DeepL: (text) => frame(deeplSocketUrl, deeplAppendMessage(text)),
  }),
  ...prompts(replit, {
    Replit: (text) => frame(replitSocketUrl, replitMessage(text)),
  }),
  ...prompts(manus, {
    Manus: (text) => frame(manusUrl.socket, manusEvent(text)),
    'Manus in a namespace': (text) => frame(manusUrl.socket, manusEvent(text, '/chat,')),
    'Manus by polling': (text) =>
      post(manusUrl.polling, `3\u001e${manusEvent(text)}`, { 'content-type': 'text/plain' }),
  }),
  ...uploads(xGrok, {
    'Grok on X, file': (text) => post(xGrokUrl.attachment, fileForm(text)),
  }),
];
