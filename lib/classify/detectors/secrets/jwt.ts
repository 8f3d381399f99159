import { assemble, tokenDetector } from './token-detector.ts';

/** JSON Web Token or JWE (RFC 7519, 7516): header and payload are base64url of JSON objects. */
export const jwt = tokenDetector({
  id: 'jwt',
  prefixes: ['eyJ'],
  pattern:
    /eyJ[A-Za-z0-9_-]{10,2000}\.(?:eyJ)?[A-Za-z0-9_-]{10,6000}\.[A-Za-z0-9_-]{16,2000}(?:\.[A-Za-z0-9_-]{0,4000}){0,2}/y,
  confidence: 0.93,
  examples: {
    positive: [
      `Bearer ${assemble('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiI4NDUxMjM5NyIsImlhdCI6MTcxNjIzOTAyMn0', '.ZaEay2OMTtTVm5RIIJA1iylSd6C060zguFPdnHMmlM4')}`,
    ],
    negative: ['eyJhbGciOiJIUzI1NiJ9', 'eyJ.eyJ.eyJ', `eyJ${'x'.repeat(40)}.${'x'.repeat(40)}.${'x'.repeat(40)}`],
  },
});
