/** The engine behind every site adapter: reads prompts out of calls, and writes them back, by their shapes. */
import type { Prompt, PromptPart, Role, Unreadable } from '../prompt/prompt.ts';
import type { CapturedRequest, FormField, RequestBody } from '../prompt/request.ts';
import { headerLeaves, urlLeaves } from './address-leaves.ts';
import { type BodyFormat, type OpenedBody, openBody } from './body.ts';
import { type CallShape, type Neighbour, type TextRule, UNKNOWN_SHAPE } from './call-shape.ts';
import type { HoldsFile } from './codecs/base64-file.ts';
import { type Leaf, type Opaque, type Path, uniqueIds } from './codecs/leaf.ts';
import { isMachineToken, isProse } from './codecs/machine-token.ts';
import type { PathSet } from './path-table.ts';

/** A leaf that is judged: at a place the shape names, or (without rule) at one it does not. */
interface Judged {
  leaf: Leaf;
  id: string;
  rule: TextRule | null;
}

interface OpenedCall {
  body: OpenedBody;
  /** Strings of the URL and of headers: judged, but not for us to rewrite. */
  url: readonly Leaf[];
  judged: readonly Judged[];
  opaque: readonly { opaque: Opaque; id: string }[];
  shape: 'known' | 'unknown';
  /** The body has a format that this call never has. */
  isTorn: boolean;
}

/**
 * Read the prompt out of a call. Null when the call carries no text and nothing unreadable.
 * `conversation`: its id where the URL shows it.
 */
export async function readCall(
  app: string,
  request: CapturedRequest,
  shape: CallShape,
  conversation: string | null,
): Promise<Prompt | null> {
  const { body, url, judged, opaque, shape: seen, isTorn } = await openCall(request, shape);
  const texts = textsOf(body.leaves);
  const unreadable = opaque.map((item) => toUnreadable(item, shape, texts));
  if (isTorn) unreadable.push({ id: 'body', reason: 'damaged' });
  if (shape.opensStream) unreadable.push({ id: 'call', reason: 'stream' });
  if (hidesFile(request.body, shape)) unreadable.push({ id: 'file', reason: 'no_body' });
  if (judged.length === 0 && unreadable.length === 0) return null;
  const isDraft = body.leaves.some(({ path }) => shape.draftAt?.has(path));
  return {
    app,
    host: new URL(request.url).hostname,
    channel: isDraft ? 'draft' : shape.channel,
    shape: seen,
    conversation: conversation ?? firstAt([...body.leaves, ...url], shape.conversationAt),
    parts: judged.map((item) => toPart(item, texts)),
    unreadable,
  };
}

/**
 * Write replacements (text by part id, bytes by the id of a file) into a call's body. Null when it cannot carry them: an
 * id that is not in it, a text in the URL, a body that cannot be written.
 */
export async function writeCall(
  request: CapturedRequest,
  shape: CallShape,
  replacements: ReadonlyMap<string, string | Uint8Array>,
): Promise<RequestBody | null> {
  const { body, url, judged, opaque } = await openCall(request, shape);
  if (shape.sealed) return replacements.size === 0 ? request.body : null;
  const byId = new Map(judged.map(({ id, leaf }) => [id, leaf]));
  const filesById = new Map(opaque.map((item) => [item.id, item.opaque]));
  const changes = new Map<Leaf, string>();
  const files = new Map<Opaque, Uint8Array>();
  for (const [id, content] of replacements) {
    const leaf = typeof content === 'string' ? byId.get(id) : undefined;
    const file = typeof content === 'string' ? undefined : filesById.get(id);
    if (leaf && leaf.text !== content) changes.set(leaf, content as string);
    else if (file?.file) files.set(file, content as Uint8Array);
    else if (!leaf) return null;
  }
  if (changes.size === 0 && files.size === 0) return request.body.kind === 'unreadable' ? null : request.body;
  for (const [leaf, text] of copiesOf(changes, [...body.leaves, ...url], shape.protocol)) changes.set(leaf, text);
  return url.some((leaf) => changes.has(leaf)) ? null : body.close(changes, files);
}

