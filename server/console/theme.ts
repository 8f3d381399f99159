/** Mantine's theme. Its variables are written into the style sheet at build time (vite.config.ts), never at run time. */
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The blue of the extension's dialogue, from pale to deep. */
const blue: MantineColorsTuple = [
  '#e9f4fa',
  '#d3e8f4',
  '#b4e0f8',
  '#86caef',
  '#55aedd',
  '#2b8fc4',
  '#1676a8',
  '#0b5f8a',
  '#084a6c',
  '#06364f',
];

/** Mantine's greys of the dark scheme, with a little of the same blue: text, dimmed text, borders, surfaces. */
const dark: MantineColorsTuple = [
  '#e9eef4',
  '#c6d0db',
  '#a8b4c2',
  '#8493a5',
  '#5d6c7e',
  '#333e4b',
  '#252e39',
  '#1b222b',
  '#151b22',
  '#0f1419',
];

const FONT = 'system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  primaryColor: 'sluice',
  primaryShade: { light: 7, dark: 7 },
  colors: { sluice: blue, dark },
  fontFamily: FONT,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace',
  headings: { fontFamily: FONT, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
