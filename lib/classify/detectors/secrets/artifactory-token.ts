import { assemble, tokenDetector } from './token-detector.ts';

/** JFrog Artifactory API key and reference token. */
export const artifactoryToken = tokenDetector({
  id: 'artifactory-token',
  prefixes: ['AKCp', 'cmVmdGtu'],
  pattern: /(?:AKCp[A-Za-z0-9]{69}|cmVmdGtu[A-Za-z0-9]{56})(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('AKCp', 'xan6owvBpV8GElC2qHTsWTbwwsUfpZB9TnOuDY5Nimj13l0Y9boIz6Ey3wzevVMPhmwDf')} for now`,
    ],
    negative: [assemble('AKCp', 'x'.repeat(69)), assemble('AKCp', 'YOUR_KEY_HERE'), assemble('AKCp', 'xan6ow')],
  },
});
