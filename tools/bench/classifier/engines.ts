/** Sluice and its peers behind one function each: a text in, what was found in it out, with the defaults of each. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openClassifier } from '../../open-classifier.ts';

/** Whatever it answers is awaited; nothing is done with it. */
export type Run = (text: string) => unknown;

export interface Engine {
  name: string;
  /** Null for Sluice itself. */
  package: string | null;
  /** What it looks for, in a few words: a short list costs less time. */
  scope: string;
  load(importPeer: ImportPeer): Promise<Run>;
}

/** Imports a package from the folder of the peers; its types are not known here. */
export type ImportPeer = <T>(name: string) => Promise<T>;

interface OpenRedaction {
  OpenRedaction: new () => { detect(text: string): Promise<unknown> };
}
interface RedactPii {
  SyncRedactor: new () => { redact(text: string): string };
}
interface RedactPiiNode {
  Redactor: new () => { redact(text: string): string };
}
interface ArcjetRedact {
  redact(text: string): Promise<unknown>;
}
interface SecretlintCore {
  lintSource(task: object): Promise<unknown>;
}
interface SecretlintPreset {
  creator: object;
}
interface Compromise {
  default(text: string): Record<'people' | 'places' | 'organizations' | 'emails' | 'phoneNumbers', () => Outputs>;
}
interface Outputs {
  out(format: 'offset'): unknown[];
}

export const ENGINES: readonly Engine[] = [
  {
    name: 'Sluice',
    package: null,
    scope: 'identifiers, names, secrets; one layer of encoding',
    load: async () => (await openClassifier()).classify,
  },
  {
    name: 'openredaction',
    package: '@openredaction/core',
    scope: 'identifiers and names, 570 patterns',
    async load(importPeer) {
      const { OpenRedaction } = await importPeer<OpenRedaction>('@openredaction/core');
      const detector = new OpenRedaction();
      return (text) => detector.detect(text);
    },
  },
  {
    name: 'redact-pii',
    package: 'redact-pii',
    scope: 'identifiers, names by list',
    async load(importPeer) {
      const { SyncRedactor } = await importPeer<RedactPii>('redact-pii');
      const redactor = new SyncRedactor();
      return (text) => redactor.redact(text);
    },
  },
  {
    name: '@redactpii/node',
    package: '@redactpii/node',
    scope: 'five identifiers',
    async load(importPeer) {
      const { Redactor } = await importPeer<RedactPiiNode>('@redactpii/node');
      const redactor = new Redactor();
      return (text) => redactor.redact(text);
    },
  },
  {
    name: '@arcjet/redact',
    package: '@arcjet/redact',
    scope: 'four identifiers',
    async load(importPeer) {
      const { redact } = await importPeer<ArcjetRedact>('@arcjet/redact');
      return (text) => redact(text);
    },
  },
  {
    name: 'secretlint',
    package: '@secretlint/core',
    scope: 'secrets only',
    async load(importPeer) {
      const { lintSource } = await importPeer<SecretlintCore>('@secretlint/core');
      const id = '@secretlint/secretlint-rule-preset-recommend';
      const { creator } = await importPeer<SecretlintPreset>(id);
      const options = { config: { rules: [{ id, rule: creator, options: {} }] } };
      const source = { filePath: 'prompt.txt', ext: '.txt', contentType: 'text' };
      return (text) => lintSource({ source: { ...source, content: text }, options });
    },
  },
  {
    name: 'compromise',
    package: 'compromise',
    scope: 'names, places, e-mail, phones',
    async load(importPeer) {
      const { default: nlp } = await importPeer<Compromise>('compromise');
      return (text) => {
        const read = nlp(text);
        const kinds = [read.people, read.places, read.organizations, read.emails, read.phoneNumbers];
        return kinds.map((kind) => kind.call(read).out('offset'));
      };
    },
  },
];

/** @param folder Where the peers are installed. */
export function importFrom(folder: string): ImportPeer {
  const { resolve } = createRequire(join(folder, 'package.json'));
  return (name) => import(pathToFileURL(resolve(name)).href);
}
