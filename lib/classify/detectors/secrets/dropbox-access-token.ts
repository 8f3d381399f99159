import { assemble, tokenDetector } from './token-detector.ts';

/** Dropbox short-lived access token. */
export const dropboxAccessToken = tokenDetector({
  id: 'dropbox-access-token',
  prefixes: ['sl.'],
  pattern: /sl\.[\w-]{130,800}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('sl.', 'QYYzxXZILhOfvLtcrThxWxQPawwKNMlhN0-T48HCTlFk0HgA9ZVlWdBRc8AXxUchzm_A4pgrHNRHdt0YYFbsyc5ANL5ZxXZgoi-DiSuw6t0ql6Ia5gFTz1NGCdxqQVbTeP5Wq8wU')} for now`,
    ],
    negative: [assemble('sl.', 'x'.repeat(136)), assemble('sl.', 'YOUR_KEY_HERE'), assemble('sl.', 'QYYzxX')],
  },
});
