import { cueWords } from '../../detector.ts';
import { labelledSecretDetector } from './labelled-secret-detector.ts';
import { assemble } from './token-detector.ts';

/** Heroku API key of the older form, a UUID. */
export const herokuLegacyApiKey = labelledSecretDetector({
  id: 'heroku-legacy-api-key',
  labels: cueWords('heroku-legacy-api-label', 'heroku|heroku_api_key|heroku api key'),
  reach: 40,
  pattern: /(?<![A-Za-z0-9-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![A-Za-z0-9-])/g,
  confidence: 0.85,
  leastEntropy: 3,
  examples: {
    positive: [`HEROKU_API_KEY=${assemble('5dc94fa7-', '8e5f-a039-c77d-2f50540a7edc')}`],
    negative: ['heroku runs apps', 'request id 5dc94fa7-8e5f-a039-c77d-2f50540a7edc'],
  },
});
