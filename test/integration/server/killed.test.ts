import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestResponse, type Receipt } from '../../../lib/sync/api.ts';
import { openStore } from '../../../server/store/open.ts';
import { type RunningPostgres, startPostgres } from '../../../tools/postgres/start.ts';
import { copyNewDatabase } from '../made-once.ts';
import { batch, SignedDevice, type SignedRecord } from './signed-device.ts';
import { DATABASES } from './test-endpoint.ts';

const ROOT = join(import.meta.dirname, '../../..');
const TOKEN = 'an enrolment token';
/** Enough to be killed in the middle of something; `npm run crashes` goes on for as long as one likes. */
const ROUNDS = { PGlite: 3, PostgreSQL: 6 };
const LONGEST_LIFE_MS = 250;

/** The endpoint as a process of its own, which can be killed like one. */
class EndpointProcess {
  url = '';
  #child: ChildProcess | undefined;
  readonly #env: Record<string, string>;

  constructor(env: Record<string, string>) {
    this.#env = env;
  }

  async start(): Promise<void> {
    const env = { ...process.env, ...this.#env, PORT: '0', ENROLMENT_TOKEN: TOKEN, ADMIN_PASSWORD: 'correct horse' };
    const child = spawn(process.execPath, ['server/main.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.url = await new Promise((resolve, reject) => {
      let output = '';
      const read = (chunk: Buffer) => {
        output += chunk;
        const url = /Listening on (http:\/\/[\d.:]+)/.exec(output)?.[1];
        if (url !== undefined) resolve(url);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => reject(new Error(output)));
    });
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child!;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }
}

describe.each(DATABASES)('an endpoint on %s that is killed at random', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-killed-'));
  let postgres: RunningPostgres | undefined;
  let endpoint: EndpointProcess;
  beforeAll(async () => {
    if (kind === 'PostgreSQL') postgres = await startPostgres();
    else await copyNewDatabase(folder);
    endpoint = new EndpointProcess(postgres ? { DATABASE_URL: postgres.url } : { DATA_DIR: folder });
  });
  afterAll(async () => {
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has every record exactly once in the end, and never took back an acknowledgement', async () => {
    const device = await SignedDevice.create('default');
    const made: SignedRecord[] = [];
    const receipts: Receipt[] = [];
    let acknowledged = 0;
    let unanswered = 0;

    const send = async () => {
      if (acknowledged === made.length) {
        for (let index = 0; index < 40; index++) made.push(await device.decision());
      }
      const answer = await fetch(`${endpoint.url}/v1/records`, {
        method: 'POST',
        headers: { authorization: `Bearer ${device.token}` },
        body: batch(made.slice(acknowledged)),
      });
      const { receipt } = ingestResponse.parse(await answer.json());
      receipts.push(receipt!);
      acknowledged = receipt!.body.seq;
    };
    const sendUntilKilled = async () => {
      try {
        for (;;) await send();
      } catch (error) {
        // Only the connection may fail: an answer that is no answer is a fault of the endpoint.
        if (!(error instanceof TypeError)) throw error;
        unanswered++;
      }
    };

    for (let round = 0; round < ROUNDS[kind]; round++) {
      await endpoint.start();
      if (device.token === '') {
        const request = { method: 'POST', body: JSON.stringify(device.enrolRequest(TOKEN)) };
        device.token = (await (await fetch(`${endpoint.url}/v1/enrol`, request)).json()).deviceToken;
      }
      const sending = sendUntilKilled();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE_MS));
      await endpoint.end('SIGKILL');
      await sending;
    }
    await endpoint.start();
    while (acknowledged < made.length) await send();
    expect(await endpoint.end('SIGTERM')).toBe(0);

    expect(unanswered).toBe(ROUNDS[kind]);
    const hashes = made.map(({ hash }) => hash);
    for (const { body } of receipts) expect(body.head).toBe(hashes[body.seq - 1]);
    expect(receipts.map(({ body }) => body.seq)).toEqual(receipts.map(({ body }) => body.seq).sort((a, b) => a - b));
    const store = await openStore(postgres ? { kind: 'postgres', url: postgres.url } : { kind: 'pglite', folder });
    const records = await store.owner.selectFrom('records').select(['hash', 'link']).orderBy('seq').execute();
    const decisions = await store.owner.selectFrom('decisions').select('hash').orderBy('seq').execute();
    const incidents = await store.owner.selectFrom('incidents').selectAll().execute();
    const chains = await store.owner.selectFrom('chains').select(['contiguous_seq', 'head']).execute();
    await store.close();
    expect(records.map(({ hash }) => hash)).toEqual(hashes);
    expect(records.every(({ link }) => link === 'linked')).toBe(true);
    expect(decisions.map(({ hash }) => hash)).toEqual(hashes);
    expect(chains).toEqual([{ contiguous_seq: hashes.length, head: hashes.at(-1) }]);
    expect(incidents).toEqual([]);
  }, 180_000);
});

describe('the data folder of an embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-folder-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused to a second process, which says who has it', async () => {
    await copyNewDatabase(folder);
    const first = new EndpointProcess({ DATA_DIR: folder });
    await first.start();
    await expect(new EndpointProcess({ DATA_DIR: folder }).start()).rejects.toThrow(/in use by process \d+/);
    expect((await fetch(`${first.url}/v1/health`)).status).toBe(200);
    await first.end('SIGTERM');
  });
});

describe('the command', () => {
  it('refuses wrong settings with one line for each, before it does anything', async () => {
    const wrong = new EndpointProcess({ DATABASE_URL: 'mysql://x', ADMIN_PASSWORD: 'short', POLICY_FILE: 'x.json' });
    const message = await wrong.start().then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message).toContain('DATABASE_URL: must be a postgres:// URL');
    expect(message).not.toContain('mysql://x');
  });
});
