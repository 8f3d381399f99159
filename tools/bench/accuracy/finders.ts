/** Sluice and its peers behind one question: what is found where. Each with its defaults. */
import { HIGH_CONFIDENCE } from '../../../lib/classify/finding.ts';
import type { ImportPeer } from '../classifier/engines.ts';
import { redactedSpans } from './redacted-spans.ts';
import type { Span } from './score.ts';
import { sluice } from './sluice.ts';

export interface Answer {
  spans: Span[];
  /** Uses the text seems to be about; null from an engine that knows nothing of uses. */
  uses: string[] | null;
}

export type Find = (text: string) => Promise<Answer>;

export interface Finder {
  name: string;
  /** What it can be asked at all. An engine for secrets says nothing about names. */
  answers: ReadonlySet<'personal' | 'secrets' | 'uses'>;
  load: (importPeer: ImportPeer) => Promise<Find>;
}

interface OpenRedaction {
  OpenRedaction: new () => {
    detect(text: string): Promise<{ detections: { type: string; position: [number, number] }[] }>;
  };
}
interface RedactPii {
  SyncRedactor: new () => { redact(text: string): string };
}
interface RedactPiiNode {
  Redactor: new () => { redact(text: string): string };
}
interface ArcjetRedact {
  redact(text: string): Promise<[string, unknown]>;
}
interface SecretlintCore {
  lintSource(task: object): Promise<{ messages: { range: [number, number] }[] }>;
}
interface Compromise {
  default(text: string): Record<string, () => { json(options: object): Located[] }>;
}
interface Located {
  offset?: { start: number; length: number };
}

/** Needs nothing that has to be installed. */
export type OwnFinder = Finder & { load: () => Promise<Find> };

const ALL = new Set(['personal', 'secrets', 'uses'] as const);

/** With everything it reports, and with what may be acted on without a person looking. */
export const OURS: readonly OwnFinder[] = [
  { name: 'Sluice', answers: ALL, load: () => sluice(0) },
  { name: 'Sluice >= .85', answers: ALL, load: () => sluice(HIGH_CONFIDENCE) },
];

export const PEERS: readonly Finder[] = [
  {
    name: 'openredaction',
    answers: new Set(['personal', 'secrets']),
    async load(importPeer) {
      const { OpenRedaction } = await importPeer<OpenRedaction>('@openredaction/core');
      const detector = new OpenRedaction();
      return async (text) => {
        const { detections } = await detector.detect(text);
        return spansOnly(detections.map(({ type, position: [start, end] }) => ({ type: openType(type), start, end })));
      };
    },
  },
  {
    name: 'redact-pii',
    answers: new Set(['personal', 'secrets']),
    async load(importPeer) {
      const { SyncRedactor } = await importPeer<RedactPii>('redact-pii');
      const redactor = new SyncRedactor();
      const pattern =
        /PERSON_NAME|EMAIL_ADDRESS|PHONE_NUMBER|CREDIT_CARD_NUMBER|US_SOCIAL_SECURITY_NUMBER|IP_ADDRESS|STREET_ADDRESS|ZIPCODE|URL|USERNAME|PASSWORD|CREDENTIALS|DIGITS/g;
      return async (text) => spansOnly(redactedSpans(text, redactor.redact(text), { pattern, types: REDACT_PII }));
    },
  },
  {
    name: '@redactpii/node',
    answers: new Set(['personal']),
    async load(importPeer) {
      const { Redactor } = await importPeer<RedactPiiNode>('@redactpii/node');
      const redactor = new Redactor();
      const pattern = /PERSON_NAME|EMAIL_ADDRESS|PHONE_NUMBER|CREDIT_CARD_NUMBER|US_SOCIAL_SECURITY_NUMBER/g;
      return async (text) => spansOnly(redactedSpans(text, redactor.redact(text), { pattern, types: REDACT_PII }));
    },
  },
  {
    name: '@arcjet/redact',
    answers: new Set(['personal']),
    async load(importPeer) {
      const { redact } = await importPeer<ArcjetRedact>('@arcjet/redact');
      const pattern = /<Redacted ([A-Za-z ]+) #\d+>/g;
      return async (text) => spansOnly(redactedSpans(text, (await redact(text))[0], { pattern, types: ARCJET }));
    },
  },
  {
    name: 'secretlint',
    answers: new Set(['secrets']),
    async load(importPeer) {
      const { lintSource } = await importPeer<SecretlintCore>('@secretlint/core');
      const id = '@secretlint/secretlint-rule-preset-recommend';
      const { creator } = await importPeer<{ creator: object }>(id);
      const options = { config: { rules: [{ id, rule: creator, options: {} }] } };
      const source = { filePath: 'prompt.txt', ext: '.txt', contentType: 'text' };
      return async (text) => {
        const { messages } = await lintSource({ source: { ...source, content: text }, options });
        return spansOnly(messages.map(({ range: [start, end] }) => ({ type: 'SECRET', start, end })));
      };
    },
  },
  {
    name: 'compromise',
    answers: new Set(['personal']),
    async load(importPeer) {
      const { default: nlp } = await importPeer<Compromise>('compromise');
      return async (text) => {
        const read = nlp(text);
        return spansOnly(
          Object.entries(COMPROMISE).flatMap(([kind, type]) =>
            read[kind]!()
              .json({ offset: true })
              .flatMap(({ offset }) =>
                offset ? [{ type, start: offset.start, end: offset.start + offset.length }] : [],
              ),
          ),
        );
      };
    },
  },
];

const spansOnly = (spans: Span[]): Answer => ({ spans, uses: null });

/** Its 570 types, by the beginning of their names. */
function openType(type: string): string {
  const [, same] = OPENREDACTION.find(([start]) => type.startsWith(start)) ?? [];
  return same ?? (/KEY|TOKEN|SECRET|PASSWORD|CREDENTIAL|JWT|WEBHOOK|CONNECTION/.test(type) ? 'SECRET' : type);
}
const OPENREDACTION: readonly [string, string][] = [
  ['EMAIL', 'EMAIL_ADDRESS'],
  ['PHONE', 'PHONE_NUMBER'],
  ['CREDIT_CARD', 'CREDIT_CARD'],
  ['IBAN', 'IBAN_CODE'],
  ['SSN', 'US_SSN'],
  ['NAME', 'PERSON'],
  ['ADDRESS', 'STREET_ADDRESS'],
  ['IPV', 'IP_ADDRESS'],
  ['URL', 'URL'],
  ['DATE_OF_BIRTH', 'DATE_OF_BIRTH'],
];
const REDACT_PII: Readonly<Record<string, string>> = {
  PERSON_NAME: 'PERSON',
  CREDIT_CARD_NUMBER: 'CREDIT_CARD',
  US_SOCIAL_SECURITY_NUMBER: 'US_SSN',
  CREDENTIALS: 'SECRET',
  PASSWORD: 'SECRET',
};
const ARCJET: Readonly<Record<string, string>> = {
  email: 'EMAIL_ADDRESS',
  'phone number': 'PHONE_NUMBER',
  'credit card number': 'CREDIT_CARD',
  'IP address': 'IP_ADDRESS',
};
const COMPROMISE: Readonly<Record<string, string>> = {
  people: 'PERSON',
  places: 'LOCATION',
  organizations: 'ORGANIZATION',
  emails: 'EMAIL_ADDRESS',
  phoneNumbers: 'PHONE_NUMBER',
};
