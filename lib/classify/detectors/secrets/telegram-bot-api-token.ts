import { fixedStrings } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';
import { assemble } from './token-detector.ts';

/** Telegram bot token: the bot's number, a colon, 35 characters that begin with AA. */
export const telegramBotApiToken = patternDetector({
  id: 'telegram-bot-api-token',
  requires: [fixedStrings('telegram-joint', ':aa')],
  pattern: /(?:(?<=bot)|(?<![A-Za-z0-9]))[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g,
  confidence: 0.95,
  examples: {
    positive: [
      `TELEGRAM=${assemble('8699678491', ':AA', '81ljk6YC_JECSBLNaK2VNxk6_zY2gkLpo')}`,
      `GET https://api.telegram.org/bot${assemble('8699678491', ':AA', '81ljk6YC_JECSBLNaK2VNxk6_zY2gkLpo')}/getMe`,
    ],
    negative: ['12345678:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'at 12:aa'],
  },
});
