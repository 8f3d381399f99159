// The default policy is signed and so written in base64: a third longer than what it says. Bundles carry what it says.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ENVELOPE = '/policies/baseline.dsse.json';
const MODULE = '\0baseline-envelope';
const BASE64 = fileURLToPath(new URL('../lib/policy/base64.ts', import.meta.url));

/** Bundles the signed default policy with its payload as text. Throws when that would not give back the very same bytes. */
export function plainPayload(): Plugin {
  return {
    name: 'plain-payload',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith(ENVELOPE) ? MODULE : null),
    load(id) {
      if (id !== MODULE) return null;
      return plainEnvelope(readFileSync(fileURLToPath(new URL(`..${ENVELOPE}`, import.meta.url)), 'utf8'));
    },
  };
}

/** A module whose default export is the envelope in `json`. */
export function plainEnvelope(json: string): string {
  const { payload, ...rest } = JSON.parse(json) as { payload: string };
  const text = Buffer.from(payload, 'base64').toString('utf8');
  if (Buffer.from(text).toString('base64') !== payload) throw new Error('the payload is no text in padded base64');
  return `import { toBase64 } from ${JSON.stringify(BASE64)};
const payload = toBase64(new TextEncoder().encode(${JSON.stringify(text)}));
export default { ...${JSON.stringify(rest)}, payload };`;
}
