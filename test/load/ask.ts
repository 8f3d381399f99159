/** What the extension, the endpoint and the database say when they are asked. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Driver } from '../e2e/drivers/driver.ts';
import { chatgptConversationBody, chatgptUrl } from '../fixtures/sites/chatgpt/bodies.ts';

const DELIVERED_WITHIN_MS = 180_000;
/** A prompt that is not through by then waits for a person: the rules may not have come yet. */
const PROMPT_WITHIN_MS = 20_000;
const PAGE = 200;

export interface OwnRecord {
  seq: number;
  json: string;
  state: string;
}

/** The device's records, oldest first, as its owner is shown them. From a page of the extension opened for it. */
export async function ownRecords(driver: Driver): Promise<OwnRecord[]> {
  const options = await driver.extensionPage('options.html');
  try {
    const all: OwnRecord[] = [];
    for (;;) {
      const message = JSON.stringify({ method: 'records.list', offset: all.length, limit: PAGE });
      const answer = await options.evaluate<{ value?: { records: OwnRecord[]; total: number } } | undefined>(
        `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${message})`,
      );
      if (!answer?.value) throw new Error('the background does not answer');
      all.push(...answer.value.records);
      if (answer.value.records.length === 0 || all.length >= answer.value.total) break;
    }
    return all.sort((a, b) => a.seq - b.seq);
  } finally {
    await options.close().catch(() => undefined);
  }
}

/** The device's records once the endpoint has all of them. A harmless prompt makes the background try again at once. */
export async function delivered(driver: Driver): Promise<OwnRecord[]> {
  const body = JSON.stringify(chatgptConversationBody('Is the kettle on?'));
  for (const end = Date.now() + DELIVERED_WITHIN_MS; Date.now() < end; await sleep(300)) {
    const own = await ownRecords(driver).catch(() => []);
    if (own.length > 0 && own.every(({ state }) => state === 'shipped')) return own;
    const page = await driver.open('https://chatgpt.com/');
    const prompt = page.evaluate(
      `fetch(${JSON.stringify(chatgptUrl.conversation)}, { method: 'POST', body: ${body} }).then((r) => r.text()).catch(() => '')`,
    );
    await Promise.race([prompt.catch(() => undefined), sleep(PROMPT_WITHIN_MS, undefined, { ref: false })]);
    await page.close();
  }
  throw new Error('records are still waiting');
}

/** Asks the endpoint as its admin. */
export async function asAdmin(
  url: string,
  tenant: string,
  password: string,
): Promise<(path: string) => Promise<Buffer>> {
  const signedIn = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sluice': '1' },
    body: JSON.stringify({ user: 'admin', password, tenant }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (path) => {
    const answer = await fetch(url + path, { headers: { cookie, 'x-sluice': '1' } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  };
}

/** Where a PostgreSQL keeps its files, everything written to them. */
export async function dataFolder(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('checkpoint');
    return (await client.query<{ data_directory: string }>('show data_directory')).rows[0]!.data_directory;
  } finally {
    await client.end();
  }
}