async function openCall(request: CapturedRequest, shape: CallShape): Promise<OpenedCall> {
  const { protobuf, file, nestedAt, bytesAt, dgw, strict, formats } = shape;
  const isAny = formats.length === 0;
  // JSON that stands where a person writes is what the person wrote; in any other string it is the app's packaging.
  const isPackaging = ({ path }: Leaf) => isAny || (shape.text.get(path) === undefined && !shape.protocol.has(path));
  const nested = (leaf: Leaf) => nestedAt?.has(leaf.path) || isPackaging(leaf);
  // Only in calls that carry prompts or files: a picture in telemetry is the app's own.
  const holdsFile: HoldsFile = (leaf) => {
    if (shape.text.get(leaf.path)?.base64) return 'yes';
    return shape.kind === 'other' || shape.protocol.has(leaf.path) ? 'no' : 'maybe';
  };
  const bytesIn = bytesAt && { bytesAt: (leaf: Leaf) => bytesAt.has(leaf.path) };
  const known = { ...(protobuf ? { protobuf } : {}), ...(file ? { file } : {}), ...(dgw ? { dgw } : {}) };
  const body = await openBody(request, { nested, holdsFile, ...bytesIn, ...known });
  const fits = !isAny && (isOneOf(formats, body.format) || body.format === 'none' || body.format === 'opaque');
  const url = [...urlLeaves(request.url, shape), ...headerLeaves(request.headers)];
  const leaves = [...body.leaves, ...url];
  const ids = uniqueIds([...leaves, ...body.opaque]);
  const { text, protocol } = fits ? shape : UNKNOWN_SHAPE;
  const open = leaves
    .map((leaf, index): Judged => {
      const rule = leaf.key ? null : (text.get(leaf.path) ?? null);
      return { leaf, id: ids[index]!, rule };
    })
    // What an address says about session and build stays the app's also where the body is not one we know.
    .filter(({ leaf }, index) => {
      const known = index < body.leaves.length ? protocol : shape.protocol;
      return leaf.key || !known.has(leaf.path);
    });
  // Where the app's own places are filled, short machine-made strings elsewhere are its affair; else nothing is.
  const found = open.some(({ rule }) => rule !== null);
  const judged = open.filter(
    ({ leaf, rule }) => leaf.text.trim() !== '' && (rule !== null || !found || !isMachineToken(leaf.text)),
  );
  const isStrange = ({ leaf, rule }: Judged) =>
    rule === null &&
    !leaf.number &&
    leaf.path[0] !== 'header' &&
    (found ? isProse(leaf.text) : !isMachineToken(leaf.text));
  return {
    body,
    url,
    judged: fits ? withoutCopies(judged) : withoutRepeats(judged),
    opaque: body.opaque
      .map((opaque, index) => ({ opaque, id: ids[leaves.length + index]! }))
      .filter(({ opaque }) => !shape.protocol.has(opaque.path)),
    shape: !fits || judged.some(isStrange) ? 'unknown' : 'known',
    isTorn: strict === true && !fits,
  };
}

/** Firefox shows the gate forms of both kinds alike. */
function isOneOf(formats: readonly BodyFormat[], format: BodyFormat): boolean {
  return formats.includes(format) || (format === 'form' && formats.includes('multipart'));
}

/** Firefox shows the gate a form as plain fields, and of a file in it the name alone. */
function hidesFile(body: RequestBody, { formats, kind }: CallShape): boolean {
  const isForm = formats.includes('multipart') && !formats.includes('form');
  const needsFile = isForm && (kind === 'upload' || formats.length === 1);
  return needsFile && body.kind === 'fields' && body.encoding === 'urlencoded' && body.fields.every(isPlain);
}

const isPlain = (field: FormField) => 'value' in field;

/** In a body of unknown shape one part stands for all copies of its text: writing replaces every copy. */
function withoutRepeats(judged: readonly Judged[]): Judged[] {
  const seen = new Set<string>();
  return judged.filter(({ leaf }) => !seen.has(leaf.text) && seen.add(leaf.text));
}

type Texts = Pick<ReadonlyMap<string, string>, 'get'>;

/** Texts by address; most calls never ask for one. */
function textsOf(leaves: readonly Leaf[]): Texts {
  let byAddress: Map<string, string> | undefined;
  return {
    get(address) {
      byAddress ??= new Map(leaves.filter(({ key }) => !key).map(({ path, text }) => [addressOf(path), text]));
      return byAddress.get(address);
    },
  };
}

function textNear(path: Path, place: Neighbour | undefined, texts: Texts): string | undefined {
  return place?.ends.map((end) => texts.get(addressOf([...path.slice(0, place.keep), ...end]))).find(Boolean);
}

