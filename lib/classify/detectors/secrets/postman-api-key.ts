import { assemble, tokenDetector } from './token-detector.ts';

/** Postman API key. */
export const postmanApiKey = tokenDetector({
  id: 'postman-api-key',
  prefixes: ['PMAK-'],
  pattern: /PMAK-[a-fA-F0-9]{24}-[a-fA-F0-9]{34}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('PMAK-', '8106d5c56f8d52d3843df3c3-8dc80cac8785a4e3c0dcfef585d6dccf8a')} for now`],
    negative: [assemble('PMAK-', 'x'.repeat(59)), assemble('PMAK-', 'YOUR_KEY_HERE'), assemble('PMAK-', '8106d5')],
  },
});
