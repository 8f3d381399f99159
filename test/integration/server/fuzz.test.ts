import { expect, it } from 'vitest';
import { fuzzIngest } from '../../load/fuzz-ingest.ts';
import { testStore } from './test-endpoint.ts';

const FOR_MS = 10_000;

const store = testStore('PGlite');

it('mutated batches end nothing, lose nothing, and are answered as the document says', async () => {
  const seed = Date.now() % 1_000_000;
  const result = await fuzzIngest(store(), { batches: 3_000, seed, until: Date.now() + FOR_MS });
  expect({ seed, ...result }).toMatchObject({ seed, lost: 0, crashes: 0, undocumented: [] });
  expect(result.goodRecords).toBeGreaterThan(0);
  expect(result.batches).toBeGreaterThan(0);
});
