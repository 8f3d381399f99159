import { assemble, tokenDetector } from './token-detector.ts';

/** PyPI upload token: a macaroon whose head names the site. */
export const pypiUploadToken = tokenDetector({
  id: 'pypi-upload-token',
  prefixes: ['pypi-AgE'],
  pattern: /pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[\w-]{50,400}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('pypi-AgEIcHlwaS5vcmc', 'kOTR_TNejUTvH1V66kBBoQcrivUYxJ4HWxlwzWu5m7Qhq5QabNqVCyCFW-7B6teAC_LTRN99S4ci1pbyeIR7TFBtd-XCeqcUAwtoz-xc6ZyPLbrzAhwp8ocY')} for now`,
    ],
    negative: [
      assemble('pypi-AgEIcHlwaS5vcmc', 'x'.repeat(120)),
      assemble('pypi-AgEIcHlwaS5vcmc', 'YOUR_KEY_HERE'),
      assemble('pypi-AgEIcHlwaS5vcmc', 'kOTR_T'),
    ],
  },
});
