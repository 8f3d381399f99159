import { assemble, tokenDetector } from './token-detector.ts';

/** Flutterwave secret and encryption keys. */
export const flutterwaveKey = tokenDetector({
  id: 'flutterwave-key',
  prefixes: ['FLWSECK'],
  pattern: /FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,40}(?:-X)?(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('FLWSECK-', '0ca8bef21238524c1454649b533bc3a1-X')} for now`],
    negative: [
      assemble('FLWSECK-', 'x'.repeat(34)),
      assemble('FLWSECK-', 'YOUR_KEY_HERE'),
      assemble('FLWSECK-', '0ca8be'),
    ],
  },
});
