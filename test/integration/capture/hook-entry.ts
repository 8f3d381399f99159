/** The page world of a governed page, as entrypoints/hook.content sets it up. */
import { openPageEnd } from '../../../lib/bridge/page-end.ts';
import { installCapture } from '../../../lib/capture/install.ts';

installCapture(openPageEnd());
