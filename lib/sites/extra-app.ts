/**
 * Apps that no file of this folder describes: those an admin names in managed settings, and hosts that discovery found
 * where policy wants them governed. Their calls are read by the generic reader: every string counts.
 */
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest } from '../prompt/request.ts';
import type { Composer, SiteAdapter } from './adapter.ts';
import { type CallShape, UNKNOWN_SHAPE } from './call-shape.ts';
import { readOrRefuse, writeOrRefuse } from './define-site.ts';
import type { ExtraApp } from './extra-app-schema.ts';
import { matchesPath } from './path-glob.ts';

const UNLISTED = 'unlisted:';

/** The app a discovered host becomes when policy governs it. Host names are longer than ids may be: the end tells more. */
export function unlistedApp(host: string): ExtraApp {
  return { id: `${UNLISTED}${host.slice(-(64 - UNLISTED.length))}`, name: host, hosts: [host] };
}

const PROMPT: CallShape = { ...UNKNOWN_SHAPE, kind: 'prompt', channel: 'typed' };

/** What composers have in common where nothing is known about the page. */
export const GENERIC_COMPOSER: Composer = {
  editors: ['textarea', '[contenteditable]:not([contenteditable="false"])', '[role="textbox"]'],
  sendButtons: ['button[type="submit"]', 'form button:not([type])', 'button[aria-label*="end" i]'],
  editorKind: 'contenteditable',
};

export function extraSite({ id, name, hosts, promptPaths }: ExtraApp): SiteAdapter {
  const shapeOf = (request: Pick<CapturedRequest, 'url' | 'method' | 'transport'>): CallShape =>
    isPrompt(request, promptPaths) ? PROMPT : UNKNOWN_SHAPE;
  return {
    id,
    name,
    provider: 'unknown',
    hosts: [...hosts],
    composer: GENERIC_COMPOSER,
    promptParameters: ['q', 'prompt'],
    callKind: (request) => shapeOf(request).kind,
    read: (request): Promise<Prompt | null> =>
      readOrRefuse(id, request, { shape: shapeOf(request), conversation: null }),
    write: (request, replacements) => writeOrRefuse(request, shapeOf(request), replacements),
  };
}

/** Forms that lead to another page are sign-in and search far more often than prompts; they are judged as such. */
function isPrompt(
  { url, method, transport }: Pick<CapturedRequest, 'url' | 'method' | 'transport'>,
  promptPaths: readonly string[] | undefined,
): boolean {
  if (transport === 'websocket') return promptPaths === undefined || fits(url, promptPaths);
  if (method === 'GET' || method === 'HEAD') return promptPaths !== undefined && fits(url, promptPaths);
  if (promptPaths !== undefined) return fits(url, promptPaths);
  return transport !== 'navigation' && transport !== 'form';
}

function fits(url: string, paths: readonly string[]): boolean {
  return URL.canParse(url) && paths.some((glob) => matchesPath(glob, new URL(url).pathname));
}
