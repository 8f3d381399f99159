import { assemble, tokenDetector } from './token-detector.ts';

/** Cloudflare origin CA key. */
export const cloudflareOriginCaKey = tokenDetector({
  id: 'cloudflare-origin-ca-key',
  prefixes: ['v1.0-'],
  pattern: /v1\.0-[a-f0-9]{24}-[a-f0-9]{146}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('v1.0-', '71450062d5039a93514f59a8-b599eff928bc5acc50071f4881b33c5a31165f094b0ec36ce13ca68032449fcb929010134f24510f2217c23d56ef0c423516d1a3948e7f54d5be0ba8916b958a7b7ea5a6c9506970b7')} for now`,
    ],
    negative: [assemble('v1.0-', 'x'.repeat(171)), assemble('v1.0-', 'YOUR_KEY_HERE'), assemble('v1.0-', '714500')],
  },
});
