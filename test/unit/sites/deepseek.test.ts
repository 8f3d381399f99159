import { describe, expect, it } from 'vitest';
import { deepseek } from '../../../lib/sites/deepseek.ts';
import { deepseekUrl, SESSION } from '../../fixtures/sites/deepseek/bodies.ts';
import { completionBody, editBody } from '../../fixtures/sites/deepseek/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { post } from './requests.ts';
import { fileForm, JSON_TYPE, prompts, uploads } from './wire.ts';

const completion = (prompt: string, extra: object = {}) =>
  post(
    deepseekUrl.completion,
    JSON.stringify({ ...completionBody({ session: SESSION, parent: 2, prompt }), ...extra }),
  );

checkWires([
  ...prompts(deepseek, {
    DeepSeek: (text) => completion(text),
    'DeepSeek, edited prompt': (text) => post(deepseekUrl.edit, JSON.stringify(editBody(SESSION, 3, text)), JSON_TYPE),
    'DeepSeek, title': (text) => post(deepseekUrl.title, JSON.stringify({ chat_session_id: SESSION, title: text })),
  }),
  ...uploads(deepseek, { 'DeepSeek file': (text) => post(deepseekUrl.upload, fileForm(text)) }),
]);

describe('DeepSeek', () => {
  it('shows the prompt alone, and its session', async () => {
    const request = completion('Hello there', { ref_file_ids: ['file-1b2c3d4e-5f60-4718-9234-abcdefabcdef'] });
    expect(await deepseek.read(request)).toMatchObject({
      shape: 'known',
      conversation: SESSION,
      parts: [{ id: 'prompt', role: 'user', text: 'Hello there' }],
      unreadable: [],
    });
  });

  it('judges a field it does not know', async () => {
    const prompt = await deepseek.read(completion('Hello there', { draft_note: 'Call Jane Doe at home' }));
    expect(prompt?.parts.map(({ text }) => text)).toEqual(['Hello there', 'Call Jane Doe at home']);
  });

  it.each([
    ['POST', 'https://chat.deepseek.com/api/v0/chat_session/create'],
    ['POST', 'https://chat.deepseek.com/api/v0/chat/create_pow_challenge'],
    ['GET', 'https://chat.deepseek.com/api/v0/chat/history_messages?chat_session_id=1'],
    ['POST', 'https://chat.deepseek.com/api/v0/chat/stop_stream'],
    ['GET', deepseekUrl.completion],
  ])('takes %s %s for a call of the app', (method, url) => {
    expect(deepseek.callKind({ method, url, transport: 'fetch' })).toBe('other');
  });
});
