import { assemble, tokenDetector } from './token-detector.ts';

/** Discord webhook: whoever has the address may post. */
export const discordWebhookUrl = tokenDetector({
  id: 'discord-webhook-url',
  prefixes: ['https://discord.com/api/', 'https://discordapp.com/api/'],
  pattern: /https:\/\/discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{17,20}\/[\w-]{60,80}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('https://discord.com/api/', 'webhooks/740670145783720142/ptZG6REWH_EZp3Cjb--8jB0rltAGmaj7ovdINJPneQxlEjA7S2Fvwag5D9J0-l_dVGrV')} for now`,
    ],
    negative: [
      assemble('https://discord.com/api/', 'x'.repeat(96)),
      assemble('https://discord.com/api/', 'YOUR_KEY_HERE'),
      assemble('https://discord.com/api/', 'webhoo'),
    ],
  },
});
