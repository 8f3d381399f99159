import { fixedStrings } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';
import { assemble } from './token-detector.ts';

/** Discord bot token: base64 of the bot's number, a time, a signature. Numbers in base64 begin with M, N or O. */
export const discordBotToken = patternDetector({
  id: 'discord-bot-token',
  requires: [fixedStrings('discord-joint', '.')],
  pattern: /(?<![A-Za-z0-9_.-])[MNO][A-Za-z0-9]{23,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}(?![A-Za-z0-9_-])/g,
  confidence: 0.92,
  leastEntropy: 4,
  accept: (match) => /[0-9]/.test(match[0]),
  examples: {
    positive: [
      `client.login('${assemble('MTA06MxRXwurevxxphZgiZ3QYv', '.', 'nKjNSR', '.', 'uGbHCPQiUrHwLmKu6AG5T-zJ3AOEwQEhgWLIFx')}')`,
    ],
    negative: ['MyLongNamespaceIdentifier.Method.AnotherQuiteLongIdentifierName', 'Nothing.to.see'],
  },
});
