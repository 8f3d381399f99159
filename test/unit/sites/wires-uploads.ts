/** Files on their way to the apps' stores, or in a prompt's own body, for the table of all calls. */
import { aiStudio } from '../../../lib/sites/ai-studio.ts';
import { bolt } from '../../../lib/sites/bolt.ts';
import { characterAi } from '../../../lib/sites/character-ai.ts';
import { deepl } from '../../../lib/sites/deepl.ts';
import { duckAi } from '../../../lib/sites/duck-ai.ts';
import { githubCopilot } from '../../../lib/sites/github-copilot.ts';
import { manus } from '../../../lib/sites/manus.ts';
import { openrouter } from '../../../lib/sites/openrouter.ts';
import { replit } from '../../../lib/sites/replit.ts';
import { v0 } from '../../../lib/sites/v0.ts';
import { venice } from '../../../lib/sites/venice.ts';
import { aiStudioBuildBody, aiStudioUrl } from '../../fixtures/sites/ai-studio/bodies.ts';
import { boltBody, boltUrl } from '../../fixtures/sites/bolt/bodies.ts';
import { duckAiBody, duckAiUrl } from '../../fixtures/sites/duck-ai/bodies.ts';
import { openrouterPartsBody, openrouterUrl } from '../../fixtures/sites/openrouter/bodies.ts';
import { veniceBody, veniceUrl } from '../../fixtures/sites/venice/bodies.ts';
import { post } from './requests.ts';
import { fileForm, JSON_TYPE, prompts, uploads, type Wire } from './wire.ts';

const DRIVE = 'https://www.googleapis.com/upload/drive/v3/files?uploadType=resumable';
const MANUS_STORE = 'https://vida-private.s3.us-east-1.amazonaws.com/file-1f2e?X-Amz-Signature=1f2e3d4c';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const dataUrl = (text: string) => `data:text/plain;base64,${base64(text)}`;
const put = (url: string, text: string) => ({ ...post(url, new TextEncoder().encode(text)), method: 'PUT' });
const json = (url: string, body: object) => post(url, JSON.stringify(body), JSON_TYPE);

export const UPLOAD_WIRES: Wire[] = [
  ...uploads(aiStudio, {
    'AI Studio file name': (text) => json(DRIVE, { name: text, mimeType: 'text/plain', parents: ['1Kq7vWm2XcP9nTzR'] }),
    'AI Studio file bytes': (text) => put(`${DRIVE}&upload_id=AKDAsD9f`, text),
  }),
  ...prompts(aiStudio, {
    'AI Studio, an app built there': (text) => post(aiStudioUrl.build, aiStudioBuildBody(text), JSON_TYPE),
  }),
  ...uploads(v0, {
    'v0 file name': (text) =>
      json('https://v0.app/chat/api/attachments', {
        type: 'blob.generate-client-token',
        payload: { pathname: text, callbackUrl: 'https://v0.app/', multipart: false, clientPayload: null },
      }),
    'v0 file bytes': (text) => put('https://vercel.com/api/blob/?pathname=notes.txt', text),
  }),
  ...uploads(githubCopilot, {
    'GitHub Copilot file name': (text) =>
      post('https://github.com/upload/policies/copilot-chat-attachments', {
        kind: 'fields',
        encoding: 'multipart',
        fields: [
          { name: 'name', value: text },
          { name: 'size', value: '77' },
        ],
      }),
    'GitHub Copilot file bytes': (text) => post('https://uploads.github.com/copilot/chat/attachments', fileForm(text)),
  }),
  ...uploads(manus, {
    'Manus file name': (text) => json('https://api.manus.im/v1/files', { filename: text }),
    'Manus file bytes': (text) => put(MANUS_STORE, text),
  }),
  ...uploads(deepl, {
    'DeepL document': (text) =>
      post('https://document-translation-pro.www.deepl.com/documentTranslation/upload?target=de', fileForm(text)),
  }),
  ...uploads(characterAi, {
    'Character.AI picture': (text) =>
      post('https://plus.character.ai/chat/upload-image/', {
        kind: 'fields',
        encoding: 'multipart',
        fields: [{ name: 'image', file: { name: '', type: 'image/svg+xml', bytes: new TextEncoder().encode(text) } }],
      }),
  }),
  ...uploads(replit, {
    'Replit picture': (text) =>
      json('https://replit.com/data/images/upload', { context: 'profile-image', image: dataUrl(text) }),
  }),
  ...prompts(bolt, {
    'Bolt file': (text) =>
      post(
        boltUrl.chat,
        boltBody('Read this', {}, [
          {
            role: 'user',
            content: 'Hello',
            files: [{ name: 'notes.txt', contentType: 'text/plain', url: dataUrl(text) }],
          },
        ]),
        JSON_TYPE,
      ),
  }),
  ...prompts(duckAi, {
    'Duck.ai file': (text) =>
      post(
        duckAiUrl.chat,
        duckAiBody('Read this', [
          { role: 'user', content: [{ type: 'file', filename: 'notes.txt', file: dataUrl(text) }] },
        ]),
        JSON_TYPE,
      ),
  }),
  ...prompts(openrouter, {
    'OpenRouter file': (text) =>
      post(
        openrouterUrl.completions,
        openrouterPartsBody('Read this', [{ type: 'file', file: { filename: 'notes.txt', file_data: dataUrl(text) } }]),
        JSON_TYPE,
      ),
  }),
  ...prompts(venice, {
    'Venice file': (text) =>
      post(
        veniceUrl.chat,
        veniceBody('Read this', [
          { role: 'user', content: 'Hello', files: [{ name: 'notes.txt', type: 'text/plain', content: base64(text) }] },
        ]),
        JSON_TYPE,
      ),
  }),
];
