import { assemble, tokenDetector } from './token-detector.ts';

/** The bare `sk-` key that several model providers (DeepSeek, Moonshot, Qwen and others) hand out. */
export const skApiKey = tokenDetector({
  id: 'sk-api-key',
  prefixes: ['sk-'],
  pattern: /sk-(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32,64}(?![A-Za-z0-9_-])/y,
  confidence: 0.88,
  examples: {
    positive: [`key ${assemble('sk-', '8f676226e236a23e238e3b1c77fc4c01')}`],
    negative: [
      assemble('sk-', 'a'.repeat(32)),
      'sk-navigation-bar-container-element-wrapper',
      assemble('sk-', 'short1'),
    ],
  },
});
