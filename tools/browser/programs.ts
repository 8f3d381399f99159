import { existsSync } from 'node:fs';

/** `headless-shell`: Chromium without a browser around its pages, at half the work; it has no extensions. */
export type BrowserName = 'chromium' | 'headless-shell' | 'firefox';

/** Where each browser is looked for, in order. The environment variable wins. */
const PLACES: Record<BrowserName, { variable: string; paths: string[]; debian: string }> = {
  chromium: {
    variable: 'CHROMIUM',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    debian: 'chromium',
  },
  'headless-shell': {
    variable: 'HEADLESS_SHELL',
    paths: ['/usr/bin/chromium-headless-shell'],
    debian: 'chromium-headless-shell',
  },
  firefox: {
    variable: 'FIREFOX',
    paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: 'firefox-esr',
  },
};

/** Absolute path of an installed browser. Throws with the package to install when there is none. */
export function findBrowser(name: BrowserName): string {
  const { variable, paths, debian } = PLACES[name];
  const wanted = process.env[variable];
  if (wanted !== undefined && wanted !== '') {
    if (!existsSync(wanted)) throw new Error(`${variable}=${wanted} does not exist`);
    return wanted;
  }
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name} not found; install ${debian} or set ${variable} to its path`);
  return found;
}
