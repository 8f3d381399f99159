/**
 * L3: the background asks the same core again about the bytes that are really leaving. The page cannot reach this code.
 * Pure apart from the digester; time and the policy are passed in.
 */
import type { Classifier } from '../classify/classifier.ts';
import { withoutAnswers } from '../pipeline/answers.ts';
import { guiltyParts } from '../pipeline/approvals.ts';
import { type Digester, partDigest } from '../pipeline/digest.ts';
import { enteredFindings } from '../pipeline/entered.ts';
import { type InspectContext, type Inspection, inspect } from '../pipeline/inspect.ts';
import { isHandshake, looksLikeMultipart, targetDigest } from '../pipeline/permit-request.ts';
import type { Unasked } from '../policy/decide.ts';
import type { Policy } from '../policy/schema.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest } from '../prompt/request.ts';
import type { CallKind, SiteAdapter } from '../sites/adapter.ts';
import { readAny } from '../sites/generic.ts';
import { readAddress } from './address-text.ts';
import { type RequestHeader, readHeaders } from './header-text.ts';
import type { Permit, PermitBook, PermitPlace } from './permits.ts';

export interface GateState {
  classifier: Classifier;
  policy: Policy;
  permits: PermitBook;
  digester: Digester;
  context: InspectContext;
  /** Keyed digests of values the person entered in this tab. */
  entered: ReadonlySet<string>;
}

/** `BareCode`: nothing is known of what was refused but that it was. */
export type BareCode = Exclude<Unasked, 'no_policy' | 'timeout'>;
export type RefusalCode = 'no_permit' | 'unreadable' | 'entered_value';

export type GateVerdict =
  | {
      pass: true;
      /** The recorded decision that covers the request. */
      decision: string | null;
      /** A guard has judged it too: there was a permit. */
      vouched: boolean;
    }
  | { pass: false; code: RefusalCode; inspection: Inspection }
  | { pass: false; code: BareCode; inspection: null };

/** Judge one request of a governed app. `tab` is -1 for shared and service workers, `document` Chromium's name of what asks. */
export async function judgeRequest(
  site: SiteAdapter,
  request: CapturedRequest,
  tab: number,
  state: GateState,
  document: string | null = null,
): Promise<GateVerdict> {
  const target = await targetDigest(request, state.digester);
  const place = { app: site.id, tab, target, document: isHandshake(request) ? document : null };
  const kind = site.callKind(request);
  if (kind === 'outside' && state.entered.size === 0) return pass(await take(request, place, [], false, state));
  if (isHandshake(request)) return judgeHandshake(site, request, kind, place, state);
  if (isOversized(request)) return judgeUnread(request, place, state);
  if (kind === 'other' || kind === 'outside') return judgeOther(site, request, kind, place, state);
  const prompt = await site.read(request);
  return prompt === null
    ? pass(await take(request, place, [], false, state))
    : judgePrompt(request, prompt, place, state);
}

async function judgePrompt(
  request: CapturedRequest,
  prompt: Prompt,
  place: PermitPlace,
  state: GateState,
): Promise<GateVerdict> {
  const { policy, entered, digester } = state;
  const inspection = await withoutAnswers(look(prompt, state), policy, entered, digester);
  const opaque = prompt.unreadable.length > 0;
  const allowed = inspection.decision.action === 'allow';
  const guilty = guiltyParts(inspection);
  const needed = prompt.parts.filter((_, index) => allowed || guilty.includes(index)).map((part) => part.text);
  const permit = await take(request, place, needed, opaque, state);
  if (permit || allowed) return pass(permit);
  return { pass: false, code: opaque ? 'unreadable' : 'no_permit', inspection };
}

/**
 * Everything that is no prompt: only what the person entered, and certain card numbers and secrets, are held. A body
 * this side cannot see passes when the guard has read it and vouched for it.
 */
async function judgeOther(
  site: SiteAdapter,
  request: CapturedRequest,
  kind: 'other' | 'outside',
  place: PermitPlace,
  state: GateState,
): Promise<GateVerdict> {
  const prompt = await readAny(site, request);
  const opaque = prompt !== null && prompt.unreadable.length > 0;
  // Also where none is needed: a permit that is left over is one for something else to use.
  const permit = await take(request, place, [], opaque, state);
  const held = await heldValues(site, request, prompt, kind, state);
  if (held !== null) return { pass: false, code: 'entered_value', inspection: held };
  if (opaque && permit === null) {
    return { pass: false, code: 'unreadable', inspection: look(prompt, state) };
  }
  return pass(permit && { ...permit, decision: null });
}

