import { assemble, tokenDetector } from './token-detector.ts';

/** Anthropic API and admin keys. */
export const anthropicApiKey = tokenDetector({
  id: 'anthropic-api-key',
  prefixes: ['sk-ant-'],
  pattern: /sk-ant-(?:api|admin|sid|oat)\d{2}-[\w-]{80,120}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('sk-ant-api03-', 'SBMn8TWU-D_fL3I0RY-s4RG3IfFYkSq2iilsYXSqqSj0ijUuyDyIFHbJevTwvxTLNtepfPsb283T3dSBJ1Vr0IsjXo1H1AA')} for now`,
      `KEY="${assemble('sk-ant-admin01-', 'LL-Z9EHlUoPRZTpf_tGm0ZMn_QzvYYO64OHMrS1xKwBhaMRMPWrlpjj4AVeiM0XMdDgjxx_VZvAcZvDzdL4S7WG78TD7tAA')}"`,
    ],
    negative: [
      assemble('sk-ant-api03-', 'x'.repeat(95)),
      assemble('sk-ant-api03-', 'YOUR_KEY_HERE'),
      assemble('sk-ant-api03-', 'SBMn8T'),
    ],
  },
});
