import { defineConfig } from 'wxt';
import { manifest } from './lib/platform/manifest.ts';
import { GOVERNED_MATCHES } from './lib/sites/hosts.ts';
import { plainPayload } from './tools/plain-payload.ts';
import { stripExamples } from './tools/strip-examples.ts';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  experimental: { escapeUnicode: true },
  manifest: ({ browser }) => manifest(browser),
  hooks: {
    'entrypoints:resolved': (_, entrypoints) => {
      const hook = entrypoints.find(({ name }) => name === 'hook');
      if (hook?.type !== 'content-script') throw new Error('the hook is missing among the entrypoints');
      hook.options.matches = GOVERNED_MATCHES;
    },
  },
  // The dialogue stands in every governed page: the same views, drawn by a tenth of the code.
  vite: () => ({
    plugins: [stripExamples(), plainPayload()],
    resolve: {
      alias: [
        // Built for the browsers we run in: a tenth smaller than the one for old ones.
        { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
        { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
        { find: /^react-dom$/, replacement: 'preact/compat' },
        { find: /^react\/jsx-(?:dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react$/, replacement: 'preact/compat' },
      ],
    },
  }),
});