/** The inspection of what makes this call one to hold, else null: the body, or the address read as words. */
async function heldValues(
  site: SiteAdapter,
  request: CapturedRequest,
  prompt: Prompt | null,
  kind: 'other' | 'outside',
  state: GateState,
): Promise<Inspection | null> {
  const { entered, digester } = state;
  if (prompt !== null) {
    const inspection = look(prompt, state);
    if ((await enteredFindings(inspection, kind, entered, digester)).length > 0) return inspection;
  }
  const address = entered.size === 0 ? null : readAddress(site, request);
  if (address === null) return null;
  const inspection = look(address, state);
  // Paths are full of the app's own numbers: here nothing but what the person entered counts.
  return (await enteredFindings(inspection, 'outside', entered, digester)).length > 0 ? inspection : null;
}

/** The inspection of headers that carry a value the person entered, else null. */
export async function heldHeaders(
  site: SiteAdapter,
  url: string,
  headers: readonly RequestHeader[],
  state: GateState,
): Promise<Inspection | null> {
  const { entered, digester } = state;
  const prompt = entered.size === 0 ? null : readHeaders(site, url, headers);
  if (prompt === null) return null;
  const inspection = look(prompt, state);
  return (await enteredFindings(inspection, 'outside', entered, digester)).length > 0 ? inspection : null;
}

/** Frames are seen by no gate: a socket is opened only where the hook has said that it holds them. */
async function judgeHandshake(
  site: SiteAdapter,
  request: CapturedRequest,
  kind: CallKind,
  place: PermitPlace,
  state: GateState,
): Promise<GateVerdict> {
  const prompt = await readAny(site, request);
  const held = await heldValues(site, request, prompt, kind === 'outside' ? kind : 'other', state);
  if (held !== null) return { pass: false, code: 'entered_value', inspection: held };
  const permit = await take(request, place, [], false, state);
  // Other products of a shared host have sockets of their own, also in workers.
  return permit || kind === 'outside' ? pass(permit) : { pass: false, code: 'unannounced_socket', inspection: null };
}

/**
 * More than this side could decode in time: a background that is busy for too long is stopped by the browser, and what
 * it was asked about leaves. The guard has the time, and its permit names these very bytes.
 */
async function judgeUnread(request: CapturedRequest, place: PermitPlace, state: GateState): Promise<GateVerdict> {
  const permit = await take(request, place, [], request.body.kind !== 'bytes', state);
  return permit ? pass(permit) : { pass: false, code: 'oversized', inspection: null };
}

const MOST_BYTES = 8 * 1024 * 1024;

function isOversized({ body }: CapturedRequest): boolean {
  if (body.kind === 'bytes') return body.bytes.length > MOST_BYTES;
  if (body.kind !== 'fields') return false;
  const sizes = body.fields.map((field) => ('value' in field ? field.value.length : (field.file.bytes?.length ?? 0)));
  return sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES;
}

/** Digests are computed only where there is a permit that they could fit. */
async function take(
  { body }: CapturedRequest,
  place: PermitPlace,
  texts: readonly string[],
  opaque: boolean,
  { permits, digester, context }: GateState,
): Promise<Permit | null> {
  if (!permits.hasFor(place, context.timeMs)) return null;
  const parts = await Promise.all(texts.map((text) => partDigest(text, digester)));
  const seen =
    body.kind === 'bytes'
      ? { digest: await digester.digestBytes('body', body.bytes), isMultipart: looksLikeMultipart(body.bytes) }
      : null;
  return permits.take({ ...place, parts, opaque, body: seen }, context.timeMs);
}

function look(prompt: Prompt, { classifier, policy, context }: GateState): Inspection {
  return inspect(prompt, classifier.classifyPrompt(prompt), policy, context);
}

function pass(permit: Permit | null): GateVerdict {
  return { pass: true, decision: permit?.decision ?? null, vouched: permit !== null };
}
