import type { NotCoverable } from '../../tools/coverage/table.ts';

/** Ways that no extension can close, and the browser policy that does. Policy names: docs/admin. */
export const NOT_COVERABLE: readonly NotCoverable[] = [
  {
    case: 'I16',
    browser: 'both',
    why: 'requests of the browser itself and of other extensions are invisible to an extension',
    policy:
      'Chromium: `SpellCheckServiceEnabled` false, `TranslateEnabled` false, `ExtensionSettings` that blocks other extensions by default. Firefox: `ExtensionSettings` likewise',
  },
  {
    case: 'I70',
    browser: 'both',
    why: 'an extension does not run where the browser does not load it',
    policy:
      'Chromium: `IncognitoModeAvailability` 1, `BrowserGuestModeEnabled` false, `BrowserAddPersonEnabled` false. Firefox: `PrivateBrowsingModeAvailability` 1',
  },
  {
    case: 'I71',
    browser: 'both',
    why: 'the command line decides before any extension is loaded; a silent device shows in the console',
    policy: 'Chromium: `RemoteDebuggingAllowed` false. Both: control of programs and their arguments by the system',
  },
  {
    case: 'I72',
    browser: 'both',
    why: 'the browser’s own panels are no pages',
    policy:
      'Chromium and Chrome: `GenAiDefaultSettings` 2, `GeminiSettings` 1. Edge: `HubsSidebarEnabled` false. Firefox: `GenerativeAI` with `Enabled` false, locked',
  },
  {
    case: 'I73',
    browser: 'both',
    why: 'other programs, printers and cameras are outside the browser',
    policy:
      'Chromium: `PrintingEnabled` false, `DisableScreenshots` true where it must be. Firefox: `DisablePrinting` is none of its policies: by the system',
  },
  {
    case: 'B27',
    browser: 'both',
    why: 'an extension does not run in a browser it was not installed in',
    policy: 'as for private windows; portable browsers: control of programs by the system',
  },
];
