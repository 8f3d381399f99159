/** Opens the page in which Chromium reads files. Firefox needs none: its background serves the reader itself. */
import { browser } from 'wxt/browser';

/** Built from entrypoints/offscreen. */
const PAGE = '/offscreen.html';

/** The parts of Chromium's API that the polyfill does not know. */
interface ChromiumApi {
  offscreen?: { createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void> };
  runtime: {
    getURL(path: string): string;
    getContexts(filter: { contextTypes: string[]; documentUrls: string[] }): Promise<unknown[]>;
  };
}

let opening: Promise<void> | null = null;

/** Resolves when the reader takes connections; rejects when it cannot be opened. */
export function openReaderPage(): Promise<void> {
  opening ??= open().finally(() => {
    opening = null;
  });
  return opening;
}

async function open(): Promise<void> {
  const { offscreen, runtime } = chromiumApi();
  if (offscreen === undefined) return;
  const documentUrls = [runtime.getURL(PAGE)];
  const contexts = await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'], documentUrls });
  if (contexts.length > 0) return;
  await offscreen.createDocument({
    url: PAGE,
    reasons: ['WORKERS'],
    justification: 'Reads the text of files before they are uploaded.',
  });
}

function chromiumApi(): ChromiumApi {
  return (globalThis as unknown as { chrome: ChromiumApi }).chrome ?? browser;
}
