// `npm run soak`: many sends over a long time while the extension's background is killed at random every few seconds.
// Ends with one JSON line; exits non-zero when undecided bytes reached the server, a record was lost or doubled, or a
// harmless prompt was neither sent nor visibly refused.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { verifyChain } from '../../lib/records/chain.ts';
import { startPostgres } from '../../tools/postgres/start.ts';
import { type Driver, type DriverName, type DriverPage, launchDriver } from '../e2e/drivers/driver.ts';
import { EndpointProcess } from '../fakes/endpoint-process.ts';
import { type FixtureServer, startFixtureServer } from '../fixtures/server/server.ts';
import { chatgpt } from '../fixtures/sites/chatgpt/page/app.ts';

const TENANT = 'soak';
const TOKEN = 'enrolment-token-for-the-soak';
const CARD = '4111 1111 1111 1111';
const PROMPT = '/backend-api/f/conversation';
/** A person whose prompt was refused sends it again, so often. */
const TRIES = 4;
/** Whatever happens to the background: by then a call was sent or refused. */
const ANSWER_MS = 90_000;
const PAGE_LIMIT = 200;
const SHARED = '/soak-worker.js';

/** The practice app, with a script for a shared worker that sends what it is told. */
const app: typeof chatgpt = {
  ...chatgpt,
  answer(call) {
    if (call.url.pathname !== SHARED) return chatgpt.answer(call);
    const script = `onconnect = ({ ports: [port] }) => { port.onmessage = ({ data }) =>
      void fetch('${PROMPT}', { method: 'POST', body: data }).catch(() => 0); };`;
    call.response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    return true;
  },
};

interface OwnRecord {
  seq: number;
  json: string;
  state: string;
}

interface Tally {
  sends: number;
  delivered: number;
  /** Harmless ones that a worker of the page sends. */
  byWorkers: number;
  /** Calls that were sent or refused. */
  answered: number;
  refusedThenDelivered: number;
  lostForGood: number;
  /** Calls that were neither sent nor refused in `ANSWER_MS`. */
  unanswered: string[];
  guilty: number;
  dialogues: number;
  kills: number;
}

const post = (path: string, body: string) =>
  `fetch('${path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} })`;
const promptBody = (text: string) =>
  JSON.stringify({ messages: [{ author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }] });
const outcome = (call: string) => `${call}.then((answer) => answer.text()).then(() => 'sent', () => 'refused')`;

const WAYS = 5;

/** Calls that carry a card and must not arrive; `asks` when a dialogue opens. */
function guiltyCall(index: number): { source: string; asks: boolean } {
  const text = `card ${CARD} of customer ${index}`;
  const draft = JSON.stringify({ partial_query: { author: { role: 'user' }, content: { parts: [text] } } });
  const ways = [
    { source: outcome(post(`${PROMPT}/prepare`, draft)), asks: false },
    { source: outcome(post('/ces/v1/t', JSON.stringify({ note: `my card number is ${CARD}` }))), asks: false },
    {
      source: `(() => { new Worker(URL.createObjectURL(new Blob([${JSON.stringify(post(`https://chatgpt.com${PROMPT}`, promptBody(text)))}]))); return 'sent'; })()`,
      asks: false,
    },
    {
      source: `(() => { const { port } = new SharedWorker('${SHARED}'); port.postMessage(${JSON.stringify(promptBody(text))}); return 'sent'; })()`,
      asks: false,
    },
    { source: outcome(post(PROMPT, promptBody(text))), asks: true },
  ];
  return ways[index % WAYS]!;
}

/** Source of the same call made by a dedicated worker of the page, which is kept until it has answered. */
const inWorker = (call: string) =>
  `new Promise((done) => {
    const code = ${JSON.stringify(`${call}.then((outcome) => postMessage(outcome))`)};
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    (globalThis.busy ??= new Set()).add(worker);
    worker.onmessage = ({ data }) => { busy.delete(worker); worker.terminate(); done(data); };
    worker.onerror = () => done('no worker');
  })`;

/**
 * Makes a call in the page and asks until it is over, between which `meanwhile` is done. No question of ours to the browser
 * waits for the call itself: its answer may take longer than such a question may.
 */
