/** What calls of the smaller apps say besides the text, and what hostile ones look like to them. */
import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../../lib/prompt/prompt.ts';
import { bolt } from '../../../lib/sites/bolt.ts';
import { githubCopilot } from '../../../lib/sites/github-copilot.ts';
import { lmarena } from '../../../lib/sites/lmarena.ts';
import { lovable } from '../../../lib/sites/lovable.ts';
import { openrouter } from '../../../lib/sites/openrouter.ts';
import { phind } from '../../../lib/sites/phind.ts';
import { quillbot } from '../../../lib/sites/quillbot.ts';
import { t3Chat } from '../../../lib/sites/t3-chat.ts';
import { v0 } from '../../../lib/sites/v0.ts';
import { venice } from '../../../lib/sites/venice.ts';
import { boltBody, boltUrl } from '../../fixtures/sites/bolt/bodies.ts';
import {
  githubCopilotBody,
  githubCopilotThread,
  githubCopilotUrl,
} from '../../fixtures/sites/github-copilot/bodies.ts';
import { lmarenaBody, lmarenaSession, lmarenaUrl } from '../../fixtures/sites/lmarena/bodies.ts';
import { lovableBody, lovableProject, lovableUploadBody, lovableUrl } from '../../fixtures/sites/lovable/bodies.ts';
import { openrouterBody, openrouterPartsBody, openrouterUrl } from '../../fixtures/sites/openrouter/bodies.ts';
import { phindBody, phindUrl } from '../../fixtures/sites/phind/bodies.ts';
import { quillbotBody, quillbotConversation, quillbotUrl } from '../../fixtures/sites/quillbot/bodies.ts';
import { t3ChatBody, t3ChatThread, t3ChatUrl } from '../../fixtures/sites/t3-chat/bodies.ts';
import { v0Body, v0Chat, v0Url } from '../../fixtures/sites/v0/bodies.ts';
import { veniceBody, veniceConversation, veniceUrl } from '../../fixtures/sites/venice/bodies.ts';
import { atGate, open, post, textOf } from './requests.ts';
import { REPEATING_WIRES } from './wires-builders.ts';

const TEXT = 'Send it to zoe.miller@example.org, please';
const rolesOf = (prompt: Prompt | null) => prompt?.parts.map(({ role, text }) => [role, text]);

const ONES = [
  { site: githubCopilot, url: githubCopilotUrl.messages, body: githubCopilotBody, conversation: githubCopilotThread },
  { site: t3Chat, url: t3ChatUrl.chat, body: t3ChatBody, conversation: t3ChatThread },
  { site: openrouter, url: openrouterUrl.completions, body: openrouterBody, conversation: null },
  { site: bolt, url: boltUrl.chat, body: boltBody, conversation: '49956303' },
  { site: lovable, url: lovableUrl.chat, body: lovableBody, conversation: lovableProject },
  { site: v0, url: v0Url.chat, body: v0Body, conversation: v0Chat },
  { site: lmarena, url: lmarenaUrl.create, body: lmarenaBody, conversation: lmarenaSession },
  { site: venice, url: veniceUrl.chat, body: veniceBody, conversation: veniceConversation },
  { site: quillbot, url: quillbotUrl.chat, body: quillbotBody, conversation: quillbotConversation },
  { site: phind, url: phindUrl.agent, body: phindBody, conversation: null },
] as const;

