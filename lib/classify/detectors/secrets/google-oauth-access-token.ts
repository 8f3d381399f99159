import { assemble, tokenDetector } from './token-detector.ts';

/** Google OAuth access token. */
export const googleOauthAccessToken = tokenDetector({
  id: 'google-oauth-access-token',
  prefixes: ['ya29.'],
  pattern: /ya29\.[\w-]{30,400}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('ya29.', 'XXfGy-ynZ8jWbwFg2UAn82AaqDspOX307DGX5-agUtUK6O0CX1MSwdjGNgWN73xivnATNl2Z7Bo-RiZWsLj9xUU7xbsFprXsSaOinqecRF6btYouJNLBXAkc')} for now`,
    ],
    negative: [assemble('ya29.', 'x'.repeat(120)), assemble('ya29.', 'YOUR_KEY_HERE'), assemble('ya29.', 'XXfGy-')],
  },
});
