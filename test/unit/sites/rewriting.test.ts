/** After writing, the text that was to go is nowhere in the body, and nothing else has moved. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../../lib/prompt/prompt.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { claude } from '../../../lib/sites/claude.ts';
import { readAny } from '../../../lib/sites/generic.ts';
import { chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';
import { claudePerformActionBytes, claudeUrl } from '../../fixtures/sites/claude/bodies.ts';
import { atGate, post } from './requests.ts';
import { WIRES } from './wires.ts';

/** What a person may write: any characters that survive UTF-8, with a value in it that must not leave. */
const written = fc
  .tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
  .map(([before, after]) => `${before} SECRET-123-45-6789 ${after}`);
const replacement = fc.string({ unit: 'grapheme' });
const wire = fc.constantFrom(...WIRES);
const side = fc.constantFrom('page', 'gate');

const textsOf = (prompt: Prompt | null) => prompt?.parts.map(({ text }) => text) ?? [];

describe('write', () => {
  it('leaves nothing of the text on any wire, for any text and replacement', async () => {
    await fc.assert(
      fc.asyncProperty(wire, side, written, replacement, async ({ site, make }, from, text, safe) => {
        const request = from === 'gate' ? atGate(make(text)) : make(text);
        const prompt = (await site.read(request))!;
        const guilty = prompt.parts.filter((part) => part.text === text);
        expect(guilty.length).toBeGreaterThan(0);
        const body = (await site.write(request, new Map(guilty.map(({ id }) => [id, safe]))))!;
        const after = await readAny(site, { ...request, headers: { ...request.headers }, body });
        expect(textsOf(after).join('\n')).not.toContain('SECRET-123-45-6789');
        if (safe.trim() !== '') expect(textsOf(await site.read({ ...request, body }))).toContain(safe);
      }),
      { numRuns: 300 },
    );
  });

  it('replaces one part by its id and every other copy with it, attachments and hidden context included', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (text) => {
        const attachments = [{ name: `about ${text}.txt`, content: `${text}\nand more` }];
        const request = post(
          claudeUrl.performAction,
          claudePerformActionBytes(text, { attachments, hiddenContext: [text] }),
        );
        const body = (await claude.write(request, new Map([['2.3', 'gone']])))!;
        expect(textsOf(await claude.read({ ...request, body }))).toEqual([
          'gone',
          'about gone.txt',
          'gone\nand more',
          'gone',
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the body semantically equal except for the text, whatever else the app sends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), written, async (extra, text) => {
        const { messages: _, ...others } = extra;
        const request = post(chatgptUrl.conversation, chatgptConversationBody(text, { extra: others }));
        const prompt = await chatgpt.read(request);
        const id = prompt!.parts.find((part) => part.text === text)!.id;
        const body = await chatgpt.write(request, new Map([[id, 'gone']]));
        const expected = chatgptConversationBody('gone', { extra: others });
        expect(body?.kind === 'text' && JSON.parse(body.text)).toEqual(JSON.parse(expected));
      }),
    );
  });
});
