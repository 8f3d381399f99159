import { assemble, tokenDetector } from './token-detector.ts';

/** NVIDIA NGC and NIM key. */
export const nvidiaApiKey = tokenDetector({
  id: 'nvidia-api-key',
  prefixes: ['nvapi-'],
  pattern: /nvapi-[\w-]{60,80}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [`use ${assemble('nvapi-', 'VVBGt1tMzgYlK1DfahblLvTY-UbU50-cSjUZwo1tTN-2lTZACk3VUox4iMc7hp3S')} for now`],
    negative: [assemble('nvapi-', 'x'.repeat(64)), assemble('nvapi-', 'YOUR_KEY_HERE'), assemble('nvapi-', 'VVBGt1')],
  },
});
