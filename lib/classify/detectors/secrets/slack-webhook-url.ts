import { assemble, tokenDetector } from './token-detector.ts';

/** Slack incoming webhook: whoever has the address may post. */
export const slackWebhookUrl = tokenDetector({
  id: 'slack-webhook-url',
  prefixes: ['https://hooks.slack.com/'],
  pattern:
    /https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Z0-9]{8,12}\/[A-Z0-9]{8,12}\/[A-Za-z0-9]{16,48}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('https://hooks.slack.com/', 'services/T097C1GUPY/BHQKL2SDE5/RUmyDMdVsoqr7hmRqMdZGAe0')} for now`,
    ],
    negative: [
      assemble('https://hooks.slack.com/', 'x'.repeat(55)),
      assemble('https://hooks.slack.com/', 'YOUR_KEY_HERE'),
      assemble('https://hooks.slack.com/', 'servic'),
    ],
  },
});
