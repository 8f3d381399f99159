/** What the calls of the assistants with wires of their own say besides the text, and what they keep to themselves. */
import { encode } from '@msgpack/msgpack';
import lzString from 'lz-string';
import { describe, expect, it } from 'vitest';
import { aiStudio } from '../../../lib/sites/ai-studio.ts';
import { deepl } from '../../../lib/sites/deepl.ts';
import { grok } from '../../../lib/sites/grok.ts';
import { m365Copilot } from '../../../lib/sites/m365-copilot.ts';
import { metaAi } from '../../../lib/sites/meta-ai.ts';
import { notebooklm } from '../../../lib/sites/notebooklm.ts';
import { perplexity } from '../../../lib/sites/perplexity.ts';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import { xGrok } from '../../../lib/sites/x-grok.ts';
import { aiStudioBody, aiStudioUrl } from '../../fixtures/sites/ai-studio/bodies.ts';
import { characterChat, characterSocketUrl, characterTurnCommand } from '../../fixtures/sites/character-ai/bodies.ts';
import { copilotOptionsFrame, copilotSendFrame, copilotUrl } from '../../fixtures/sites/copilot/bodies.ts';
import { deeplAppendMessage, deeplHandshake, deeplSocketUrl } from '../../fixtures/sites/deepl/bodies.ts';
import { geminiStreamGenerateForm, geminiUrl } from '../../fixtures/sites/gemini/bodies.ts';
import {
  grokActionBody,
  grokConversation,
  grokMessageFrame,
  grokRespondFrame,
  grokSessionFrame,
  grokUrl,
} from '../../fixtures/sites/grok/bodies.ts';
import { m365ChatRecord, m365Conversation, m365Url } from '../../fixtures/sites/m365-copilot/bodies.ts';
import { manusEvent, manusSession, manusUrl } from '../../fixtures/sites/manus/bodies.ts';
import {
  metaConversation,
  metaPing,
  metaPromptMessage,
  metaUrl,
  metaWarmUpBody,
} from '../../fixtures/sites/meta-ai/bodies.ts';
import { notebookSourceForm, notebookUrl } from '../../fixtures/sites/notebooklm/bodies.ts';
import { perplexityAskBody, perplexityUrl } from '../../fixtures/sites/perplexity/bodies.ts';
import { replitSocketUrl } from '../../fixtures/sites/replit/bodies.ts';
import { xGrokBody, xGrokUrl } from '../../fixtures/sites/x-grok/bodies.ts';
import { open, post, textOf } from './requests.ts';
import { frame } from './wire.ts';

const CARD = 'my card is 4111 1111 1111 1111';
const NEXT = 'A sentence in a field that nobody knows yet';

const textsOf = async (request: Parameters<typeof grok.read>[0]) =>
  (await siteForUrl(request.url)!.read(request))?.parts.map(({ text }) => text) ?? null;

describe('frames and calls that carry no text', () => {
  it.each([
    ['Copilot options', frame(copilotUrl.socket, copilotOptionsFrame())],
    ['Copilot socket, opened', frame(copilotUrl.socket, '')],
    ['M365 handshake', frame(m365Url.hub, '{"protocol":"json","version":1}\u001e')],
    ['M365 ping', frame(m365Url.hub, '{"type":6}\u001e')],
    ['Grok session', frame(grokUrl.socket, grokSessionFrame())],
    ['Grok response', frame(grokUrl.socket, grokRespondFrame())],
    ['Meta AI ping', frame(metaUrl.gateway, metaPing())],
    ['Meta AI warm-up', post(metaUrl.graphql, metaWarmUpBody())],
    ['DeepL handshake', frame(deeplSocketUrl, deeplHandshake)],
    ['Manus ping', frame(manusUrl.socket, '2')],
    ['Manus connection', frame(manusUrl.socket, '40')],
  ])('%s', async (_, request) => expect(await textsOf(request)).toBeNull());

  it('the handshakes themselves, whose addresses hold tokens', async () => {
    for (const url of [copilotUrl.socket, m365Url.hub, metaUrl.gateway, manusUrl.socket, deeplSocketUrl]) {
      const handshake = { ...post(url, { kind: 'none' }), transport: 'webrequest' as const, method: 'GET' };
      expect(await textsOf(handshake), url).toBeNull();
    }
  });
});

describe('conversations', () => {
  it.each([
    ['Copilot', frame(copilotUrl.socket, copilotSendFrame('hi')), 'Kq7vWm2XcP9nTzRb4LdYs'],
    ['M365', frame(m365Url.hub, `${m365ChatRecord('hi')}\u001e`), m365Conversation],
    ['Grok', frame(grokUrl.socket, grokMessageFrame('hi')), grokConversation],
    ['Meta AI', frame(metaUrl.gateway, metaPromptMessage('hi')), metaConversation],
    ['Character.AI', frame(characterSocketUrl, characterTurnCommand('hi')), characterChat],
    ['Manus', frame(manusUrl.socket, manusEvent('hi')), manusSession],
  ])('are told by %s', async (_, request, id) => {
    expect((await siteForUrl(request.url)!.read(request))?.conversation).toBe(id);
  });
  it('have no id yet where an empty one stands', async () => {
    const request = post(geminiUrl.stream, geminiStreamGenerateForm('Hello', { conversation: '' }));
    expect((await siteForUrl(request.url)!.read(request))?.conversation).toBeNull();
  });
});

