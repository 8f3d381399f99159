import { assemble, tokenDetector } from './token-detector.ts';

/** Hugging Face user and organisation tokens. */
export const huggingfaceAccessToken = tokenDetector({
  id: 'huggingface-access-token',
  prefixes: ['hf_', 'api_org_'],
  pattern: /(?:hf_|api_org_)[A-Za-z]{34}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('hf_', 'qaitOFchBYYomRHvmLAtPauLXfoNKmLHei')} for now`],
    negative: [assemble('hf_', 'x'.repeat(34)), assemble('hf_', 'YOUR_KEY_HERE'), assemble('hf_', 'qaitOF')],
  },
});
