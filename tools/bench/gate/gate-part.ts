/**
 * What the gate adds to a request, beside the bare decoding of the same body in the same run: for nearly all requests of
 * a browser a look at two addresses, for those of governed apps a judgement.
 */
import { BothQuestions } from '../../../lib/gate/both-questions.ts';
import type { RequestDetails } from '../../../lib/gate/captured.ts';
import { Gate } from '../../../lib/gate/gate.ts';
import { PermitBook } from '../../../lib/gate/permits.ts';
import { createDigester } from '../../../lib/pipeline/digest.ts';
import { bundledPolicy } from '../../../lib/policy/bundled.ts';
import { GovernedApps } from '../../../lib/sites/governed-apps.ts';
import { SITES } from '../../../lib/sites/registry.ts';
import { openClassifier } from '../../open-classifier.ts';
import type { BenchOptions, PartResult } from '../part.ts';
import { type Spread, spread } from '../statistics.ts';
import { formatRatio } from '../table.ts';
import { mixedText } from '../text/mixed-text.ts';

const OWN = 'chrome-extension://sluice';
const PAGE = { initiator: 'https://chatgpt.com', tabId: 1, frameId: 0 };
const NOW = Date.UTC(2026, 10, 21);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Case {
  name: string;
  details: RequestDetails;
  body: string | null;
}

function cases(): Case[] {
  const get = (name: string, url: string, more: Partial<RequestDetails> = {}): Case => ({
    name,
    body: null,
    details: { url, method: 'GET', type: 'image', tabId: 1, ...more },
  });
  const post = (name: string, url: string, body: string): Case => ({
    name,
    body,
    details: {
      ...PAGE,
      ...{ url, method: 'POST', type: 'xmlhttprequest' },
      requestBody: { raw: [{ bytes: encoder.encode(body).buffer as ArrayBuffer }] },
    },
  });
  const events = Array.from({ length: 20 }, (_, at) => ({
    event: 'render',
    at,
    id: `b7c1-${at}`,
    page: '/c/1',
    took: 12.5,
  }));
  const prompt = (length: number) =>
    JSON.stringify({
      action: 'next',
      messages: [
        { author: { role: 'user' }, content: { content_type: 'text', parts: [mixedText(length, 7).slice(0, length)] } },
      ],
    });
  return [
    get('another site, another host', 'https://cdn.news.example/a.png?v=3', { initiator: 'https://news.example' }),
    get('file of a governed app', 'https://chatgpt.com/assets/page-BqB3f9.js', PAGE),
    post('2 kB of telemetry', 'https://chatgpt.com/ces/v1/t', JSON.stringify({ events }).slice(0, 4_000)),
    post('2 kB of telemetry to somebody else', 'https://metrics.example/v1', JSON.stringify({ events })),
    post('2 kB prompt', 'https://chatgpt.com/backend-api/f/conversation', prompt(2_000)),
    post('100 kB prompt', 'https://chatgpt.com/backend-api/f/conversation', prompt(100_000)),
  ];
}

export async function gatePart({ quick, progress }: BenchOptions): Promise<PartResult> {
  const apps = new GovernedApps(SITES);
  const gate = await openGate(apps);
  const questions = new BothQuestions({
    apps: () => apps,
    appsReady: async () => apps,
    ownOrigin: OWN,
    nothingEntered: () => true,
    ask: (question) => question(gate),
  });
  const rows = [];
  for (const { name, details, body } of cases()) {
    progress(`gate: ${name}`);
    const runs = quick ? 50 : 400;
    const judged = await sample(runs, () => questions.onBody(details));
    const decoded =
      body === null ? null : await sample(runs, () => void JSON.parse(decoder.decode(encoder.encode(body))));
    rows.push({ name, judged, decoded });
  }
  return {
    tables: [
      {
        title: 'The gate, for one request',
        head: ['request', 'p50', 'p95', 'bare decoding, p50', 'ratio'],
        rows: rows.map(({ name, judged, decoded }) => [
          name,
          micro(judged.p50),
          micro(judged.p95),
          decoded === null ? '-' : micro(decoded.p50),
          formatRatio(decoded === null ? null : judged.p50 / decoded.p50),
        ]),
        notes: ['Bare decoding: the bytes to text, and JSON.parse. Refused and passed requests cost the same.'],
      },
    ],
    figures: { unit: 'milliseconds', rows },
    leftOut: [],
  };
}

async function openGate(apps: GovernedApps): Promise<Gate> {
  const { policy } = await bundledPolicy();
  const digester = await createDigester(new Uint8Array(32).fill(3));
  const permits = new PermitBook([], () => undefined);
  const classifier = await openClassifier();
  const context = {
    accountKind: 'unknown',
    groups: [],
    coverage: 'full',
    waitingForPolicy: false,
    timeMs: NOW,
  } as const;
  return new Gate({
    apps: async () => apps,
    ownOrigin: OWN,
    state: async () => ({
      ...{ classifier, policy, permits, digester, entered: new Set() },
      context: { ...context, groups: [] },
    }),
    tabAddress: async () => null,
    isGuarded: async () => true,
    nextPermit: () => permits.next(),
    patience: async () => undefined,
    onReleased: () => undefined,
    onRefused: () => undefined,
  });
}

async function sample(runs: number, run: () => unknown): Promise<Spread> {
  for (let warm = 0; warm < runs / 4; warm++) await run();
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn++) {
    const start = performance.now();
    const outcome = run();
    // Nearly every request is answered at once: a turn of the event loop would be all that is measured.
    if (outcome instanceof Promise) await outcome;
    times.push(performance.now() - start);
  }
  return spread(times);
}

function micro(ms: number): string {
  return `${(ms * 1000).toFixed(ms < 0.01 ? 1 : 0)} µs`;
}
