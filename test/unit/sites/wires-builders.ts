/** Calls of the apps that build software, for the table of all calls. */
import { bolt } from '../../../lib/sites/bolt.ts';
import { lovable } from '../../../lib/sites/lovable.ts';
import { v0 } from '../../../lib/sites/v0.ts';
import { boltBody, boltKeepBody, boltUrl } from '../../fixtures/sites/bolt/bodies.ts';
import {
  lovableBody,
  lovableMessagesBody,
  lovableProjectBody,
  lovableUploadBody,
  lovableUrl,
} from '../../fixtures/sites/lovable/bodies.ts';
import { v0Body, v0Url } from '../../fixtures/sites/v0/bodies.ts';
import { post } from './requests.ts';
import { JSON_TYPE, prompts, uploads, type Wire } from './wire.ts';

export const BUILDER_WIRES: Wire[] = [
  ...prompts(bolt, {
    'Bolt project file': (text) =>
      post(boltUrl.chat, boltBody('Explain this', { files: [{ path: 'src/App.tsx', content: text }] }), JSON_TYPE),
    'Bolt terminal': (text) =>
      post(boltUrl.chat, boltBody('Why?', { commands: [{ command: 'npm test', output: text }] }), JSON_TYPE),
    'Bolt problems': (text) => post(boltUrl.chat, boltBody('Fix it', { problems: text }), JSON_TYPE),
    'Bolt, kept with the project': (text) => post(boltUrl.keep, boltKeepBody(text), JSON_TYPE),
  }),
  ...prompts(lovable, {
    Lovable: (text) => post(lovableUrl.chat, lovableBody(text), JSON_TYPE),
    'Lovable log line': (text) =>
      post(lovableUrl.chat, lovableBody('Why?', { logs: [{ level: 'error', message: text }] }), JSON_TYPE),
    'Lovable network call': (text) =>
      post(
        lovableUrl.chat,
        lovableBody('Why?', { calls: [{ method: 'GET', url: '/api', status: 500, response_body: text }] }),
      ),
    'Lovable messages': (text) => post(lovableUrl.messages, lovableMessagesBody(text), JSON_TYPE),
    'Lovable knowledge': (text) => ({
      ...post(lovableUrl.knowledge, JSON.stringify({ content: text }), JSON_TYPE),
      method: 'PUT',
    }),
  }),
  ...uploads(lovable, {
    'Lovable file name': (text) => post(lovableUrl.upload, lovableUploadBody(text), JSON_TYPE),
    'Lovable file bytes': (text) => ({ ...post(lovableUrl.store, new TextEncoder().encode(text)), method: 'PUT' }),
  }),
  ...prompts(v0, {
    v0: (text) => post(v0Url.chat, v0Body(text), JSON_TYPE),
    'v0, older host': (text) => post(v0Url.dev, v0Body(text), JSON_TYPE),
  }),
];

/** Calls that carry the prompt more than once: every copy is a part of its own. */
export const REPEATING_WIRES: Wire[] = [
  ...prompts(bolt, {
    Bolt: (text) => post(boltUrl.chat, boltBody(text), JSON_TYPE),
    'Bolt, older path': (text) => post(boltUrl.older, boltBody(text), JSON_TYPE),
    'Bolt on StackBlitz': (text) => post(boltUrl.stackblitz, boltBody(text), JSON_TYPE),
  }),
  ...prompts(lovable, {
    'Lovable, new project': (text) => post(lovableUrl.projects, lovableProjectBody(text), JSON_TYPE),
  }),
];