describe('fields nobody knows', () => {
  const extended = (json: string) => `${json.slice(0, -1)},"novel_field":{"deep":["${NEXT}"]}}`;

  it.each([
    ['Perplexity', post(perplexityUrl.ask, extended(perplexityAskBody('hi')))],
    ['Copilot', frame(copilotUrl.socket, extended(copilotSendFrame('hi')))],
    ['M365', frame(m365Url.hub, `${extended(m365ChatRecord('hi'))}\u001e`)],
    ['Grok', frame(grokUrl.socket, extended(grokMessageFrame('hi')))],
    ['Grok on X', post(xGrokUrl.respond, extended(xGrokBody('hi')))],
    ['Character.AI', frame(characterSocketUrl, extended(characterTurnCommand('hi')))],
    ['Manus', frame(manusUrl.socket, `42["message",{"novel_field":["${NEXT}"]}]`)],
    ['Replit', frame(replitSocketUrl, encode({ type: 'user_message', novel_field: { deep: [NEXT] } }))],
    ['AI Studio', post(aiStudioUrl.generate, `${aiStudioBody('hi').slice(0, -1)},null,["${NEXT}"]]`)],
  ])('are read on %s, and the shape counts as unknown', async (_, request) => {
    const prompt = await siteForUrl(request.url)!.read(request);
    expect(prompt?.shape).toBe('unknown');
    expect(prompt?.parts.map(({ text }) => text)).toContain(NEXT);
  });
});

describe('Perplexity', () => {
  it('[I39] loses the text in both places, also when the second says something else', async () => {
    const request = post(perplexityUrl.ask, perplexityAskBody(CARD));
    const prompt = await perplexity.read(request);
    expect(prompt?.parts).toHaveLength(1);
    const body = await perplexity.write(request, new Map([[prompt!.parts[0]!.id, 'my card is [C]']]));
    expect(JSON.parse(textOf(body))).toMatchObject({
      query_str: 'my card is [C]',
      params: { dsl_query: 'my card is [C]' },
    });
    const other = post(
      perplexityUrl.ask,
      perplexityAskBody(CARD).replace(`"query_str":"${CARD}"`, '"query_str":"hello"'),
    );
    expect(await textsOf(other)).toEqual([CARD, 'hello']);
  });
});

describe('Microsoft 365 Copilot', () => {
  it('[I35] reads every record of a frame and refuses pieces of one', async () => {
    const record = m365ChatRecord(CARD);
    expect(
      await textsOf(frame(m365Url.hub, `{"type":6}\u001e${record}\u001e${m365ChatRecord('and this')}\u001e`)),
    ).toEqual([CARD, 'and this']);
    const middle = record.indexOf('4111') + 7;
    for (const piece of [record.slice(0, middle), `${record.slice(middle)}\u001e`, record]) {
      expect((await m365Copilot.read(frame(m365Url.hub, piece)))?.unreadable).toContainEqual({
        id: 'body',
        reason: 'damaged',
      });
    }
  });

  it('governs its own addresses of a host it shares', () => {
    expect(m365Copilot.callKind(post('https://substrate.office.com/search/api/v2/query', '{}'))).toBe('outside');
  });
});

describe('Grok', () => {
  it('[I40] reads a server action in its positional array, and as a form', async () => {
    expect(await textsOf(post(grokUrl.newChat, grokActionBody(CARD)))).toContain(CARD);
    expect(await textsOf(post(grokUrl.newChat, JSON.stringify([CARD, '$undefined'])))).toContain(CARD);
    const fields = [{ name: '1_$ACTION_0:0', value: grokActionBody(CARD) }];
    const request = post(grokUrl.newChat, { kind: 'fields', encoding: 'multipart', fields });
    const part = (await grok.read(request))!.parts.find(({ text }) => text === CARD)!;
    const body = await grok.write(request, new Map([[part.id, 'gone']]));
    expect(body).toEqual({ ...request.body, fields: [{ ...fields[0], value: grokActionBody('gone') }] });
  });

  it('cannot hear what live voice says', async () => {
    const voice = await grok.read(post(grokUrl.voice, '{}'));
    expect(voice).toMatchObject({ channel: 'voice', unreadable: [{ reason: 'stream' }] });
  });
});

describe('Grok on X', () => {
  it('leaves the social network alone', () => {
    expect(xGrok.callKind(post(xGrokUrl.timeline, '{}'))).toBe('outside');
    expect(xGrok.callKind(open('https://x.com/home?text=hello'))).toBe('outside');
  });
});

