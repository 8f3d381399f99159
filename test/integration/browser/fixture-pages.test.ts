import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Driver, type DriverPage, launchDriver } from '../../e2e/drivers/driver.ts';
import { type FixtureServer, startFixtureServer } from '../../fixtures/server/server.ts';
import { lengthDelimitedFields } from '../../fixtures/sites/claude/page/wire.ts';
import { writeProbeExtension } from './probe-extension.ts';

const PROMPT = 'Say hello to Zoë & ask "why" 100%';

describe.each(['chromium', 'firefox'] as const)('fixture pages in %s', (name) => {
  const probe = writeProbeExtension(name);
  let server: FixtureServer;
  let driver: Driver;

  beforeAll(async () => {
    server = await startFixtureServer();
    const { hosts, trustedKeys } = server;
    driver = await launchDriver(name, { extensionDir: probe.dir, hosts, trustedKeys });
  });

  beforeEach(() => server.clear());

  afterAll(async () => {
    await driver?.close();
    await server?.close();
    probe.remove();
  });

  async function sendPrompt(url: string, editor: string, answer: string): Promise<DriverPage> {
    const page = await driver.open(url);
    await page.type(editor, PROMPT);
    await page.press('Enter');
    await page.waitFor(answer, { text: `You wrote: ${PROMPT}` });
    return page;
  }

  it('ChatGPT sends drafts while typing, then the prompt, and streams the answer', async () => {
    const page = await driver.open('https://chatgpt.com/');
    await page.type('#prompt-textarea', PROMPT);
    // Whoever types slowly has sent beginnings of it before: what counts is that all of it is sent, by both calls.
    await expect.poll(() => new Set(server.sinkContains(PROMPT).map(({ url }) => url)).size).toBeGreaterThanOrEqual(2);
    await page.press('Enter');
    await page.waitFor('[data-message-author-role=assistant]', { text: `You wrote: ${PROMPT}` });
    const [call] = server.requests('/backend-api/f/conversation');
    const body = JSON.parse(call!.body.toString('utf8'));
    expect(call).toMatchObject({ host: 'chatgpt.com', method: 'POST' });
    expect(body.messages[0].content.parts).toEqual([PROMPT]);
    for (const draft of ['f/conversation/prepare', 'conversation/experimental/generate_autocompletions']) {
      expect(server.requests(`/backend-api/${draft}`)).not.toEqual([]);
    }
    expect(new URL(page.url()).pathname).toMatch(/^\/c\//);
    await page.close();
  });

  it('ChatGPT keeps lines apart with Shift+Enter and sends by button', async () => {
    const page = await driver.open('https://chatgpt.com/');
    await page.type('#prompt-textarea', 'one');
    await page.press('Shift+Enter');
    await page.type('#prompt-textarea', 'two');
    await page.click('[data-testid=send-button]');
    await page.waitFor('[data-message-author-role=assistant]', { text: 'two' });
    const [call] = server.requests('/backend-api/f/conversation');
    expect(JSON.parse(call!.body.toString('utf8')).messages[0].content.parts).toEqual(['one\ntwo']);
    await page.close();
  });

  it('ChatGPT uploads a file as soon as it is chosen, to another host', async () => {
    const path = join(probe.dir, 'notes.txt');
    writeFileSync(path, 'the notes in the file');
    const page = await driver.open('https://chatgpt.com/');
    await page.setFiles('input[type=file]', [path]);
    const stores = () => server.sinkContains('the notes in the file').map(({ host, method }) => `${method} ${host}`);
    await expect.poll(stores).toEqual(['PUT sdmntprwestus.oaiusercontent.com']);
    await page.close();
  });

  it('Claude speaks protobuf, warms the turn first, and answers on the timeline', async () => {
    const selector = '[data-testid=assistant-message]';
    const page = await sendPrompt('https://claude.ai/new', '[data-testid=chat-input]', selector);
    const actions = server
      .requests('/claudeai-rpc/anthropic.bard.api.v1alpha.ConversationService/PerformAction')
      .map(({ body }) => lengthDelimitedFields(body));
    const sent = lengthDelimitedFields(actions.find((action) => action.has(2))!.get(2)![0]!);
    expect(new TextDecoder().decode(sent.get(3)![0])).toBe(PROMPT);
    await page.type('[data-testid=chat-input]', 'a draft, not sent');
    await expect.poll(() => server.sinkContains('a draft, not sent').length).toBe(1);
    await page.close();
  });

  it('Claude compresses a long paste in a worker and sends it as an attachment', async () => {
    const page = await driver.open('https://claude.ai/new');
    const long = `${'lorem ipsum dolor '.repeat(600)}needle-7`;
    await page.paste('[data-testid=chat-input]', long);
    await page.type('[data-testid=chat-input]', 'see above');
    await page.press('Enter');
    await page.waitFor('[data-testid=assistant-message]', { text: 'see above' });
    const carrying = server.sinkContains('needle-7');
    expect(carrying.map(({ headers }) => headers['content-encoding'])).toContain('gzip');
    expect(carrying.every(({ body }) => !body.includes('needle-7'))).toBe(true);
    await page.close();
  });

  it('Claude speaks JSON where the account is older', async () => {
    const selector = '[data-testid=assistant-message]';
    const page = await sendPrompt('https://claude.ai/new?wire=json', '[data-testid=chat-input]', selector);
    const call = server.requests().find(({ url }) => url.endsWith('/completion'))!;
    expect(JSON.parse(call.body.toString('utf8')).prompt).toBe(PROMPT);
    await expect.poll(() => server.requests().filter(({ url }) => url.endsWith('/title')).length).toBe(1);
    await page.close();
  });

  it('Gemini sends a form by XMLHttpRequest and reads length-prefixed chunks', async () => {
    const page = await sendPrompt('https://gemini.google.com/app', 'rich-textarea div.ql-editor', 'message-content');
    const [call] = server.requests('/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate');
    const outer = JSON.parse(new URLSearchParams(call!.body.toString('utf8')).get('f.req')!);
    expect(JSON.parse(outer[1])[0][0]).toBe(PROMPT);
    expect(server.sinkContains(PROMPT)).toEqual([call]);
    await page.close();
  });

  it.each([
    ['https://chatgpt.com/', 'ab.chatgpt.com'],
    ['https://claude.ai/new', 'a-api.anthropic.com'],
    ['https://gemini.google.com/app', 'play.google.com'],
  ])('%s also sends what no person typed', async (url, telemetryHost) => {
    const page = await driver.open(url);
    const hosts = () => server.sinkContains('robin.vale@northwind.example').map(({ host }) => host);
    await expect.poll(hosts).toContain(telemetryHost);
    await page.close();
  });
});
