/**
 * What arrives at the app under each state of the policy: none yet, one that cannot be used, one that blocks the app,
 * one whose endpoint is out of reach. A browser of its own for each, because managed settings are read at its start.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toBase64url } from '../../../lib/policy/base64.ts';
import { compilePolicy } from '../../../lib/policy/compile.ts';
import { keyIdOf, signEnvelope } from '../../../lib/policy/envelope.ts';
import { EndpointProcess } from '../../fakes/endpoint-process.ts';
import { inlinePolicy, signingKeys } from '../../fakes/inline-policy.ts';
import { samplePolicy } from '../../fakes/sample-policy.ts';
import { type FixtureServer, startFixtureServer } from '../../fixtures/server/server.ts';
import { answerDialog } from '../answer-dialog.ts';
import { PATIENCE_MS } from '../arrival.ts';
import { browsersUnderTest } from '../drivers/browsers.ts';
import { buildDir, type Driver, type DriverPage } from '../drivers/driver.ts';
import { poll } from '../drivers/poll.ts';
import { launchWatched } from '../watched-driver.ts';

const PROMPT = '/backend-api/f/conversation';
const HARMLESS = 'how do I bake bread';
const GUILTY = 'please check my card number 4111 1111 1111 1111 for me';
const SOON = { timeout: PATIENCE_MS, interval: 200 };
/** Nothing listens there. */
const UNREACHABLE = { endpoint: 'http://127.0.0.1:9', tenant: 'acme', enrolmentToken: 'enrolment-token-of-acme' };

const send = (app: string, path: string, body: object) =>
  `fetch('https://${app}${path}', { method: 'POST', body: ${JSON.stringify(JSON.stringify(body))} }).then(() => 'sent', () => 'refused')`;
const toChatgpt = (text: string) =>
  send('chatgpt.com', PROMPT, {
    messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }],
  });
const toClaude = (text: string) =>
  send('claude.ai', '/api/organizations/o1/chat_conversations/c1/completion', { prompt: text });
const byWorker = (source: string) =>
  `new Promise((done) => {
     const code = ${JSON.stringify(`${source}.then((outcome) => postMessage(outcome))`)};
     new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => done(data);
   })`;

