import { assemble, tokenDetector } from './token-detector.ts';

/** Langfuse secret key. */
export const langfuseSecretKey = tokenDetector({
  id: 'langfuse-secret-key',
  prefixes: ['sk-lf-'],
  pattern: /sk-lf-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('sk-lf-', 'bca11fc0-e6d3-de19-807e-71e49d4efee7')} for now`],
    negative: [assemble('sk-lf-', 'x'.repeat(36)), assemble('sk-lf-', 'YOUR_KEY_HERE'), assemble('sk-lf-', 'bca11f')],
  },
});
