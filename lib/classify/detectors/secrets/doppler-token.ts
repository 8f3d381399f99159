import { assemble, tokenDetector } from './token-detector.ts';

/** Doppler personal, service and CLI tokens. */
export const dopplerToken = tokenDetector({
  id: 'doppler-token',
  prefixes: ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'],
  pattern: /dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('dp.pt.', '6dEv4SvqWZ0D4TDbbd4cq1hpLtnAzwwFCA9mXdv8agh')} for now`],
    negative: [assemble('dp.pt.', 'x'.repeat(43)), assemble('dp.pt.', 'YOUR_KEY_HERE'), assemble('dp.pt.', '6dEv4S')],
  },
});
