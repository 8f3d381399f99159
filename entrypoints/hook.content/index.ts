/** The hook: page world of governed pages, before their first script. Wiring only; lib/capture does the work. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { openPageEnd } from '../../lib/bridge/page-end.ts';
import { installCapture } from '../../lib/capture/install.ts';

export default defineContentScript({
  // The build fills in the governed hosts (wxt.config.ts): here they would be parsed with every page.
  matches: [],
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  noScriptStartedPostMessage: true,
  main() {
    installCapture(openPageEnd());
  },
});
