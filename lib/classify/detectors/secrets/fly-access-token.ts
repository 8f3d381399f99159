import { assemble, tokenDetector } from './token-detector.ts';

/** Fly.io access token. */
export const flyAccessToken = tokenDetector({
  id: 'fly-access-token',
  prefixes: ['FlyV1 ', 'fo1_', 'fm1_', 'fm2_'],
  pattern: /(?:FlyV1 fm[12][ar]?_|fo1_|fm[12][ar]?_)[\w+/=-]{40,512}/y,
  examples: {
    positive: [`use ${assemble('fo1_', 'szapG4g36X7gKRB-Y2cCLV8xX5dFqDdyp8w8ow01CvC')} for now`],
    negative: [assemble('fo1_', 'x'.repeat(43)), assemble('fo1_', 'YOUR_KEY_HERE'), assemble('fo1_', 'szapG4')],
  },
});