describe('Meta AI', () => {
  it('reads the prompt in protobuf in base64 in JSON in a frame, and writes nothing', async () => {
    const request = frame(metaUrl.gateway, metaPromptMessage(CARD));
    const prompt = await metaAi.read(request);
    expect(prompt).toMatchObject({ shape: 'known', unreadable: [] });
    const part = prompt!.parts.find(({ text }) => text === CARD)!;
    expect(await metaAi.write(request, new Map([[part.id, 'gone']]))).toBeNull();
    expect(await metaAi.write(request, new Map())).toEqual(request.body);
  });

  it('refuses frames that hold no JSON', async () => {
    const bytes = Uint8Array.from({ length: 200 }, (_, index) => (index === 0 ? 0x0d : (index * 89 + 130) % 256));
    expect((await metaAi.read(frame(metaUrl.gateway, bytes)))?.unreadable).not.toEqual([]);
  });
});

describe('AI Studio', () => {
  it('tells the model from the person', async () => {
    const request = post(
      aiStudioUrl.generate,
      aiStudioBody('And now?', [{ text: 'Hello, dear person.', role: 'model' }]),
    );
    expect((await aiStudio.read(request))?.parts.map(({ role, text }) => [role, text])).toEqual([
      ['assistant', 'Hello, dear person.'],
      ['user', 'And now?'],
    ]);
  });
});

describe('NotebookLM', () => {
  it('reads a source that is pasted, and writes into it', async () => {
    const request = post(notebookUrl.batch, notebookSourceForm(CARD));
    const part = (await notebooklm.read(request))!.parts.find(({ text }) => text === CARD)!;
    const body = await notebooklm.write(request, new Map([[part.id, 'gone']]));
    const fields = (text: string) => [...new URLSearchParams(text)];
    expect(fields(textOf(body))).toEqual(fields(notebookSourceForm('gone')));
  });
});

describe('DeepL', () => {
  it('[I35] reads what a message in MessagePack inserts, and writes it', async () => {
    const request = frame(deeplSocketUrl, deeplAppendMessage(CARD));
    const prompt = await deepl.read(request);
    const part = prompt!.parts.find(({ text }) => text === CARD)!;
    expect(await deepl.write(request, new Map([[part.id, 'gone']]))).toEqual({
      kind: 'bytes',
      bytes: deeplAppendMessage('gone'),
    });
  });

  it('refuses half a message', async () => {
    const half = deeplAppendMessage(CARD).subarray(0, 40);
    expect((await deepl.read(frame(deeplSocketUrl, half)))?.unreadable).not.toEqual([]);
  });
});

describe('Manus', () => {
  it('[I35] reads events, acknowledgements and binary attachments of any namespace', async () => {
    for (const packet of [manusEvent(CARD), manusEvent(CARD, '/chat,'), `437["${CARD}"]`, `43/chat,7["${CARD}"]`]) {
      expect(await textsOf(frame(manusUrl.socket, packet)), packet).toContain(CARD);
    }
    expect(await textsOf(post(manusUrl.polling, `2\u001eb${Buffer.from(CARD).toString('base64')}`))).toEqual([CARD]);
    const bytes = new TextEncoder().encode(CARD);
    expect(await textsOf(frame(manusUrl.socket, bytes))).toEqual([CARD]);
  });

  it('takes no number for the id of an acknowledgement', async () => {
    for (const text of ['424111111111111111[]', '424111111111111111', '4111111111111111']) {
      expect(await textsOf(frame(manusUrl.socket, text))).toEqual([text]);
    }
    expect(await textsOf(frame(manusUrl.socket, `42/${CARD},["x y"]`))).toContain(`/${CARD}`);
  });
});

describe('a prompt in an address', () => {
  it.each([
    'https://www.perplexity.ai/search?q=my%20card%20is%204111',
    'https://www.perplexity.ai/search/new?q=my+card+is+4111',
    'https://copilot.microsoft.com/?q=my%20card%20is%204111',
    'https://grok.com/?q=my%20card%20is%204111',
    'https://x.com/i/grok?text=my%20card%20is%204111',
    'https://www.meta.ai/?q=my%20card%20is%204111',
    'https://manus.im/app?q=my%20card%20is%204111',
    'https://aistudio.google.com/apps?prompt=my%20card%20is%204111',
    'https://replit.com/?prompt=my%20card%20is%204111',
    'https://replit.com/#prompt=my%20card%20is%204111',
    `https://replit.com/?prompt=${lzString.compressToEncodedURIComponent('my card is 4111')}`,
  ])('is read: %s', async (url) => {
    const site = siteForUrl(url)!;
    expect(site.callKind(open(url))).toBe('prompt');
    const prompt = await site.read(open(url));
    expect(prompt).toMatchObject({ channel: 'url' });
    expect(prompt?.parts.map(({ text }) => text)).toContain('my card is 4111');
  });
});
