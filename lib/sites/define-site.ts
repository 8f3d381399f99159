/** Makes a SiteAdapter out of what an app file says about its hosts and calls. */
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest, RequestBody } from '../prompt/request.ts';
import type { Composer, SiteAdapter } from './adapter.ts';
import { readCall, writeCall } from './call.ts';
import { type CallShape, type TextRule, UNKNOWN_SHAPE } from './call-shape.ts';
import { fragmentQuery } from './fragment-query.ts';
import { matchesHost } from './match-host.ts';
import { NOWHERE, PathSet, PathTable } from './path-table.ts';

/** A place of text, and what stands there. Patterns: path-table.ts. */
export interface PlacedText extends TextRule {
  at: string;
}

/** A known call: which requests it is, and its shape with all places as patterns. */
export interface SiteCall
  extends Omit<CallShape, 'text' | 'protocol' | 'draftAt' | 'conversationAt' | 'nestedAt' | 'bytesAt' | 'packedAt'> {
  methods: readonly string[];
  /** Tested against host name and path, e.g. `claude.ai/api/…`. A group named `conversation` is the id of one. */
  url: RegExp;
  /** First match wins. */
  text: readonly PlacedText[];
  protocol?: readonly string[];
  draftAt?: readonly string[];
  conversationAt?: readonly string[];
  nestedAt?: readonly string[];
  bytesAt?: readonly string[];
}

export interface SiteDefinition {
  id: string;
  name: string;
  provider: string;
  hosts: readonly string[];
  /**
   * For an app on a host it shares with other products: which addresses are its own, tested as the `url` of a call,
   * without the query and with it. Calls to any other address, here or elsewhere, are `outside`. Absent where the hosts are the app's alone.
   */
  own?: RegExp;
  /** Object stores of others that the app's pages upload to: calls to them are known where such a page makes them. */
  stores?: readonly string[];
  composer: Composer;
  /** First match wins. */
  calls: readonly SiteCall[];
  /** Parameters that fill the composer when an address is opened: in the query (`?q=`) or the fragment (`#prompt=`). */
  promptParameters: readonly string[];
  /** Those of them that are packed with lz-string. */
  packedParameters?: readonly string[];
}

type RequestLine = Pick<CapturedRequest, 'url' | 'method' | 'transport'>;

interface Found {
  shape: CallShape;
  conversation: string | null;
}

const UNKNOWN: Found = { shape: UNKNOWN_SHAPE, conversation: null };
const OUTSIDE: Found = { shape: { ...UNKNOWN_SHAPE, kind: 'outside' }, conversation: null };

export function defineSite(definition: SiteDefinition): SiteAdapter {
  const { calls, promptParameters, hosts, own, stores = [], packedParameters = [], ...site } = definition;
  // Made when first needed: a page needs those of its own app, and is started with all of them.
  let known: ReturnType<typeof makeShapes> | undefined;
  const makeShapes = () => ({
    calls: calls.map((call) => ({ url: call.url, methods: call.methods, shape: toShape(call) })),
    addressed: addressedShape(promptParameters, packedParameters),
  });

  function find(request: RequestLine): Found {
    const url = parseUrl(request.url);
    if (url === null) return UNKNOWN;
    const address = normalAddress(url);
    const isStore = stores.some((host) => matchesHost(host, url.hostname));
    if (own && !isStore && !own.test(address) && !own.test(address + url.search)) return OUTSIDE;
    if (!isStore && !hosts.some((host) => matchesHost(host, url.hostname))) return UNKNOWN;
    known ??= makeShapes();
    if (opensPrompt(request, url)) return { shape: known.addressed, conversation: null };
    for (const call of known.calls) {
      const match = call.methods.includes(request.method) ? call.url.exec(address) : null;
      if (match) return { shape: call.shape, conversation: match.groups?.conversation ?? null };
    }
    return UNKNOWN;
  }

  /** A page opened by address, not a call of the page: those with such parameters (searches) are told by `calls`. */
  function opensPrompt({ method, transport }: RequestLine, url: URL): boolean {
    const isPage = method === 'GET' && transport === 'navigation';
    const fragment = new URLSearchParams(fragmentQuery(url.hash));
    const valuesOf = (name: string) => [...url.searchParams.getAll(name), ...fragment.getAll(name)];
    return isPage && promptParameters.some((name) => valuesOf(name).some((value) => value.trim()));
  }

  return {
    ...site,
    definition,
    hosts: [...hosts],
    promptParameters: [...promptParameters],
    callKind: (request) => find(request).shape.kind,
    read: (request) => readOrRefuse(site.id, request, find(request)),
    write: (request, replacements) => writeOrRefuse(request, find(request).shape, replacements),
  };
}

function addressedShape(parameters: readonly string[], packed: readonly string[]): CallShape {
  return {
    kind: 'prompt',
    channel: 'url',
    formats: ['none'],
    text: new PathTable(parameters.map((name) => [`url/${name}`, {}])),
    protocol: NOWHERE,
    packedAt: new PathSet(...packed.map((name) => `url/${name}`)),
  };
}

function toShape({
  text,
  protocol = [],
  draftAt = [],
  conversationAt = [],
  nestedAt = [],
  bytesAt = [],
  ...call
}: SiteCall): CallShape {
  return {
    ...call,
    text: new PathTable(text.map(({ at, ...rule }) => [at, rule])),
    protocol: new PathSet(...protocol),
    draftAt: new PathSet(...draftAt),
    conversationAt: new PathSet(...conversationAt),
    nestedAt: new PathSet(...nestedAt),
    bytesAt: new PathSet(...bytesAt),
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

/** Null for what cannot be written, a hostile body included. */
export async function writeOrRefuse(
  request: CapturedRequest,
  shape: CallShape,
  replacements: ReadonlyMap<string, string | Uint8Array>,
): Promise<RequestBody | null> {
  try {
    return await writeCall(request, shape, replacements);
  } catch {
    return null;
  }
}

/** Host and path as a server takes them: no final dot, no doubled slashes, no percent codes where none are needed. */
function normalAddress({ hostname, pathname }: URL): string {
  const path = pathname.replace(/%(?:2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/gi, decodeURIComponent);
  return hostname.replace(/\.$/, '') + path.replace(/\/{2,}/g, '/');
}

function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
