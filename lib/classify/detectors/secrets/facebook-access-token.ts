import { assemble, tokenDetector } from './token-detector.ts';

/** Meta graph access token. */
export const facebookAccessToken = tokenDetector({
  id: 'facebook-access-token',
  prefixes: ['EAA'],
  pattern: /EAA[MC][A-Za-z0-9]{60,300}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('EAAC', 'XoqMeGXFulW55gSATapF4p9gPwNQ5cpscjb2DUcexeqXJvby4oKNc0dMgEIXEMVnOStph5A9tXWJfBWHWjz1NS00fhFOvQDBMBpF36anWdM8tvZOYafGurhDbKNQTLiKlEgLeOHHmJ0SzOeVhmOmXB')} for now`,
    ],
    negative: [assemble('EAAC', 'x'.repeat(150)), assemble('EAAC', 'YOUR_KEY_HERE'), assemble('EAAC', 'XoqMeG')],
  },
});
