/** Calls of the smaller chats, for the table of all calls. */
import { githubCopilot } from '../../../lib/sites/github-copilot.ts';
import { t3Chat } from '../../../lib/sites/t3-chat.ts';
import {
  githubCopilotBody,
  githubCopilotCompletionsBody,
  githubCopilotUrl,
} from '../../fixtures/sites/github-copilot/bodies.ts';
import { t3ChatBody, t3ChatUploadBody, t3ChatUrl } from '../../fixtures/sites/t3-chat/bodies.ts';
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
];
