/** Makes a SiteAdapter out of what an app file says about its hosts and calls. */
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest, RequestBody } from '../prompt/request.ts';
import type { Composer, SiteAdapter } from './adapter.ts';
import { readCall, writeCall } from './call.ts';
import { type CallShape, textAt, UNKNOWN_SHAPE } from './call-shape.ts';
import { matchesHost } from './match-host.ts';

/** A known call: which requests it is, and its shape. */
export interface SiteCall extends CallShape {
  methods: readonly string[];
  /** Tested against host name and path, e.g. `claude.ai/api/…`. A group named `conversation` is the id of one. */
  url: RegExp;
}

export interface SiteDefinition {
  id: string;
  name: string;
  provider: string;
  hosts: readonly string[];
  composer: Composer;
  /** First match wins. */
  calls: readonly SiteCall[];
  /** Query parameters that fill the composer when an address is opened, e.g. `?q=`. */
  promptParameters: readonly string[];
}

type RequestLine = Pick<CapturedRequest, 'url' | 'method' | 'transport'>;

interface Found {
  shape: CallShape;
  conversation: string | null;
}

export function defineSite({ calls, promptParameters, hosts, ...site }: SiteDefinition): SiteAdapter {
  const addressed: CallShape = {
    kind: 'prompt',
    channel: 'url',
    formats: ['none'],
    text: promptParameters.map((name) => textAt(`url/${name}`)),
    protocol: [],
  };

  function find(request: RequestLine): Found {
    const url = parseUrl(request.url);
    if (url !== null && hosts.some((host) => matchesHost(host, url.hostname))) {
      if (opensPrompt(request, url)) return { shape: addressed, conversation: null };
      for (const call of calls) {
        const match = call.methods.includes(request.method) ? call.url.exec(normalHost(url) + url.pathname) : null;
        if (match) return { shape: call, conversation: match.groups?.conversation ?? null };
      }
    }
    return { shape: UNKNOWN_SHAPE, conversation: null };
  }

  /** A page opened by address, not a call of the page: those with such parameters (searches) are told by `calls`. */
  function opensPrompt({ method, transport }: RequestLine, url: URL): boolean {
    const isPage = method === 'GET' && transport === 'navigation';
    return isPage && promptParameters.some((name) => url.searchParams.get(name)?.trim());
  }

  return {
    ...site,
    hosts: [...hosts],
    callKind: (request) => find(request).shape.kind,
    read: (request) => readOrRefuse(site.id, request, find(request)),
    write: (request, replacements) => writeOrRefuse(request, find(request).shape, replacements),
  };
}

/** Reading never throws: what a hostile body makes fail is a prompt that cannot be read. */
export async function readOrRefuse(app: string, request: CapturedRequest, found: Found): Promise<Prompt | null> {
  try {
    return await readCall(app, request, found.shape, found.conversation);
  } catch {
    return {
      app,
      host: parseUrl(request.url)?.hostname ?? '',
      channel: found.shape.channel,
      shape: 'unknown',
      conversation: null,
      parts: [],
      unreadable: [{ id: 'body', reason: 'damaged' }],
    };
  }
}

async function writeOrRefuse(
  request: CapturedRequest,
  shape: CallShape,
  replacements: ReadonlyMap<string, string>,
): Promise<RequestBody | null> {
  try {
    return await writeCall(request, shape, replacements);
  } catch {
    return null;
  }
}

function normalHost({ hostname }: URL): string {
  return hostname.replace(/\.$/, '');
}

function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
