import { fixedStrings } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';
import { assemble } from './token-detector.ts';

/** HCP Terraform API token. */
export const terraformApiToken = patternDetector({
  id: 'terraform-api-token',
  requires: [fixedStrings('terraform-joint', '.atlasv1.')],
  pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}(?![A-Za-z0-9_-])/g,
  confidence: 0.97,
  examples: {
    positive: [
      `token = "${assemble('gtELveNikxvUUe', '.atlasv1.', 'OMfkb8kYvq3jyMZsGNynppTpqVV9pbMggWypNQWyO8KWqJ1Qh9cSTfPs8GelrERSL9A')}"`,
    ],
    negative: ['see .atlasv1. in the manual', `${'x'.repeat(14)}.atlasv1.${'x'.repeat(64)}`],
  },
});