describe.each(ONES)('$site.name', ({ site, url, body, conversation }) => {
  const make = (change: (json: Record<string, unknown>) => unknown) => {
    const json = JSON.parse((body as (text: string) => string)(TEXT));
    return post(url, JSON.stringify(change(json)));
  };

  it('names the conversation, and what the app itself says is no part of the prompt', async () => {
    const prompt = await site.read(make((json) => json));
    expect(prompt).toMatchObject({ conversation, shape: 'known' });
    expect(new Set(prompt!.parts.map(({ text }) => text.trim())).size).toBeLessThanOrEqual(3);
  });

  it('is read the same with its fields in the other order', async () => {
    const before = await site.read(make((json) => json));
    const reordered = await site.read(make((json) => Object.fromEntries(Object.entries(json).reverse())));
    expect(new Set(reordered?.parts.map(({ id }) => id))).toEqual(new Set(before?.parts.map(({ id }) => id)));
    expect(reordered?.shape).toBe('known');
  });

  it('judges a field nobody knows, also one inside JSON in a string, and says that the shape is new', async () => {
    const prose = 'The number of the card that she always pays with is 4111 1111 1111 1111';
    const inside = JSON.stringify({ deep: [{ note: prose }] });
    for (const value of [prose, { notes: [prose] }, inside, [[inside]]]) {
      const prompt = await site.read(make((json) => ({ ...json, added_tomorrow: value })));
      expect(prompt?.parts.some(({ text }) => text === prose)).toBe(true);
      expect(prompt?.shape).toBe('unknown');
    }
  });

  it('reads both of two fields with one name, as it cannot know which one counts', async () => {
    const source = textOf(make((json) => json).body).replace(/^\{/, `{"message":"${TEXT}","message":"one more",`);
    const texts = (await site.read(post(url, source)))?.parts.map(({ text }) => text);
    expect(texts).toContain('one more');
    expect(texts).toContain(TEXT);
  });

  it('writes every copy, wherever it stands', async () => {
    const request = make((json) => ({ ...json, title: `About: ${TEXT}`, drafts: [TEXT, JSON.stringify({ t: TEXT })] }));
    const prompt = await site.read(request);
    const part = prompt!.parts.find(({ text }) => text === TEXT)!;
    const written = textOf(await site.write(request, new Map([[part.id, 'Send it to [EMAIL_1], please']])));
    expect(written).not.toContain('zoe.miller');
    expect(written.split('[EMAIL_1]').length).toBeGreaterThan(4);
  });

  it('refuses bodies in another form to pass unread', async () => {
    for (const source of [`text=${encodeURIComponent(TEXT)}`, `--x\r\n${TEXT}`, `[${JSON.stringify(TEXT)}]`]) {
      const prompt = await site.read(atGate(post(url, source)));
      expect(prompt?.parts.map(({ text }) => text).join()).toContain('zoe.miller');
    }
  });
});

describe.each(REPEATING_WIRES)('$name', ({ site, make }) => {
  it('shows every copy of the prompt, and loses all of them when one is replaced', async () => {
    const request = make(TEXT);
    expect(site.callKind(request)).toBe('prompt');
    const prompt = await site.read(request);
    expect(prompt).toMatchObject({ shape: 'known', unreadable: [] });
    const copies = prompt!.parts.filter(({ text }) => text === TEXT);
    expect(copies.length).toBeGreaterThan(1);
    const written = textOf(await site.write(request, new Map([[copies[0]!.id, 'gone']])));
    expect(written).not.toContain('zoe.miller');
  });
});

describe('what a page adds to a prompt', () => {
  it('on Bolt is the work of tools, file by file', async () => {
    const workspace = {
      files: [{ path: 'src/pay.ts', content: 'const card = null;' }],
      commands: [{ command: 'npm run dev', output: 'ready in 412 ms' }],
      problems: 'src/pay.ts(1,7): never read',
    };
    const prompt = await bolt.read(
      post(boltUrl.chat, boltBody('And now?', workspace, [{ role: 'assistant', content: 'Done, I think.' }])),
    );
    expect(rolesOf(prompt)).toEqual(
      expect.arrayContaining([
        ['assistant', 'Done, I think.'],
        ['user', 'And now?'],
        ['tool', 'const card = null;'],
        ['tool', 'ready in 412 ms'],
        ['tool', 'src/pay.ts(1,7): never read'],
      ]),
    );
    expect(prompt?.parts.find(({ text }) => text.startsWith('const'))).toMatchObject({
      kind: 'attachment',
      name: 'src/pay.ts',
    });
  });

  it('on Bolt is read when projects come as a map of paths as well', async () => {
    const json = {
      ...JSON.parse(boltBody('Hi there')),
      projectFiles: { 'src/a.ts': { type: 'file', content: 'let a;' } },
    };
    const prompt = await bolt.read(post(boltUrl.chat, JSON.stringify(json)));
    expect(rolesOf(prompt)).toContainEqual(['tool', 'let a;']);
  });

  it('on Lovable is logs, calls and errors, and never the session’s own token', async () => {
    const prompt = await lovable.read(
      post(
        lovableUrl.chat,
        lovableBody('Fix this', {
          logs: [{ level: 'error', message: 'it broke at 12:30' }],
          errors: [{ message: 'x is undefined', stack: 'at App (src/App.tsx:4:9)' }],
          files: [{ id: 'f1', name: 'Payroll Q3.csv', content_type: 'text/csv', size: 3 }],
        }),
      ),
    );
    expect(rolesOf(prompt)).toEqual(
      expect.arrayContaining([
        ['user', 'Fix this'],
        ['tool', 'it broke at 12:30'],
        ['tool', 'x is undefined'],
        ['user', 'Payroll Q3.csv'],
      ]),
    );
    expect(prompt?.parts.map(({ text }) => text).join()).not.toContain('eyJ');
    expect(prompt?.parts.find(({ kind }) => kind === 'attachment')).toMatchObject({ mediaType: 'text/csv' });
  });

  it('on Lovable is also what the recording of the screen says, inside its string', async () => {
    const replay = JSON.stringify([{ type: 3, data: { text: 'typed into the preview' } }]);
    const json = { ...JSON.parse(lovableBody('Fix this')), session_replay: replay };
    const prompt = await lovable.read(post(lovableUrl.chat, JSON.stringify(json)));
    expect(rolesOf(prompt)).toContainEqual(['tool', 'typed into the preview']);
  });

  it('on QuillBot is the document in the editor', async () => {
    const prompt = await quillbot.read(post(quillbotUrl.chat, quillbotBody('Shorten', { editor: 'A long letter.' })));
    expect(rolesOf(prompt)).toEqual([
      ['user', 'Shorten'],
      ['user', 'A long letter.'],
    ]);
  });

  it('on GitHub is the files it refers to', async () => {
    const references = [{ path: 'src/pay.ts', contents: 'let card;' }];
    const prompt = await githubCopilot.read(
      post(githubCopilotUrl.messages, githubCopilotBody('Why?', { references, customInstructions: ['Be brief.'] })),
    );
    expect(prompt?.parts).toContainEqual(
      expect.objectContaining({ kind: 'attachment', name: 'src/pay.ts', text: 'let card;' }),
    );
    expect(rolesOf(prompt)).toContainEqual(['system', 'Be brief.']);
  });

  it('on T3 Chat is the whole thread, the names of files and what it knows of the person', async () => {
    const attachments = [{ key: 'k1', fileName: 'Payroll Q3.csv', mimeType: 'text/csv', fileSize: 3 }];
    const earlier = [{ role: 'assistant' as const, text: 'How can I help?' }];
    const preferences = { name: 'Zoë', occupation: 'Nurse' };
    const prompt = await t3Chat.read(
      post(t3ChatUrl.chat, t3ChatBody('And now?', { earlier, attachments, preferences })),
    );
    expect(rolesOf(prompt)).toEqual([
      ['assistant', 'How can I help?'],
      ['user', 'And now?'],
      ['user', 'Payroll Q3.csv'],
      ['system', 'Zoë'],
      ['system', 'Nurse'],
    ]);
  });

  it('on OpenRouter is files in base64, read as what they hold', async () => {
    const file_data = `data:text/plain;base64,${Buffer.from('Her card: 4111').toString('base64')}`;
    const parts = [{ type: 'file', file: { filename: 'notes.txt', file_data } }];
    const prompt = await openrouter.read(post(openrouterUrl.completions, openrouterPartsBody('Read this', parts)));
    expect(prompt?.parts).toContainEqual(
      expect.objectContaining({ kind: 'attachment', name: 'notes.txt', text: 'Her card: 4111' }),
    );
  });

  it('on Venice is pictures in base64, which are told apart from text', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255]).toString('base64');
    const json = JSON.parse(veniceBody('What is this?'));
    json.prompt[0].imagePath = [`data:image/png;base64,${png}`];
    const prompt = await venice.read(post(veniceUrl.chat, JSON.stringify(json)));
    expect(prompt).toMatchObject({ parts: [{ text: 'What is this?' }], unreadable: [{ reason: 'binary' }] });
  });
});

describe('text in addresses of calls', () => {
  it('of QuillBot’s older writing tools is read and cannot be rewritten', async () => {
    const request = { ...open(quillbotUrl.paraphraseOf(TEXT)), transport: 'fetch' as const };
    expect(quillbot.callKind(request)).toBe('prompt');
    const prompt = await quillbot.read(request);
    expect(rolesOf(prompt)).toEqual([['user', TEXT]]);
    expect(await quillbot.write(request, new Map([[prompt!.parts[0]!.id, 'gone']]))).toBeNull();
  });

  it('names an announced file on Lovable', async () => {
    const prompt = await lovable.read(post(lovableUrl.upload, lovableUploadBody('Salaries 2026.xlsx')));
    expect(prompt?.parts).toEqual([
      expect.objectContaining({ kind: 'attachment', name: 'Salaries 2026.xlsx', mediaType: 'text/plain' }),
    ]);
  });
});
