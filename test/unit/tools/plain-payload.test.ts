import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../lib/policy/base64.ts';
import { plainEnvelope } from '../../../tools/plain-payload.ts';

const WRITTEN = readFileSync(new URL('../../../policies/baseline.dsse.json', import.meta.url), 'utf8');

describe('the default policy in bundles', () => {
  it('comes out as it was signed, byte for byte', () => {
    const [imported, ...code] = plainEnvelope(WRITTEN).split('\n');
    expect(imported).toContain('import { toBase64 }');
    const run = new Function('toBase64', code.join('\n').replace('export default', 'return'));
    expect(run(toBase64)).toEqual(JSON.parse(WRITTEN));
  });

  it('is refused when its bytes are no text', () => {
    expect(() => plainEnvelope(JSON.stringify({ payload: '/////w==' }))).toThrow('no text');
  });
});
