import { assemble, tokenDetector } from './token-detector.ts';

/** 1Password service account token. */
export const onepasswordServiceToken = tokenDetector({
  id: 'onepassword-service-token',
  prefixes: ['ops_eyJ'],
  pattern: /ops_eyJ[A-Za-z0-9+/_-]{200,900}={0,3}/y,
  examples: {
    positive: [
      `use ${assemble('ops_eyJ', 'dDkWAD0QUEUBK3jImxAwrAyLrO4GEYj0Y1lqMwbPQgWRa63QkWGw7mlEnEaFqwXmIrL863colGkfMtYCRzT3tIDy4tULwd5EQMMKV3BG6ZFi7tihdjn2JX8D2NIz50BPr1DBWFA4jd3Hnv5UcQYaEd1e2DlnzTMrxb0Y7zRMngc7sXjzxDaTEVnW5s7GiAQpQBRWLvboRR9DRuFTtnuTdRzfS52Vv3h4E2ZV5TvTgs7NRFZ0z0xvtpCFCI1hIhdJxG8Igu9YxdVFBFPaShdKU8tJdKbFVapFqk97cO9ejynLDRN7gm0fM6ZfK6tCrzGV')} for now`,
    ],
    negative: [
      assemble('ops_eyJ', 'x'.repeat(320)),
      assemble('ops_eyJ', 'YOUR_KEY_HERE'),
      assemble('ops_eyJ', 'dDkWAD'),
    ],
  },
});