/** A signed policy for managed storage: card numbers are redacted, and ChatGPT is not to be used at all. */
async function withoutChatgpt(): Promise<object> {
  const document = samplePolicy(1) as { rules: object[] };
  const [cards] = document.rules as [object];
  const blocked = {
    ...cards,
    id: 'no-chatgpt',
    when: { app: ['chatgpt'] },
    // biome-ignore lint/suspicious/noThenProperty: the policy format's own word
    then: { ...(cards as { then: object }).then, action: 'block' },
    examples: [{ input: { app: 'chatgpt' }, expect: 'block' }],
  };
  const compiled = await compilePolicy({ ...document, rules: [cards, blocked] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const keys = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
  const envelope = await signEnvelope(
    new TextEncoder().encode(compiled.canonical),
    keys.privateKey,
    await keyIdOf(raw),
  );
  return { policy: JSON.stringify(envelope), policyRootKeys: [toBase64url(raw)] };
}

describe.each(browsersUnderTest())('in %s', (browser) => {
  let server: FixtureServer;
  let driver: Driver | undefined;

  beforeAll(async () => {
    server = await startFixtureServer();
  });
  afterAll(() => server?.close());
  afterEach(async () => {
    await driver?.close();
    driver = undefined;
  });

  const start = async (managed: object): Promise<DriverPage> => {
    driver = await launchWatched(browser, server, { managed });
    server.clear();
    const page = await driver.open('https://chatgpt.com/');
    server.clear();
    return page;
  };
  /** Until the background holds its policy. A worker's prompt asks nobody: refused before. */
  const untilHeld = (page: DriverPage) =>
    expect.poll(() => page.evaluate(byWorker(toChatgpt(HARMLESS))), SOON).toBe('sent');
  const prompts = () => server.requests(PROMPT).length;

  it('[I68][B23] before the configured policy has arrived nothing is sent, from no realm', async () => {
    const page = await start(UNREACHABLE);
    expect(await page.evaluate(byWorker(toChatgpt(HARMLESS)))).toBe('refused');
    const held = page.evaluate(toChatgpt(HARMLESS));
    await answerDialog(page, 'Don’t send');
    expect(await held).toBe('refused');
    expect(prompts()).toBe(0);
  });

  it('[I68][B24] settings that cannot be used hold everything, and are not taken for none', async () => {
    // Not even the page is let in: the gate has nothing to judge its requests by. The other cases open it.
    await expect(start({ ...UNREACHABLE, endpoint: 'not an address' })).rejects.toThrow();
    expect(server.requests().map(({ url }) => url)).toEqual([]);
  });

  it('[B16][I69] an app the policy blocks gets nothing and others are protected as before, also with no network', async () => {
    const page = await start({ ...UNREACHABLE, ...(await withoutChatgpt()) });
    expect(await page.evaluate(byWorker(toChatgpt(HARMLESS)))).toBe('refused');
    const held = page.evaluate(toChatgpt(HARMLESS));
    await answerDialog(page, 'Don’t send');
    expect(await held).toBe('refused');
    const other = await driver!.open('https://claude.ai/new');
    await expect.poll(() => other.evaluate(toClaude(HARMLESS)), SOON).toBe('sent');
    const redacted = other.evaluate(toClaude(GUILTY));
    await answerDialog(other, 'Send redacted');
    expect(await redacted).toBe('sent');
    expect(prompts()).toBe(0);
    expect(server.sinkContains('4111')).toEqual([]);
  });

  it('[B34] a policy that becomes stricter counts at once, in open tabs and while the background lives', async () => {
    const keys = await signingKeys();
    const folder = mkdtempSync(join(tmpdir(), 'policy-change-'));
    const policyFile = async (version: number, mode: 'monitor' | 'enforce') => {
      const { policy, policyRootKeys } = await inlinePolicy({ keys, version, modes: { 'payment-cards': mode } });
      const path = join(folder, `${version}.json`);
      writeFileSync(path, policy);
      return { POLICY_FILE: path, POLICY_ROOT_KEYS: policyRootKeys.join(',') };
    };
    const { enrolmentToken, tenant } = UNREACHABLE;
    const lenient = await policyFile(1001, 'monitor');
    const data = { DATA_DIR: join(folder, 'data'), TENANT: tenant, ENROLMENT_TOKEN: enrolmentToken };
    const endpoint = await EndpointProcess.start({ ...data, ...lenient });
    try {
      const page = await start({ endpoint: endpoint.url, tenant, enrolmentToken });
      await untilHeld(page);
      expect(await page.evaluate(toChatgpt(GUILTY))).toBe('sent');
      await endpoint.kill();
      await endpoint.restart(await policyFile(1002, 'enforce'));
      // Each prompt's record makes the browser look for a newer policy.
      const isHeld = async () => {
        await page.evaluate(toChatgpt(HARMLESS));
        let outcome = '';
        void page.evaluate<string>(toChatgpt(GUILTY)).then((what) => {
          outcome = what;
        });
        await poll(
          'question or outcome',
          PATIENCE_MS,
          async () => outcome !== '' || (await page.dialogText()) !== null,
        );
        return outcome === '';
      };
      await expect.poll(isHeld, { timeout: 150_000, interval: 500 }).toBe(true);
      server.clear();
      await page.dialogPress('Don’t send');
      expect(await page.evaluate(byWorker(toChatgpt(GUILTY)))).toBe('refused');
      expect(server.sinkContains('4111 1111 1111 1111')).toEqual([]);
      expect(await page.evaluate(toChatgpt(HARMLESS))).toBe('sent');
    } finally {
      await endpoint.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);

  it('[I67] without its reader nothing that needs reading leaves, and what needs none goes on', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'without-reader-'));
    try {
      cpSync(buildDir(browser), broken, { recursive: true });
      rmSync(join(broken, 'reader.js'));
      driver = await launchWatched(browser, server, { extensionDir: broken });
      const page = await driver.open('https://chatgpt.com/');
      const upload = (name: string, bytes: Uint8Array) =>
        page.evaluate<string>(`(() => {
          const bytes = Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (char) => char.charCodeAt(0));
          return fetch('https://sdmntprwestus.oaiusercontent.com/files/${name}?sig=x', { method: 'PUT', body: bytes })
            .then(() => 'sent', () => 'refused');
        })()`);
      await untilHeld(page);
      expect(await upload('list.txt', Buffer.from('tea and rain'))).toBe('sent');
      server.clear();
      const letter = zipSync({ 'word/document.xml': Buffer.from('<w:document><w:t>tea and rain</w:t></w:document>') });
      const held = upload('letter.docx', letter);
      const asked = answerDialog(page, 'Don’t send');
      await Promise.race([held, asked.catch(() => undefined)]);
      expect(await held).toBe('refused');
      expect(server.requests('/files/letter.docx')).toEqual([]);
      expect(await page.evaluate(toChatgpt(HARMLESS))).toBe('sent');
    } finally {
      rmSync(broken, { recursive: true, force: true });
    }
  });
});
