import { cueWords } from '../../detector.ts';
import { labelledSecretDetector } from './labelled-secret-detector.ts';
import { assemble } from './token-detector.ts';

/** Datadog API and application keys. */
export const datadogApiKey = labelledSecretDetector({
  id: 'datadog-api-key',
  labels: cueWords(
    'datadog-api-label',
    'datadog|dd_api_key|dd_app_key|datadog_api_key|datadog_app_key|dd-api-key|dd-application-key',
  ),
  reach: 60,
  pattern: /(?<![A-Za-z0-9])(?:[0-9a-f]{40}|[0-9a-f]{32})(?![A-Za-z0-9])/g,
  confidence: 0.9,
  leastEntropy: 3,
  examples: {
    positive: [`DD_API_KEY=${assemble('11f5c953', '8f28f41ec36f2e5fa8b4ecfe')}`],
    negative: ['datadog shows a graph', 'the etag is 11f5c9538f28f41ec36f2e5fa8b4ecfe'],
  },
});
