import { cueWords } from '../../detector.ts';
import { labelledDetector } from '../labelled-detector.ts';

const LABELS = cueWords(
  'advertising-id',
  'idfa|idfv|gaid|aaid|advertising id|advertising identifier|advertisingid|ad id|adid|advertiser id|mobile ad id|maid|rdid|werbe-id',
);

/** Identifiers for advertisers of phones (Apple IDFA, Android advertising id: a UUID), known by their label. */
export const advertisingId = labelledDetector({
  id: 'advertising-id',
  type: 'ADVERTISING_ID',
  class: 'PII',
  labels: LABELS,
  value: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9A-Za-z-])',
  validator: { name: 'not-empty', accepts: (value) => /[1-9a-f]/i.test(value) },
  examples: {
    positive: ['IDFA: 6D92078A-8246-4BA4-AE5B-76104861E7DC', 'gaid=38400000-8cf0-11bd-b23e-10b96e40000d'],
    negative: ['38400000-8cf0-11bd-b23e-10b96e40000d', 'idfa missing', 'idfa 00000000-0000-0000-0000-000000000000'],
  },
});
