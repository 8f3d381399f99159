import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProviders, writeProviders } from '../../../lib/classify/detectors/secrets/provider-file.ts';
import { PROVIDER_TABLES } from '../../../lib/classify/every-detector.ts';

describe('the table of providers', () => {
  const shipped = readFileSync(new URL('../../../public/models/providers.json', import.meta.url));

  it('is shipped as it stands in the code: npm run tables', () => {
    expect(shipped.toString('utf8')).toBe(writeProviders(PROVIDER_TABLES));
    const rows = PROVIDER_TABLES.tokens.length + PROVIDER_TABLES.labelled.length;
    expect(readProviders(shipped)).toHaveLength(rows);
  });

  it('is not read from a file that is none', () => {
    for (const text of ['', '{}', '{"v":2,"tokens":[],"labelled":[]}', '{"v":1}', '[]']) {
      expect(readProviders(new TextEncoder().encode(text))).toBeNull();
    }
  });
});
