import { assemble, tokenDetector } from './token-detector.ts';

/** GitLab personal, deploy, runner, trigger, feed and OAuth application tokens. */
export const gitlabPat = tokenDetector({
  id: 'gitlab-pat',
  prefixes: ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glft-', 'gloas-', 'glcbt-', 'glimt-', 'glagent-', 'glsoat-'],
  pattern: /gl(?:pat|dt|rt|ptt|ft|oas|cbt|imt|agent|soat)-[\w.-]{20,300}/y,
  examples: {
    positive: [
      `use ${assemble('glpat-', 'WFwfsCK14g2EfxkoSJC2')} for now`,
      `KEY="${assemble('gldt-', 'oJG3CdCDgpVBqF0pB5Vi')}"`,
    ],
    negative: [assemble('glpat-', 'x'.repeat(20)), assemble('glpat-', 'YOUR_KEY_HERE'), assemble('glpat-', 'WFwfsC')],
  },
});
