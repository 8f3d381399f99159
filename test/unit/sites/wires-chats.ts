/** Calls of the smaller chats, for the table of all calls. */
import { githubCopilot } from '../../../lib/sites/github-copilot.ts';
import { lmarena } from '../../../lib/sites/lmarena.ts';
import { openrouter } from '../../../lib/sites/openrouter.ts';
import { phind } from '../../../lib/sites/phind.ts';
import { quillbot } from '../../../lib/sites/quillbot.ts';
import { t3Chat } from '../../../lib/sites/t3-chat.ts';
import { venice } from '../../../lib/sites/venice.ts';
import {
  githubCopilotBody,
  githubCopilotCompletionsBody,
  githubCopilotUrl,
} from '../../fixtures/sites/github-copilot/bodies.ts';
import { lmarenaBody, lmarenaUrl } from '../../fixtures/sites/lmarena/bodies.ts';
import {
  openrouterActionBody,
  openrouterBody,
  openrouterPartsBody,
  openrouterUrl,
} from '../../fixtures/sites/openrouter/bodies.ts';
import { phindBody, phindInferBody, phindUrl } from '../../fixtures/sites/phind/bodies.ts';
import { quillbotBody, quillbotParaphraseBody, quillbotUrl } from '../../fixtures/sites/quillbot/bodies.ts';
import { t3ChatBody, t3ChatUploadBody, t3ChatUrl } from '../../fixtures/sites/t3-chat/bodies.ts';
import { veniceBody, veniceImageBody, veniceUrl } from '../../fixtures/sites/venice/bodies.ts';
import { post } from './requests.ts';
import { fileForm, JSON_TYPE, prompts, uploads, type Wire } from './wire.ts';

export const CHAT_WIRES: Wire[] = [
  ...prompts(githubCopilot, {
    'GitHub Copilot': (text) => post(githubCopilotUrl.messages, githubCopilotBody(text), JSON_TYPE),
    'GitHub Copilot, business plan': (text) => post(githubCopilotUrl.business, githubCopilotBody(text), JSON_TYPE),
    'GitHub Copilot, enterprise plan': (text) => post(githubCopilotUrl.enterprise, githubCopilotBody(text), JSON_TYPE),
    'GitHub Copilot, reference': (text) =>
      post(
        githubCopilotUrl.messages,
        githubCopilotBody('What does this do?', { references: [{ path: 'src/pay.ts', contents: text }] }),
      ),
    'GitHub Copilot, completions': (text) =>
      post(githubCopilotUrl.completions, githubCopilotCompletionsBody(text), JSON_TYPE),
  }),
  ...prompts(t3Chat, {
    'T3 Chat': (text) => post(t3ChatUrl.chat, t3ChatBody(text), JSON_TYPE),
    'T3 Chat, about the person': (text) =>
      post(t3ChatUrl.chat, t3ChatBody('Hello', { preferences: { additionalInfo: text } }), JSON_TYPE),
  }),
  ...uploads(t3Chat, {
    'T3 Chat file name': (text) => post(t3ChatUrl.upload, t3ChatUploadBody(text), JSON_TYPE),
    'T3 Chat file bytes': (text) => ({ ...post(t3ChatUrl.store, fileForm(text)), method: 'PUT' }),
  }),
  ...prompts(openrouter, {
    OpenRouter: (text) => post(openrouterUrl.completions, openrouterBody(text), JSON_TYPE),
    'OpenRouter, parts': (text) => post(openrouterUrl.completions, openrouterPartsBody(text), JSON_TYPE),
    'OpenRouter, server action': (text) =>
      post(openrouterUrl.action, openrouterActionBody(text), { 'content-type': 'text/plain;charset=UTF-8' }),
    'OpenRouter, server action of a room': (text) => post(openrouterUrl.room, openrouterActionBody(text)),
    'OpenRouter, server action as a form': (text) =>
      post(openrouterUrl.action, {
        kind: 'fields',
        encoding: 'multipart',
        fields: [{ name: '0', value: openrouterBody(text) }],
      }),
  }),
  ...prompts(lmarena, {
    LMArena: (text) => post(lmarenaUrl.create, lmarenaBody(text), { 'content-type': 'text/plain;charset=UTF-8' }),
    'LMArena, later': (text) => post(lmarenaUrl.post, lmarenaBody(text, [], false), JSON_TYPE),
  }),
  ...uploads(lmarena, {
    'LMArena file bytes': (text) => ({ ...post(lmarenaUrl.store, new TextEncoder().encode(text)), method: 'PUT' }),
  }),
  ...prompts(venice, {
    Venice: (text) => post(veniceUrl.chat, veniceBody(text), JSON_TYPE),
    'Venice, older host': (text) => post(veniceUrl.older, veniceBody(text), JSON_TYPE),
    'Venice, own instructions': (text) => post(veniceUrl.chat, veniceBody('Hello', [], text), JSON_TYPE),
    'Venice picture': (text) => post(veniceUrl.image, veniceImageBody(text), JSON_TYPE),
  }),
  ...prompts(quillbot, {
    QuillBot: (text) => post(quillbotUrl.chat, quillbotBody(text), JSON_TYPE),
    'QuillBot document': (text) => post(quillbotUrl.chat, quillbotBody('Shorten this', { editor: text }), JSON_TYPE),
    'QuillBot selection': (text) => post(quillbotUrl.chat, quillbotBody('Shorten', { selection: text }), JSON_TYPE),
    'QuillBot paraphraser': (text) => post(quillbotUrl.paraphrase, quillbotParaphraseBody(text), JSON_TYPE),
  }),
  ...prompts(phind, {
    Phind: (text) => post(phindUrl.agent, phindBody(text), JSON_TYPE),
    'Phind, older': (text) => post(phindUrl.infer, phindInferBody(text), JSON_TYPE),
  }),
];
