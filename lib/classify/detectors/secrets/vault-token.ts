import { assemble, tokenDetector } from './token-detector.ts';

/** HashiCorp Vault service, batch and recovery tokens. */
export const vaultToken = tokenDetector({
  id: 'vault-token',
  prefixes: ['hvs.', 'hvb.', 'hvr.'],
  pattern: /hv[sbr]\.[\w-]{24,300}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('hvs.', 'jNOkZ368u2B5tEwaVBzAxYuMW_z1VeS7KorPo5058KUuq6lhQaY3VavamhJOfQ7ng8J5VsflbQzwhDqr6mT7AyJwHsdK2A5')} for now`,
      `KEY="${assemble('hvb.', 'Rk2BtckCjS5hncq4hLu3gvY-5F3iLWKOMEIPt_tWOSRPmOmMHSejO7L91VBEYZIOuG58numeaae4y2myC93ehkXz_wXCJuJhe4UEq4s0kY8_edgr5PTfzz_r1Rfrc8288EdbriAW80DT')}"`,
    ],
    negative: [assemble('hvs.', 'x'.repeat(95)), assemble('hvs.', 'YOUR_KEY_HERE'), assemble('hvs.', 'jNOkZ3')],
  },
});
