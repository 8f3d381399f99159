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
      'Chromium and Chrome: `GeminiSettings` 1, `AIModeSettings` 1, `SearchContentSharingSettings` 1 (all at once from the Google Admin console: `GenAiDefaultSettings` 2). Edge: `HubsSidebarEnabled` false. Firefox: `AIControls` blocked and locked (`GenerativeAI` before 149)',
  },
  {
    case: 'I73',
    browser: 'both',
    why: 'other programs, printers and cameras are outside the browser',
    policy:
      'Chromium: `PrintingEnabled` false, `DisableScreenshots` true where it must be. Firefox: `PrintingEnabled` false; screenshots by the system',
  },
  {
    case: 'I75',
    browser: 'both',
    why: 'a wrapper is another program; a site installed from the browser itself is a window of it and held there',
    policy: 'Chromium: `WebAppInstallByUserEnabled` false. Both: control of programs by the system',
  },
  {
    case: 'B28',
    browser: 'both',
    why: 'the browser keeps the extension out; popup (coverage none) and heartbeat (`denied`) say so',
    policy:
      'Chromium and Edge: no AI site in `runtime_blocked_hosts` of `ExtensionSettings`, `URLBlocklist` for the hosts that stay closed to extensions. Firefox: `WebsiteFilter` likewise',
  },
  {
    case: 'B27',
    browser: 'both',
    why: 'an extension does not run in a browser it was not installed in',
    policy: 'as for private windows; portable browsers: control of programs by the system',
  },
];
