import { assemble, tokenDetector } from './token-detector.ts';

/** Atlassian API tokens. */
export const atlassianApiToken = tokenDetector({
  id: 'atlassian-api-token',
  prefixes: ['ATATT3', 'ATCTT3', 'ATBB'],
  pattern: /(?:AT[AC]TT3[\w=-]{60,240}|ATBB[A-Za-z0-9]{24,32})(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('ATATT3xFfGF0', 'QI_NSaJevNg9kFnDQaAOdSK5HadJxipiRQf2wnAd2a8vbF-Uo09q_LXMbR8BW3lJZ5725MbTCEiq9ZiNsXkDj01AXR9CeOzfy0kyPMw55GbdPr4_GqdSuWA6xKF2gMCZfK39pUq-hoJQimVwowlPr4tOlxl8pVKXUtjhzEOXrB')} for now`,
    ],
    negative: [
      assemble('ATATT3xFfGF0', 'x'.repeat(170)),
      assemble('ATATT3xFfGF0', 'YOUR_KEY_HERE'),
      assemble('ATATT3xFfGF0', 'QI_NSa'),
    ],
  },
});
