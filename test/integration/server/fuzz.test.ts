import { afterAll, beforeAll, expect, it } from 'vitest';
import { fuzzIngest } from '../../load/fuzz-ingest.ts';
import { openTestStore } from './test-endpoint.ts';

const FOR_MS = 10_000;

let opened: Awaited<ReturnType<typeof openTestStore>>;
beforeAll(async () => {
  opened = await openTestStore('PGlite');
});
afterAll(() => opened.remove());

it('mutated batches end nothing, lose nothing, and are answered as the document says', async () => {
  const seed = Date.now() % 1_000_000;
  const result = await fuzzIngest(opened.store, { batches: 3_000, seed, until: Date.now() + FOR_MS });
  expect({ seed, ...result }).toMatchObject({ seed, lost: 0, crashes: 0, undocumented: [] });
  expect(result.goodRecords).toBeGreaterThan(0);
  expect(result.batches).toBeGreaterThan(0);
});
