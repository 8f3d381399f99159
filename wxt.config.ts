import { defineConfig } from 'wxt';
import { manifest } from './lib/platform/manifest.ts';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  experimental: { escapeUnicode: true },
  manifest: ({ browser }) => manifest(browser),
});
