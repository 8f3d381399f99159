/** Builds the console into `.output/console`, to be served under `/console/` without inline scripts or styles. */
import { fileURLToPath } from 'node:url';
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { theme } from './theme.ts';

const THEME_SHEET = 'virtual:theme.css';

/** The theme's variables as a file: the provider would write them into a style element, which our CSP refuses. */
function themeSheet(): Plugin {
  return {
    name: 'sluice-theme-sheet',
    resolveId: (id) => (id === THEME_SHEET ? `\0${THEME_SHEET}` : null),
    load: (id) =>
      id === `\0${THEME_SHEET}`
        ? convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)), ':root')
        : null,
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  plugins: [react(), themeSheet()],
  build: {
    outDir: fileURLToPath(new URL('../../.output/console', import.meta.url)),
    emptyOutDir: true,
    // Old enough for every browser the extension supports, new enough for light-dark().
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // Nothing inlined: the CSP has no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
});