function toUnreadable({ opaque, id }: { opaque: Opaque; id: string }, shape: CallShape, texts: Texts): Unreadable {
  const { path, reason, file } = opaque;
  if (!file) return { id, reason };
  const rule = shape.text.get(path);
  const name = textNear(path, rule?.nameAt, texts) ?? file.name;
  const mediaType = textNear(path, rule?.typeAt, texts) ?? file.type;
  return { id, reason, file: { name, mediaType, bytes: file.bytes } };
}

/** Writing replaces the copies as well. */
function withoutCopies(judged: readonly Judged[]): readonly Judged[] {
  if (!judged.some(({ rule }) => rule?.copy)) return judged;
  const originals = new Set(judged.filter(({ rule }) => !rule?.copy).map(({ leaf }) => leaf.text));
  return judged.filter(({ rule, leaf }) => !rule?.copy || !originals.has(leaf.text));
}

function toPart({ id, leaf, rule }: Judged, texts: Texts): PromptPart {
  const role = rule?.role ?? toRole(textNear(leaf.path, rule?.roleAt, texts));
  if (!rule?.nameAt && !leaf.file) return { id, role, kind: 'text', text: leaf.text };
  // A file's content may come without a name of its own where the app writes the name beside it.
  const name = textNear(leaf.path, rule?.nameAt, texts) ?? leaf.file?.name;
  const mediaType = textNear(leaf.path, rule?.typeAt, texts) ?? leaf.file?.type;
  const described = { ...(name ? { name } : {}), ...(mediaType ? { mediaType } : {}) };
  return { id, role, kind: 'attachment', text: leaf.text, ...described };
}

function toRole(word: string | undefined): Role {
  if (word === 'assistant' || word === 'tool' || word === 'system') return word;
  if (word === 'model') return 'assistant';
  return word === 'developer' ? 'system' : 'user';
}

/** Shorter texts are replaced only where they stand alone: they may be a piece of anything. */
const SHORTEST_PIECE = 12;

/** Other strings that repeat a replaced text, whole or as a piece: drafts, titles, a second copy of the prompt. */
function copiesOf(changes: ReadonlyMap<Leaf, string>, leaves: readonly Leaf[], protocol: PathSet): [Leaf, string][] {
  const originals = new Map([...changes].map(([leaf, text]) => [leaf.text, text]));
  const replacePieces = pieceReplacer(originals);
  return leaves.flatMap((leaf): [Leaf, string][] => {
    if (changes.has(leaf)) return [];
    const whole = protocol.has(leaf.path) ? undefined : originals.get(leaf.text);
    const text = whole ?? replacePieces(leaf.text);
    return text === leaf.text ? [] : [[leaf, text]];
  });
}

/** Replaces every occurrence of the longer originals, the longest first, in one walk over the text. */
function pieceReplacer(originals: ReadonlyMap<string, string>): (text: string) => string {
  // Looked up by start and length: a hostile body may hold thousands of originals that start alike.
  const lengths = new Map<string, Set<number>>();
  const pieces = [...originals.keys()].filter(({ length }) => length >= SHORTEST_PIECE);
  for (const piece of pieces.sort((a, b) => b.length - a.length)) {
    const start = piece.slice(0, SHORTEST_PIECE);
    lengths.set(start, (lengths.get(start) ?? new Set()).add(piece.length));
  }
  const pieceAt = (text: string, at: number) => {
    for (const length of lengths.get(text.slice(at, at + SHORTEST_PIECE)) ?? []) {
      const piece = text.slice(at, at + length);
      if (originals.has(piece)) return piece;
    }
    return null;
  };
  return (text) => {
    let result = '';
    let done = 0;
    for (let at = 0; lengths.size > 0 && at + SHORTEST_PIECE <= text.length; at++) {
      const piece = pieceAt(text, at);
      if (piece === null) continue;
      result += text.slice(done, at) + originals.get(piece);
      done = at + piece.length;
      at = done - 1;
    }
    return result + text.slice(done);
  };
}

/** New threads have no id yet, and some apps say so by an empty one. */
function firstAt(leaves: readonly Leaf[], places: PathSet | undefined): string | null {
  return leaves.find(({ path, text, key }) => !key && text !== '' && places?.has(path))?.text ?? null;
}

/** Unlike a locator never ambiguous: keys may contain dots. */
function addressOf(path: Path): string {
  return path.join('\u0000');
}
