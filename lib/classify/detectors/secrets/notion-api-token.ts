import { assemble, tokenDetector } from './token-detector.ts';

/** Notion integration token. */
export const notionApiToken = tokenDetector({
  id: 'notion-api-token',
  prefixes: ['ntn_', 'secret_'],
  pattern: /(?:ntn_[A-Za-z0-9]{43,47}|secret_[A-Za-z0-9]{43})(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('ntn_', '80854933163iTUyzzadYSFFWF3ajVuECYyXRCC2JGMRFzP')} for now`,
      `KEY="${assemble('secret_', 'nP27LOhsmRMsqiNC6eORSXBkw39q4nrHPBw53PLiLTS')}"`,
    ],
    negative: [assemble('ntn_', 'x'.repeat(46)), assemble('ntn_', 'YOUR_KEY_HERE'), assemble('ntn_', '808549')],
  },
});
