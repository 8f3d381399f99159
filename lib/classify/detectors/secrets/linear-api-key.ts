import { assemble, tokenDetector } from './token-detector.ts';

/** Linear API key and OAuth token. */
export const linearApiKey = tokenDetector({
  id: 'linear-api-key',
  prefixes: ['lin_api_', 'lin_oauth_'],
  pattern: /lin_(?:api_[A-Za-z0-9]{40}|oauth_[a-f0-9]{64})(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('lin_api_', 'oMILdgPTTM3b6OMZX1tbFAUGZv6iTAPOaK8qcQaQ')} for now`],
    negative: [
      assemble('lin_api_', 'x'.repeat(40)),
      assemble('lin_api_', 'YOUR_KEY_HERE'),
      assemble('lin_api_', 'oMILdg'),
    ],
  },
});
