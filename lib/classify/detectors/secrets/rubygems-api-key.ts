import { assemble, tokenDetector } from './token-detector.ts';

/** RubyGems API key. */
export const rubygemsApiKey = tokenDetector({
  id: 'rubygems-api-key',
  prefixes: ['rubygems_'],
  pattern: /rubygems_[a-f0-9]{48}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('rubygems_', 'b7de5f7e0afa7f2d8c8a70f127ede21e998283f65d79d99f')} for now`],
    negative: [
      assemble('rubygems_', 'x'.repeat(48)),
      assemble('rubygems_', 'YOUR_KEY_HERE'),
      assemble('rubygems_', 'b7de5f'),
    ],
  },
});
