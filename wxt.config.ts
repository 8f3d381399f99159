import { defineConfig } from 'wxt';
import { manifest } from './lib/platform/manifest.ts';
import { slimPhoneMetadata } from './tools/slim-phone-metadata.ts';
import { stripExamples } from './tools/strip-examples.ts';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  experimental: { escapeUnicode: true },
  manifest: ({ browser }) => manifest(browser),
  // The dialogue stands in every governed page: the same views, drawn by a tenth of the code.
  vite: () => ({
    plugins: [slimPhoneMetadata(), stripExamples()],
    resolve: {
      alias: [
        { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
        { find: /^react-dom$/, replacement: 'preact/compat' },
        { find: /^react\/jsx-(?:dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react$/, replacement: 'preact/compat' },
      ],
    },
  }),
});
