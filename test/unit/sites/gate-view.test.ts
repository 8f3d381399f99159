/** Bodies as the gate sees them: parsed fields, hidden file bytes, no body at all, no headers. */
import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FormField, RequestBody } from '../../../lib/prompt/request.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { claude } from '../../../lib/sites/claude.ts';
import { writeFrames } from '../../../lib/sites/codecs/connect.ts';
import { copilot } from '../../../lib/sites/copilot.ts';
import { gemini } from '../../../lib/sites/gemini.ts';
import { readAny } from '../../../lib/sites/generic.ts';
import { perplexity } from '../../../lib/sites/perplexity.ts';
import { chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';
import { claudeUrl } from '../../fixtures/sites/claude/bodies.ts';
import { streamTimelineRequest } from '../../fixtures/sites/claude/page/wire.ts';
import { copilotUrl } from '../../fixtures/sites/copilot/bodies.ts';
import { geminiStreamGenerateForm, geminiUrl } from '../../fixtures/sites/gemini/bodies.ts';
import { perplexityUrl } from '../../fixtures/sites/perplexity/bodies.ts';
import { atGate, formAtGate, gzipped, post } from './requests.ts';

const hidden = (...fields: FormField[]): RequestBody => ({ kind: 'fields', encoding: 'urlencoded', fields });

describe('the gate', () => {
  it('cannot read a file whose bytes the browser hides, and still reads its name and the fields beside it', async () => {
    const file = { name: 'Salaries of Zoë.txt', type: '', bytes: null };
    const prompt = await claude.read(post(claudeUrl.upload, hidden({ name: 'file', file })));
    expect(prompt?.unreadable).toEqual([{ id: 'file', reason: 'no_body' }]);
    expect(prompt?.parts.map(({ text }) => text)).toEqual(['Salaries of Zoë.txt']);
  });

  it('cannot read an upload of which it is shown the file name alone', async () => {
    for (const [site, url] of [
      [claude, claudeUrl.upload],
      // Takes raw bytes as well as forms.
      [copilot, copilotUrl.attachments],
    ] as const) {
      const prompt = await site.read(post(url, hidden({ name: 'file', value: 'notes.txt' })));
      expect(prompt?.unreadable).toEqual([expect.objectContaining({ reason: 'no_body' })]);
    }
  });

  it('knows the fields of an upload as the page does, signed permissions to store it among them', async () => {
    const signed = { name: 'AWSAccessKeyId', value: 'ASIAQ3EGRWVXUNTBL2KD' };
    const prompt = await perplexity.read(
      post(perplexityUrl.store, hidden(signed, { name: 'file', value: 'notes.txt' })),
    );
    expect(prompt).toMatchObject({
      shape: 'known',
      parts: [{ text: 'notes.txt' }],
      unreadable: [{ reason: 'no_body' }],
    });
  });

  it('cannot read multipart bytes without the content of the file', async () => {
    const lines = ['--b1', 'Content-Disposition: form-data; name="file"; filename="a.txt"', 'Content-Type: text/plain'];
    const bytes = new TextEncoder().encode([...lines, '', '', '--b1--', ''].join('\r\n'));
    const prompt = await claude.read(post(claudeUrl.upload, bytes));
    expect(prompt).toMatchObject({ shape: 'known', unreadable: [{ id: 'file', reason: 'no_body' }] });
  });

  it.each(['no_body', 'anything else', 'constructor'])('takes %s for a body nobody can read', async (reason) => {
    for (const [site, url] of [
      [chatgpt, chatgptUrl.conversation],
      [claude, claudeUrl.memory],
      [gemini, geminiUrl.stream],
    ] as const) {
      const request = { ...post(url, { kind: 'unreadable', reason }), transport: 'webrequest' as const };
      expect(await site.read(request)).toMatchObject({ parts: [], unreadable: [{ reason: 'no_body' }] });
      expect(await site.write(request, new Map())).toBeNull();
      expect((await readAny(site, request))?.unreadable).toEqual([{ id: 'body', reason: 'no_body' }]);
    }
  });

  it('takes PATCH of memory for a prompt that nobody can read', async () => {
    const request = { ...post(claudeUrl.memory, { kind: 'unreadable', reason: 'no_body' }), method: 'PATCH' };
    expect(claude.callKind(request)).toBe('prompt');
    expect((await claude.read(request))?.unreadable).toEqual([{ id: 'body', reason: 'no_body' }]);
  });

  it('writes into parsed fields', async () => {
    const request = formAtGate(post(geminiUrl.stream, geminiStreamGenerateForm('card 4111 1111 1111 1111')));
    const body = await gemini.write(request, new Map([['f.req.1.0.0', 'card [C]']]));
    expect(body).toEqual(formAtGate(post(geminiUrl.stream, geminiStreamGenerateForm('card [C]'))).body);
  });

  it('reads framed and packed bytes without headers', async () => {
    const id = '77772d3e-1111-4222-8333-444455556666';
    const frame = { flags: 0, payload: streamTimelineRequest(id) };
    const timeline = await readAny(claude, atGate(post(claudeUrl.streamTimeline, writeFrames([frame]))));
    expect(timeline?.unreadable).toEqual([]);
    expect(timeline?.parts.some(({ text }) => text.includes(id))).toBe(true);
    const note = JSON.stringify({ event: 'paste', value: 'card 4111 1111 1111 1111' });
    const packed = await readAny(chatgpt, atGate(post('https://chatgpt.com/ces/v1/t', gzipped(note))));
    expect(packed?.parts.map(({ text }) => text)).toContain('card 4111 1111 1111 1111');
  });

  it('undoes deflate with and without its head, and tells it by its first bytes', async () => {
    const text = JSON.stringify({ prompt: 'card 4111 1111 1111 1111' });
    const packed = { zlib: new Uint8Array(deflateSync(text)), raw: new Uint8Array(deflateRawSync(text)) };
    const announced = (bytes: Uint8Array) => post(chatgptUrl.conversation, bytes, { 'content-encoding': 'deflate' });
    for (const request of [announced(packed.zlib), announced(packed.raw), atGate(announced(packed.zlib))]) {
      const part = (await chatgpt.read(request))!.parts.find((one) => one.text.includes('4111'))!;
      const body = await chatgpt.write(request, new Map([[part.id, 'gone']]));
      const sent = await chatgpt.read({ ...request, body: body! });
      expect(sent?.parts.map((one) => one.text)).toContain('gone');
    }
    expect((await chatgpt.read(atGate(announced(packed.raw))))?.unreadable).not.toEqual([]);
  });

  it('never takes an encoding it cannot undo for text', async () => {
    for (const encoding of ['br', 'zstd', 'gzip, br']) {
      const request = post(chatgptUrl.conversation, new TextEncoder().encode('{}'), { 'content-encoding': encoding });
      expect(await chatgpt.read(request)).toMatchObject({ parts: [], unreadable: [{ reason: 'unknown_shape' }] });
    }
  });
});
