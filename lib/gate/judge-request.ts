/**
 * L3: the background asks the same core again about the bytes that are really leaving. The page cannot reach this code.
 * Pure apart from the digester; time and the policy are passed in.
 */
import { type Digester, partDigest } from '../pipeline/digest.ts';
import { enteredFindings } from '../pipeline/entered.ts';
import { type InspectContext, type Inspection, inspect } from '../pipeline/inspect.ts';
import type { Policy } from '../policy/schema.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest } from '../prompt/request.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { readAny } from '../sites/generic.ts';
import type { PermitBook } from './permits.ts';

export interface GateState {
  policy: Policy;
  permits: PermitBook;
  digester: Digester;
  context: InspectContext;
  /** Keyed digests of values the person entered in this tab. */
  entered: ReadonlySet<string>;
}

export type GateVerdict =
  | { pass: true; decision: string | null }
  | { pass: false; code: 'no_permit' | 'unreadable' | 'entered_value'; inspection: Inspection | null };

/** Judge one request of a governed app. `tab` is -1 for workers. */
export async function judgeRequest(
  site: SiteAdapter,
  request: CapturedRequest,
  tab: number,
  state: GateState,
): Promise<GateVerdict> {
  const kind = site.callKind(request);
  if (kind === 'outside' && state.entered.size === 0) return { pass: true, decision: null };
  if (kind === 'other' || kind === 'outside') return judgeOther(site, request, kind, tab, state);
  const prompt = await site.read(request);
  if (prompt === null) return { pass: true, decision: null };
  return judgePrompt(site, prompt, tab, state);
}

async function judgePrompt(site: SiteAdapter, prompt: Prompt, tab: number, state: GateState): Promise<GateVerdict> {
  const inspection = inspect(prompt, state.policy, state.context);
  const guilty = partsWithFindings(inspection);
  const opaque = prompt.unreadable.length > 0;
  const allowed = inspection.decision.action === 'allow';
  const need = {
    app: site.id,
    tab,
    parts: await digests(allowed ? prompt.parts.map((part) => part.text) : guilty, state.digester),
    opaque,
  };
  const permit = state.permits.take(need, state.context.timeMs);
  if (permit) return { pass: true, decision: permit.decision };
  if (allowed) return { pass: true, decision: null };
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
  tab: number,
  state: GateState,
): Promise<GateVerdict> {
  const prompt = await readAny(site, request);
  if (prompt === null) return { pass: true, decision: null };
  const inspection = inspect(prompt, state.policy, state.context);
  if (prompt.unreadable.length > 0) {
    const permit = state.permits.take({ app: site.id, tab, parts: [], opaque: true }, state.context.timeMs);
    return permit ? { pass: true, decision: null } : { pass: false, code: 'unreadable', inspection };
  }
  if (inspection.decision.action === 'allow') return { pass: true, decision: null };
  const held = await enteredFindings(inspection, kind, state.entered, state.digester);
  return held.length > 0 ? { pass: false, code: 'entered_value', inspection } : { pass: true, decision: null };
}

function partsWithFindings({ prompt, classification }: Inspection): string[] {
  const indexes = new Set(classification.findings.map((finding) => finding.part));
  return prompt.parts.filter((_, index) => indexes.has(index)).map((part) => part.text);
}

function digests(texts: string[], digester: Digester): Promise<string[]> {
  return Promise.all(texts.map((text) => partDigest(text, digester)));
}
