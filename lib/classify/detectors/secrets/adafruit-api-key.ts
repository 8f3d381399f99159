import { assemble, tokenDetector } from './token-detector.ts';

/** Adafruit IO key. */
export const adafruitApiKey = tokenDetector({
  id: 'adafruit-api-key',
  prefixes: ['aio_'],
  pattern: /aio_[A-Za-z0-9]{28}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('aio_', 'DVUrcUvcgGiOYLU7btU1YwRhpLlc')} for now`],
    negative: [assemble('aio_', 'x'.repeat(28)), assemble('aio_', 'YOUR_KEY_HERE'), assemble('aio_', 'DVUrcU')],
  },
});
