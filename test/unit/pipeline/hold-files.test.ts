import { describe, expect, it } from 'vitest';
import { Hold } from '../../../lib/pipeline/hold.ts';
import type { PickedFile } from '../../../lib/pipeline/picked-files.ts';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { grok } from '../../../lib/sites/grok.ts';
import { guardPorts, reader } from '../../fakes/guard-ports.ts';
import { docx, lockedZip, pdf, png, zip } from '../../fixtures/files/sample-files.ts';
import { chatgptFileBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';

const PAGE = 'https://chatgpt.com/';
const CARD = '4111 1111 1111 1111';
const WITH_CARD = `The bill was paid with ${CARD} on Monday.`;
const HARMLESS = 'Shopping list: tea, rain coat, two umbrellas.';

const picked = (name: string, bytes: Uint8Array | null): PickedFile => ({ name, mediaType: '', bytes });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const upload = (bytes: Uint8Array, headers: Record<string, string> = {}, url = chatgptUrl.blob): CapturedRequest => ({
  transport: 'fetch',
  url,
  method: 'PUT',
  headers,
  body: { kind: 'bytes', bytes },
});
const announce = (name: string): CapturedRequest => ({
  transport: 'fetch',
  url: chatgptUrl.files,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: { kind: 'text', text: chatgptFileBody(name) },
});
const textIn = async (bytes: Uint8Array) => {
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  const { parts } = await reader.read({ name: '', mediaType: '', bytes }, control);
  return parts.map(({ text }) => text).join('\n');
};

describe('[I41] files on their way into the page', () => {
  it('pass unasked and unrecorded when harmless; the upload that follows is recorded', async () => {
    const { ports, seen } = await guardPorts();
    const hold = new Hold(ports);
    const file = docx(HARMLESS);
    expect(await hold.onFiles(chatgpt, PAGE, [picked('list.docx', file)], 'file')).toEqual({ kind: 'pass' });
    expect([seen.asked, seen.committed.length]).toEqual([0, 0]);
    expect(await hold.onRequest(chatgpt, announce('list.docx'))).toEqual({ verdict: 'pass' });
    expect(await hold.onRequest(chatgpt, upload(file))).toEqual({ verdict: 'pass' });
    expect(seen.committed.at(-1)).toMatchObject({
      draft: { action: 'allow', attachments: [{ type: 'word', size: file.length, scan: 'read' }] },
      permit: { opaque: true },
    });
    expect(JSON.stringify(seen.committed)).not.toContain('list');
  });

  it('come back sanitised, all of one pick after one question, and their upload is not asked about again', async () => {
    const { ports, seen } = await guardPorts({ choice: 'redact' });
    const hold = new Hold(ports);
    const fine = picked('fine.txt', bytesOf(HARMLESS));
    const outcome = await hold.onFiles(chatgpt, PAGE, [picked('bill.docx', docx(WITH_CARD)), fine], 'drop');
    const files = outcome.kind === 'replace' ? outcome.files : [];
    expect(files[1]).toBeNull();
    const clean = files[0]!.bytes!;
    expect(await textIn(clean)).toMatch(/paid with \[CREDIT_CARD_1·\w+\] on Monday/);
    expect(await hold.onRequest(chatgpt, upload(clean))).toEqual({ verdict: 'pass' });
    expect([seen.asked, seen.committed.length]).toEqual([1, 1]);
    expect(seen.committed[0]).toMatchObject({ draft: { user_choice: 'redact' }, permit: null });
    expect(seen.vouched).toMatchObject([{ decision: 'record-1', opaque: true }]);
  });

  it('stay when the format cannot be written, whatever is answered', async () => {
    const { ports } = await guardPorts({ choice: 'redact' });
    const outcome = await new Hold(ports).onFiles(chatgpt, PAGE, [picked('bill.pdf', await pdf(WITH_CARD))], 'file');
    expect(outcome).toEqual({ kind: 'stop' });
  });

  it('that were refused are not announced, those being judged are waited for', async () => {
    const { ports } = await guardPorts({ choice: 'cancel' });
    const hold = new Hold(ports);
    const outcome = hold.onFiles(chatgpt, PAGE, [picked('bill.docx', docx(WITH_CARD))], 'file');
    const announced = hold.onRequest(chatgpt, announce('bill.docx'));
    expect(await outcome).toEqual({ kind: 'stop' });
    expect(await announced).toEqual({ verdict: 'refuse', code: 'file_refused' });
    expect(await hold.onRequest(chatgpt, announce('other.docx'))).toEqual({ verdict: 'pass' });
    await hold.onFiles(chatgpt, PAGE, [picked('bill.docx', docx(HARMLESS))], 'file');
    expect(await hold.onRequest(chatgpt, announce('bill.docx'))).toEqual({ verdict: 'pass' });
  });

  it.each([
    ['locked', lockedZip(), 'encrypted'],
    ['too large', null, 'oversized'],
  ])('that are %s stay, with the reason in the record', async (_, bytes, reason) => {
    const { ports, seen } = await guardPorts({ choice: 'proceed' });
    expect(await new Hold(ports).onFiles(chatgpt, PAGE, [picked('a.zip', bytes)], 'file')).toEqual({ kind: 'stop' });
    expect(seen.committed[0]!.draft.input.unreadable).toEqual([{ reason, n: 1 }]);
  });
});

describe('files in a call that nobody announced', () => {
  it('[I24] are read: what is found is redacted in the body', async () => {
    const { ports, seen } = await guardPorts({ choice: 'redact' });
    const hold = new Hold(ports);
    const verdict = await hold.onRequest(chatgpt, upload(zip({ 'notes.txt': WITH_CARD })));
    const body = verdict.verdict === 'rewrite' && verdict.body.kind === 'bytes' ? verdict.body.bytes : new Uint8Array();
    expect(await textIn(body)).toMatch(/CREDIT_CARD_1/);
    expect(await hold.onRequest(chatgpt, upload(body))).toEqual({ verdict: 'pass' });
    expect(seen.asked).toBe(1);
  });

  it('[I24] in base64 inside JSON are written back as base64', async () => {
    const { ports } = await guardPorts({ choice: 'redact' });
    const content = Buffer.from(docx(WITH_CARD)).toString('base64');
    const verdict = await new Hold(ports).onRequest(grok, {
      transport: 'fetch',
      url: 'https://grok.com/rest/app-chat/upload-file',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: { kind: 'text', text: JSON.stringify({ fileName: 'bill.docx', fileMimeType: '', content }) },
    });
    const text = verdict.verdict === 'rewrite' && verdict.body.kind === 'text' ? verdict.body.text : '{}';
    const sent = JSON.parse(text) as { fileName: string; content: string };
    expect(sent.fileName).toBe('bill.docx');
    expect(await textIn(new Uint8Array(Buffer.from(sent.content, 'base64')))).toMatch(/CREDIT_CARD_1/);
  });

  it('approved once are approved as these bytes, and no others', async () => {
    const { ports, seen } = await guardPorts({ choice: 'proceed' });
    const hold = new Hold(ports);
    for (let time = 0; time < 2; time++) expect((await hold.onRequest(chatgpt, upload(png()))).verdict).toBe('pass');
    expect(seen.asked).toBe(1);
    await hold.onRequest(chatgpt, upload(png(0x11)));
    expect(seen.asked).toBe(2);
  });

  it.each(['https://chatgpt.com/backend-api/brand-new', 'https://store.example.net/presigned'])(
    'are judged at an address nobody knows: %s',
    async (url) => {
      const { ports, seen } = await guardPorts({ choice: 'cancel' });
      const hold = new Hold(ports);
      expect((await hold.onRequest(chatgpt, upload(docx(WITH_CARD), {}, url))).verdict).toBe('refuse');
      expect(seen.asked).toBe(1);
      expect((await hold.onRequest(chatgpt, upload(docx(HARMLESS), {}, url))).verdict).toBe('pass');
    },
  );

  it('[I67] stay when the reader is gone, and nobody can wave them through', async () => {
    const { ports, seen } = await guardPorts({ choice: 'proceed' });
    const gone = { read: () => Promise.reject(new Error('gone')), rewrite: () => Promise.reject(new Error('gone')) };
    const hold = new Hold({ ...ports, files: gone });
    expect((await hold.onRequest(chatgpt, upload(docx(HARMLESS)))).verdict).toBe('refuse');
    expect(seen.committed[0]!.draft.input.unreadable).toEqual([{ reason: 'unread', n: 1 }]);
    expect(await hold.onFiles(chatgpt, PAGE, [picked('a.docx', docx(HARMLESS))], 'paste')).toEqual({ kind: 'stop' });
    expect((await new Hold(ports).onRequest(chatgpt, upload(docx(HARMLESS)))).verdict).toBe('pass');
  });
});

describe('[I42] pieces of a file', () => {
  const whole = docx(...Array.from({ length: 300 }, (_, at) => `Paragraph ${at} about ${at * 7919} umbrellas.`));
  const half = Math.ceil(whole.length / 2);
  const range = (from: number, to: number) => ({ 'content-range': `bytes ${from}-${to - 1}/${whole.length}` });

  it('pass as parts of one that was judged whole, wherever the call says they begin', async () => {
    const { ports, seen } = await guardPorts();
    const hold = new Hold(ports);
    await hold.onFiles(chatgpt, PAGE, [picked('long.docx', whole)], 'file');
    for (const [from, to] of [
      [0, half],
      [half, whole.length],
    ] as const) {
      expect((await hold.onRequest(chatgpt, upload(whole.subarray(from, to), range(from, to)))).verdict).toBe('pass');
    }
    expect(seen.asked).toBe(0);
  });

  it('stay when the whole is not known, or is another one', async () => {
    const { ports, seen } = await guardPorts({ choice: 'proceed' });
    const hold = new Hold(ports);
    await hold.onFiles(chatgpt, PAGE, [picked('other.txt', bytesOf(HARMLESS.repeat(50)))], 'file');
    const text = bytesOf('Paid with 4111 1111');
    expect((await hold.onRequest(chatgpt, upload(text, { 'content-range': 'bytes 0-18/29' }))).verdict).toBe('refuse');
    expect((await hold.onRequest(chatgpt, upload(text, { 'x-goog-upload-command': 'upload' }))).verdict).toBe('refuse');
    expect((await hold.onRequest(chatgpt, upload(text))).verdict).toBe('pass');
    expect(seen.committed[0]!.draft.input.unreadable).toEqual([{ reason: 'unknown_shape', n: 1 }]);
  });
});
