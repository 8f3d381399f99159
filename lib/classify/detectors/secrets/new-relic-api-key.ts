import { assemble, tokenDetector } from './token-detector.ts';

/** New Relic user, licence and ingest keys. */
export const newRelicApiKey = tokenDetector({
  id: 'new-relic-api-key',
  prefixes: ['NRAK-', 'NRII-', 'NRJS-'],
  pattern: /NR(?:AK-[A-Z0-9]{27}|II-[\w-]{32}|JS-[a-f0-9]{19})(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('NRAK-', 'N3D1ZAQIKWWTE17FYH5RU291C0B')} for now`],
    negative: [assemble('NRAK-', 'x'.repeat(27)), assemble('NRAK-', 'YOUR_KEY_HERE'), assemble('NRAK-', 'N3D1ZA')],
  },
});
