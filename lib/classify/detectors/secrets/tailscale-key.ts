import { assemble, tokenDetector } from './token-detector.ts';

/** Tailscale authentication, API and OAuth keys. */
export const tailscaleKey = tokenDetector({
  id: 'tailscale-key',
  prefixes: ['tskey-'],
  pattern: /tskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{8,20}-[A-Za-z0-9]{16,40}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('tskey-auth-', 'mZckT0qdQGgroBx3-EKbDPOfh9WIRMXKIHJxwpTApgUbQ718Z')} for now`],
    negative: [
      assemble('tskey-auth-', 'x'.repeat(49)),
      assemble('tskey-auth-', 'YOUR_KEY_HERE'),
      assemble('tskey-auth-', 'mZckT0'),
    ],
  },
});
