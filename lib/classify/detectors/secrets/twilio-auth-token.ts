import { cueWords } from '../../detector.ts';
import { labelledSecretDetector } from './labelled-secret-detector.ts';
import { assemble } from './token-detector.ts';

/** Twilio auth token: 32 hexadecimal digits. */
export const twilioAuthToken = labelledSecretDetector({
  id: 'twilio-auth-token',
  labels: cueWords('twilio-auth-label', 'twilio|twilio_auth_token|twilio auth token|auth_token|authtoken'),
  reach: 60,
  pattern: /(?<![A-Za-z0-9])[0-9a-f]{32}(?![A-Za-z0-9])/g,
  confidence: 0.9,
  leastEntropy: 3,
  examples: {
    positive: [`TWILIO_AUTH_TOKEN=${assemble('7423fb38', '8dfa93ee3419300aed2e779e')}`],
    negative: ['the md5 of the file is 7423fb388dfa93ee3419300aed2e779e', 'twilio has 32 offices'],
  },
});
