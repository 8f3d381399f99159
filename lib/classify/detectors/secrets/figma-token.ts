import { assemble, tokenDetector } from './token-detector.ts';

/** Figma personal access token. */
export const figmaToken = tokenDetector({
  id: 'figma-token',
  prefixes: ['figd_', 'figo_'],
  pattern: /fig[do]_[\w-]{40,60}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [`use ${assemble('figd_', 't7p5y7U7JdEP7PZkluFK6yhXjMhi-W6LoYx-KHwC')} for now`],
    negative: [assemble('figd_', 'x'.repeat(40)), assemble('figd_', 'YOUR_KEY_HERE'), assemble('figd_', 't7p5y7')],
  },
});
