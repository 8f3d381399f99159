/** The tour: a person meets a stop, sends redacted; a reviewer finds the incident; an auditor verifies the evidence. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Driver, type DriverPage, launchDriver } from '../../test/e2e/drivers/driver.ts';
import { chromeBuild, type Demo, ROOT, startDemo } from './demo.ts';
import { Reviewer } from './reviewer.ts';

const NAME = 'Hannah Becker';
const CARD = '4111 1111 1111 1111';
const PROMPT = `My name is ${NAME} and my card ${CARD} was declined. Please write a polite letter to the bank.`;
const COMPOSER = '#composer .ProseMirror';
/** The dialogue ignores what is pressed the moment it appears. */
const UNMEANT_MS = 800;
const PATIENCE_MS = 30_000;

class StepFailed extends Error {}

/** Resolves to whether every step succeeded. */
export async function playTour(dir: string): Promise<boolean> {
  const started = Date.now();
  const say = (step: string, facts: object) => {
    console.log(JSON.stringify({ step, ok: true, ms: Date.now() - started, ...facts }));
  };
  let demo: Demo | undefined;
  let driver: Driver | undefined;
  try {
    demo = await startDemo(dir);
    mkdirSync(join(dir, 'screenshots'), { recursive: true });
    say('endpoint', { url: demo.endpoint, console: `${demo.endpoint}/console/` });
    say('practice-site', { url: demo.practice.url });
    driver = await launchDriver('chromium', { extensionDir: chromeBuild(), managed: demo.managed });
    say('browser', { extension: driver.extensionId, installed: 'by policy' });
    say('policy', { ...(await policyInForce(driver)) });
    await tour(dir, demo, driver, say);
    say('done', {});
    return true;
  } catch (error) {
    console.log(JSON.stringify({ step: 'failed', ok: false, ms: Date.now() - started, reason: String(error) }));
    return false;
  } finally {
    await driver?.close();
    await demo?.close();
  }
}

async function tour(
  dir: string,
  demo: Demo,
  driver: Driver,
  say: (step: string, facts: object) => void,
): Promise<void> {
  const shot = async (page: DriverPage, name: string) => {
    const path = join(dir, 'screenshots', `${name}.png`);
    await page.screenshot(path);
    return path;
  };
  const page = await driver.open(demo.practice.url);
  await page.type(COMPOSER, PROMPT);
  say('typed', { characters: PROMPT.length, screenshot: await shot(page, '1-practice-site') });
  await page.press('Enter');
  const dialogue = await page.waitForDialog(PATIENCE_MS);
  check(!dialogue.includes(CARD) && !dialogue.includes(NAME), 'the dialogue shows values unmasked');
  await sleep(UNMEANT_MS);
  say('dialogue', { title: dialogue.split('\n')[0], screenshot: await shot(page, '2-dialogue') });
  await page.dialogPress('Send redacted');
  await page.waitFor('.message.assistant', { text: 'CREDIT_CARD_1', timeoutMs: PATIENCE_MS });
  await sleep(500);
  const sent = await page.text('.message.user');
  say('redaction', { sent, screenshot: await shot(page, '3-redacted-and-sent') });

  const received = demo.practice.received();
  check(received.includes('[CREDIT_CARD_1') && received.includes('[PERSON_1'), 'the site did not receive the tokens');
  check(!received.includes(CARD) && !received.includes(NAME), 'the site received an original value');
  say('site-log', { file: demo.practice.log, redacted: true, original: false });

  const popup = await driver.extensionPage('popup.html');
  await sleep(500);
  say('popup', { screenshot: await shot(popup, '4-popup') });
  await popup.close();
  await review(dir, demo, driver, say, shot);
}

/** Until the admin's policy has arrived everything is held; the tour begins when it has. */
async function policyInForce(driver: Driver): Promise<{ id: string; source: string }> {
  const page = await driver.extensionPage('popup.html');
  const policy = await until('the policy of the endpoint', async () => {
    const answer = await page.evaluate<{ value: { policy: { id: string; source: string } | null } }>(
      `chrome.runtime.sendMessage({ method: 'popup.state' })`,
    );
    const { policy } = answer.value;
    return policy?.source === 'endpoint' ? policy : undefined;
  });
  await page.close();
  return policy;
}

async function review(
  dir: string,
  demo: Demo,
  driver: Driver,
  say: (step: string, facts: object) => void,
  shot: (page: DriverPage, name: string) => Promise<string>,
): Promise<void> {
  const reviewer = await Reviewer.signIn(demo.endpoint, demo.admin);
  const decision = await until('a shipped decision', async () =>
    (await reviewer.decisions()).items.find(({ action, effect }) => action === 'block' && effect !== null),
  );
  const { id, app, action, userChoice, classes, rules, effect } = decision;
  say('decision', { id, app, action, userChoice, classes, rules: rules.map((rule) => rule.id), effect: effect?.state });
  const detail = await until('a receipt', async () => {
    const found = await reviewer.decision(decision.id);
    return found.verification.receipted ? found : undefined;
  });
  check(detail.verification.ok, 'the endpoint does not verify the record');
  const values = [CARD, CARD.replaceAll(' ', ''), ...NAME.split(' ')];
  check(!values.some((value) => detail.record.includes(value)), 'the record holds a value');
  say('record', { id, seq: decision.seq, hash: decision.hash, shipped: true, verified: true });
  const incident = (await reviewer.incidents()).items.find((each) => each.decision === decision.id);
  check(incident !== undefined, 'there is no incident');
  say('incident', { id: incident!.id, kind: incident!.kind, severity: incident!.severity, status: incident!.status });

  const page = await driver.open(`${demo.endpoint}/console/`);
  await page.evaluate(signInSource(demo.admin));
  for (const [path, name] of [
    ['', '5-console'],
    ['decisions', '6-console-decisions'],
    [`incidents/${incident!.id}`, '7-console-incident'],
  ] as const) {
    await page.goto(`${demo.endpoint}/console/${path}`);
    await sleep(1_500);
    say('console', { page: path || 'overview', screenshot: await shot(page, name) });
  }

  const evidence = join(dir, 'evidence');
  const files = await reviewer.saveEvidence(evidence);
  const keys = ['--root-key', demo.managed.policyRootKeys[0]!];
  const verified = spawnSync(process.execPath, ['tools/verify.ts', evidence, ...keys], { cwd: ROOT, encoding: 'utf8' });
  check(verified.status === 0, `the evidence pack does not verify: ${verified.stdout}${verified.stderr}`);
  say('evidence', { dir: evidence, files: files.length, verified: true });
}

/** Source text, because the page runs it. */
function signInSource({ user, password }: { user: string; password: string }): string {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sluice': '1' },
    body: JSON.stringify({ user, password }),
  };
  return `fetch('/v1/session', ${JSON.stringify(init)}).then((response) => response.status)`;
}

function check(condition: boolean, reason: string): void {
  if (!condition) throw new StepFailed(reason);
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(300);
  }
  throw new StepFailed(`${what} did not come within ${PATIENCE_MS / 1000} s`);
}
