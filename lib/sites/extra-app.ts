/**
 * Apps that no file of this folder describes: those an admin names in managed settings, and hosts that discovery found
 * where policy wants them governed. Their calls are read by the generic reader: every string counts.
 */
import * as z from 'zod/mini';
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest } from '../prompt/request.ts';
import type { Composer, SiteAdapter } from './adapter.ts';
import { type CallShape, UNKNOWN_SHAPE } from './call-shape.ts';
import { readOrRefuse, writeOrRefuse } from './define-site.ts';
import { matchesPath, pathGlobSchema } from './path-glob.ts';

/** A host name, or `*.` and at least two labels: the domain itself and everything below it. Never a part of a name. */
export const hostPatternSchema = z
  .string()
  .check(z.maxLength(253), z.regex(/^(?:\*(?:\.[a-z0-9_-]+){2,}|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/));

const fields = {
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  hosts: z.array(hostPatternSchema).check(z.minLength(1), z.maxLength(50)),
  /** Paths that carry prompts, e.g. `/api/chat/*`. Without them every call with a body counts as a prompt. */
  promptPaths: z.optional(z.array(pathGlobSchema).check(z.minLength(1), z.maxLength(50))),
};

/** As an admin names it. */
export const extraAppSchema = z.object({ id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)), ...fields });

/** Any added app, those that discovery found included. */
export const addedAppSchema = z.object({ id: z.string().check(z.minLength(1), z.maxLength(64)), ...fields });
export type ExtraApp = z.infer<typeof addedAppSchema>;

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
