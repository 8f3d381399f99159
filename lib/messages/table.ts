/**
 * Every message between the extension's own parts: method, request schema, who may send it (how long it may take:
 * limits.ts). Answers come from the background alone and are taken as they are: answers.ts says what they look like.
 * Unknown methods and senders get no answer worth reading (`refused`), and nothing else happens.
 */
import * as z from 'zod/mini';
import { approvalSchema } from '../pipeline/approval-schema.ts';
import { MOST_APPROVALS } from '../pipeline/approvals.ts';
import { permitRequest } from '../pipeline/permit-schema.ts';
import { SHAPES } from '../policy/schema.ts';
import { decisionDraft } from '../records/record.ts';

const digests = z.array(z.string().check(z.length(64))).check(z.maxLength(2000));
const appId = z.string().check(z.maxLength(64));

/** Both are digests: keyed of the conversation, plain of the policy document the guard judges by. */
const conversation = z.strictObject({
  conversation: z.string().check(z.length(64)),
  policy: z.string().check(z.maxLength(128)),
});

/** `content`: our content script in a tab. `page`: an extension page (popup, options). */
export type Surface = 'content' | 'page';

interface Entry {
  request: z.ZodMiniType;
  from: Surface;
}

export const MESSAGES = {
  /** The app of the page a guard stands in, where the guard cannot tell by itself. */
  'guard.app': {
    request: z.strictObject({ host: z.string().check(z.maxLength(253)) }),
    from: 'content',
  },
  /** What a guard needs to work: policy in force, digest key, context. */
  'guard.open': { request: z.strictObject({ app: appId }), from: 'content' },
  /** What is in these texts. They stay in memory. The answer: `classified` in session-offer.ts. */
  'guard.classify': {
    request: z.strictObject({
      parts: z.array(
        z.strictObject({
          role: z.enum(['user', 'assistant', 'tool', 'system']),
          kind: z.enum(['text', 'attachment']),
          text: z.string(),
        }),
      ),
    }),
    from: 'content',
  },
  /**
   * Write the decision durably, then mint its permit. The prompt is released only after the answer. `key`: asked again
   * with the same one, e.g. because the background ended before it answered, nothing is written twice.
   */
  'guard.commit': {
    request: z.strictObject({
      key: z.uuid(),
      draft: decisionDraft,
      permit: z.nullable(permitRequest),
    }),
    from: 'content',
  },
  /** A permit for a call that needs none by content, but whose body the gate cannot see. */
  'guard.vouch': {
    request: z.strictObject({ ...permitRequest.shape, decision: z.nullable(z.string()) }),
    from: 'content',
  },
  /** Keyed digests of values the person entered in this tab. */
  'guard.entered': { request: z.strictObject({ values: digests }), from: 'content' },
  /** What was approved in a conversation, in earlier documents too. */
  'guard.recall': { request: conversation, from: 'content' },
  /** Approvals that are to outlive the document. */
  'guard.remember': {
    request: z.strictObject({
      ...conversation.shape,
      approvals: z.array(approvalSchema).check(z.maxLength(MOST_APPROVALS)),
    }),
    from: 'content',
  },
  /** Open the page that reads files; it takes connections once this is answered. */
  'guard.reader': { request: z.strictObject({}), from: 'content' },
  /** Load the dialogue's script into the frame that asks. */
  'guard.views': { request: z.strictObject({}), from: 'content' },
  /** What one prompt call showed about how well the app is read. */
  'guard.canary': {
    request: z.strictObject({
      app: appId,
      shape: z.enum(SHAPES),
      composer: z.boolean(),
      matches: z.nullable(z.boolean()),
    }),
    from: 'content',
  },
  'popup.state': { request: z.strictObject({}), from: 'page' },
  'records.list': {
    request: z.strictObject({
      offset: z.int().check(z.minimum(0)),
      limit: z.int().check(z.minimum(1), z.maximum(200)),
    }),
    from: 'page',
  },
  'policy.view': { request: z.strictObject({}), from: 'page' },
  'enrolment.view': { request: z.strictObject({}), from: 'page' },
  /** Who is signed in on this browser; while somebody is about to be, the endpoint is asked. */
  'identity.view': { request: z.strictObject({}), from: 'page' },
  /** Ask the endpoint for a page to sign in at. */
  'identity.begin': { request: z.strictObject({}), from: 'page' },
  /** Sign out, or give up signing in. */
  'identity.end': { request: z.strictObject({}), from: 'page' },
} as const satisfies Record<string, Entry>;

export type Method = keyof typeof MESSAGES;
export type RequestOf<M extends Method> = z.infer<(typeof MESSAGES)[M]['request']>;

/** Everything an answer can be. Errors are codes, never text from the request. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; code: 'refused' | 'malformed' | 'timeout' | 'failed' | 'no_policy' };
