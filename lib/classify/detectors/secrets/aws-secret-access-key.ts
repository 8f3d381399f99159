import { cueWords } from '../../detector.ts';
import { labelledSecretDetector } from './labelled-secret-detector.ts';
import { assemble } from './token-detector.ts';

/** AWS secret access key: 40 characters of base64, told apart by its name or its key id. */
export const awsSecretAccessKey = labelledSecretDetector({
  id: 'aws-secret-access-key',
  labels: cueWords(
    'aws-secret-access-label',
    'aws_secret_access_key|secret_access_key|secretaccesskey|aws secret|aws_secret|aws_secret_key',
    'secret access key|secret key|secret_key|secretkey',
  ),
  reach: 60,
  pattern:
    /(?<![A-Za-z0-9+/=])(?=[A-Za-z0-9+/]{0,39}[0-9])(?=[A-Za-z0-9+/]{0,39}[A-Z])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g,
  confidence: 0.95,
  leastEntropy: 4.2,
  examples: {
    positive: [`aws_secret_access_key = ${assemble('rzC123YBGN', 'L8lZrric7WqQvtHU1R2wzXFM2RbVaB')}`],
    negative: [
      'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      'secret key of commit 3f786850e387550fdab836ed7e6dc881de23001b',
    ],
  },
});
