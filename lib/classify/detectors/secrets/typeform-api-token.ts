import { assemble, tokenDetector } from './token-detector.ts';

/** Typeform personal access token. */
export const typeformApiToken = tokenDetector({
  id: 'typeform-api-token',
  prefixes: ['tfp_'],
  pattern: /tfp_[\w.-]{40,60}/y,
  examples: {
    positive: [`use ${assemble('tfp_', 'AV3t83ro_IMrqCrRGq0cOpInIdQ2CeTtD1B1-g_3xvJj')} for now`],
    negative: [assemble('tfp_', 'x'.repeat(44)), assemble('tfp_', 'YOUR_KEY_HERE'), assemble('tfp_', 'AV3t83')],
  },
});
