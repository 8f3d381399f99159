import { assemble, tokenDetector } from './token-detector.ts';

/** Slack bot, user, refresh, legacy and app-level tokens. */
export const slackToken = tokenDetector({
  id: 'slack-token',
  prefixes: ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxe.', 'xoxe-', 'xapp-'],
  pattern:
    /(?:xox[bpars]-\d{8,14}-[A-Za-z0-9-]{10,120}|xoxe(?:\.xox[bp]-|-)\d-[A-Za-z0-9-]{40,200}|xapp-\d-[A-Z0-9]{8,14}-\d{8,14}-[a-f0-9]{32,128})(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('xoxb-', '548948225542-8845352515985-YBOqqzp4wOA85JjB33VLpnuc')} for now`,
      `KEY="${assemble('xapp-', '1-AMEH2A1BRGJ-2910347342119-a26984594a615566274f415e26b1c959b732f76548683c588c79fce012db757c')}"`,
    ],
    negative: [assemble('xoxb-', 'x'.repeat(51)), assemble('xoxb-', 'YOUR_KEY_HERE'), assemble('xoxb-', '548948')],
  },
});
