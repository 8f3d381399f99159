import { assemble, tokenDetector } from './token-detector.ts';

/** Heroku authorisation token. */
export const herokuApiKey = tokenDetector({
  id: 'heroku-api-key',
  prefixes: ['HRKU-'],
  pattern: /HRKU-[\w-]{36,80}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [`use ${assemble('HRKU-', 'YSgOAOvdFWgNY7vNZ27WtFKAf9764NrXKx8FTSrxcpXuKpNb6ut1HDpV-R8o')} for now`],
    negative: [assemble('HRKU-', 'x'.repeat(60)), assemble('HRKU-', 'YOUR_KEY_HERE'), assemble('HRKU-', 'YSgOAO')],
  },
});