async function outcomeOf(
  page: DriverPage,
  source: string,
  what: string,
  tally: Tally,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<string> {
  const place = `(globalThis.outcomes ??= [])`;
  const at = await page.evaluate<number>(
    `(() => { const at = ${place}.push(null) - 1;
      Promise.resolve(${source}).then((said) => { outcomes[at] = String(said); }); return at; })()`,
  );
  for (const end = Date.now() + ANSWER_MS; Date.now() < end; await sleep(100)) {
    const said = await page.evaluate<string | null>(`outcomes[${at}]`);
    if (said !== null) {
      tally.answered++;
      return said;
    }
    await meanwhile();
  }
  const question = await page.dialogText();
  tally.unanswered.push(`${what}${question === null ? '' : ` (asked: ${question.slice(0, 80)})`}`);
  return 'unanswered';
}

/** Some are sent by a worker. */
async function sendHarmless(page: DriverPage, index: number, tally: Tally): Promise<void> {
  const call = outcome(post(`https://chatgpt.com${PROMPT}`, promptBody(`Harmless question number ${index}`)));
  const isWorkers = index % 9 === 0;
  if (isWorkers) tally.byWorkers++;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const what = `harmless ${index}${isWorkers ? ' of a worker' : ''}, try ${attempt}`;
    const said = await outcomeOf(page, isWorkers ? inWorker(call) : call, what, tally);
    if (said === 'sent') {
      tally.delivered++;
      if (attempt > 0) tally.refusedThenDelivered++;
      return;
    }
    await sleep(500);
  }
  tally.lostForGood++;
}

async function sendGuilty(page: DriverPage, index: number, tally: Tally): Promise<void> {
  tally.guilty++;
  const { source, asks } = guiltyCall(index);
  // A question may come late on a busy machine, and whoever is asked has to answer.
  const answerQuestion = async () => {
    if (!asks || (await page.dialogText()) === null) return;
    tally.dialogues++;
    await page.dialogPress('Don’t send').catch(() => undefined);
    await sleep(1_000);
  };
  await outcomeOf(page, source, `guilty ${index}, way ${index % WAYS}`, tally, answerQuestion);
}

/**
 * At random, but never before something was answered after the last time: on a busy machine a background may take longer
 * to start than to the next end, and one that never starts can answer nothing.
 */
async function killNowAndThen(driver: Driver, tally: Tally, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    for (const { answered } = tally; tally.answered === answered && !isOver(); ) await sleep(100);
    await sleep(2_000 + Math.random() * 4_000);
    if (isOver()) return;
    await driver.killExtensionWorker().catch(() => undefined);
    tally.kills++;
  }
}

interface RecordPage {
  records: OwnRecord[];
  total: number;
}

/** From a page of the extension opened for it: older ones may have gone down with a killed background. */
async function recordPage(driver: Driver, offset: number): Promise<RecordPage> {
  const message = JSON.stringify({ method: 'records.list', offset, limit: PAGE_LIMIT });
  for (let attempt = 0; attempt < 10; attempt++) {
    const options = await driver.extensionPage('options.html').catch(() => null);
    const answer = await options
      ?.evaluate<{ value?: RecordPage } | undefined>(
        `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${message})`,
      )
      .catch(() => undefined);
    await options?.close().catch(() => undefined);
    if (answer?.value) return answer.value;
    await sleep(1_000);
  }
  throw new Error('the background does not answer');
}

async function ownRecords(driver: Driver): Promise<OwnRecord[]> {
  const all: OwnRecord[] = [];
  for (;;) {
    const page = await recordPage(driver, all.length);
    all.push(...page.records);
    if (page.records.length === 0 || all.length >= page.total) break;
  }
  return all.sort((a, b) => a.seq - b.seq);
}

/** Resolves to the device's records once all of them are delivered. A further prompt wakes the background each time. */
async function delivered(page: DriverPage, driver: Driver, tally: Tally): Promise<OwnRecord[]> {
  for (let round = 0; round < 90; round++) {
    const own = await ownRecords(driver);
    if (own.length > 0 && own.every(({ state }) => state === 'shipped')) return own;
    await outcomeOf(page, outcome(post(PROMPT, promptBody('One more thing'))), 'one more', tally);
    await sleep(2_000);
  }
  throw new Error('records are still waiting');
}

/** Faults between what the device has and what the database has; empty when they are one verifiable chain. */
async function compare(own: readonly OwnRecord[], database: pg.Client): Promise<string[]> {
  const { rows } = await database.query('select seq::int, body, kid, sig from records order by chain, seq');
  const { rows: devices } = await database.query('select device, public_key from devices');
  const faults: string[] = [];
  const inDatabase = new Map(rows.map((row) => [row.seq as number, row.body as string]));
  const lost = own.filter(({ seq, json }) => inDatabase.get(seq) !== json);
  if (lost.length > 0) faults.push(`${lost.length} records lost or altered`);
  if (rows.length !== inDatabase.size) faults.push(`${rows.length - inDatabase.size} records doubled`);
  const lines = rows.map(({ body, kid, sig }) => ({ record: body, alg: 'Ed25519' as const, kid, sig }));
  const keyOf = (device: string) => devices.find((each) => each.device === device)?.public_key ?? null;
  const chain = await verifyChain(lines, keyOf);
  faults.push(...chain.faults.map((fault) => JSON.stringify(fault)));
  const { rows: dead } = await database.query('select code from dead_letters');
  if (dead.length > 0) faults.push(`${dead.length} dead letters`);
  return faults;
}

function leaksIn(server: FixtureServer): number {
  return server.sinkContains(CARD).length + server.sinkContains(CARD.replaceAll(' ', '')).length;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      sends: { type: 'string', default: '1000' },
      browser: { type: 'string', default: 'chromium' },
    },
  });
  const sends = Number(values.sends);
  const pauseMs = (Number(values.minutes) * 60_000) / sends;
  const postgres = await startPostgres();
  const databaseUrl = await postgres.createDatabase('soak');
  const database = new pg.Client(databaseUrl);
  await database.connect();
  const endpoint = await EndpointProcess.start({ DATABASE_URL: databaseUrl, TENANT, ENROLMENT_TOKEN: TOKEN });
  const server = await startFixtureServer({ apps: [app] });
  const managed = { endpoint: endpoint.url, tenant: TENANT, enrolmentToken: TOKEN };
  const driver = await launchDriver(values.browser as DriverName, {
    hosts: server.hosts,
    trustedKeys: server.trustedKeys,
    managed,
  });
  const tally: Tally = {
    sends: 0,
    delivered: 0,
    byWorkers: 0,
    answered: 0,
    refusedThenDelivered: 0,
    lostForGood: 0,
    unanswered: [],
    guilty: 0,
    dialogues: 0,
    kills: 0,
  };
  try {
    const page = await driver.open('https://chatgpt.com/');
    let over = false;
    const killing = killNowAndThen(driver, tally, () => over);
    let leaks = 0;
    for (; tally.sends < sends; tally.sends++) {
      const next = sleep(pauseMs);
      if (tally.sends % 3 === 2) await sendGuilty(page, Math.floor(tally.sends / 3), tally);
      else await sendHarmless(page, tally.sends, tally);
      if (tally.sends % 100 === 99) {
        leaks += leaksIn(server);
        server.clear();
        console.error(JSON.stringify({ ...tally, leaks }));
      }
      await next;
    }
    over = true;
    await killing;
    leaks += leaksIn(server);
    const own = await delivered(page, driver, tally);
    const faults = await compare(own, database);
    const decisions = own.filter(({ json }) => JSON.parse(json).op === 'prompt.submit').length;
    // What the gate alone lets go, as it is, has none.
    const held = tally.delivered - tally.byWorkers;
    if (decisions < held) faults.push(`${held - decisions} sends without a record`);
    console.log(JSON.stringify({ browser: values.browser, ...tally, leaks, records: own.length, faults }));
    const { lostForGood, unanswered } = tally;
    return leaks + faults.length + lostForGood + unanswered.length === 0 ? 0 : 1;
  } finally {
    await driver.close();
    await server.close();
    await endpoint.kill();
    await database.end();
    await postgres.remove();
  }
}

process.exitCode = await main();
