/** Ports of the guard's pipeline without a browser: real policy, classifier and vault; a person who answers at once. */
import { readDocument } from '../../lib/classify/documents/read-document.ts';
import { rewriteDocument } from '../../lib/classify/documents/rewrite-document.ts';
import { createDigester } from '../../lib/pipeline/digest.ts';
import type { FileReader } from '../../lib/pipeline/files.ts';
import type { PermitRequest } from '../../lib/pipeline/permit-schema.ts';
import type { HoldPorts, NoticeCode, Session } from '../../lib/pipeline/ports.ts';
import { bundledPolicy } from '../../lib/policy/bundled.ts';
import type { Choice } from '../../lib/policy/decision.ts';
import type { DecisionDraft } from '../../lib/records/record.ts';
import { ConversationVaults } from '../../lib/redact/conversation-vaults.ts';
import { bareClassifier } from './bare-classifier.ts';

interface Options {
  choice?: Choice;
  /** This port fails whenever it is used. */
  broken?: 'session' | 'classify' | 'commit' | 'ask' | 'vault';
  waitingForPolicy?: boolean;
}

/** Reads in this process what the extension's reader reads in a page of its own. */
export const reader: FileReader = {
  read: (file, { onProgress }) => readDocument(file, { onProgress }),
  rewrite: (file, texts) => rewriteDocument(file, texts),
};

export async function guardPorts({ choice = 'cancel', broken, waitingForPolicy = false }: Options = {}) {
  const { policy, version, digest } = await bundledPolicy();
  const session: Session = {
    policy,
    policyRef: { id: policy.id, version, digest, channel: 'stable', source: 'bundled' },
    freshness: 'fresh',
    subject: { assurance: 'device_only' },
    digester: await createDigester(new Uint8Array(32).fill(7)),
    context: { accountKind: 'unknown', groups: [], coverage: 'full', waitingForPolicy },
  };
  const seen = {
    asked: 0,
    classified: 0,
    lastAction: 0,
    committed: [] as { draft: DecisionDraft; permit: PermitRequest | null }[],
    vouched: [] as (PermitRequest & { decision: string | null })[],
    notices: [] as NoticeCode[],
  };
  const vaults = new ConversationVaults((length) => crypto.getRandomValues(new Uint8Array(length)));
  const failIf = (port: Options['broken']) => {
    if (broken === port) throw new Error(`${port} is broken`);
  };
  const ports: HoldPorts = {
    isCurrent: () => true,
    isLeaving: () => false,
    async classify(prompt) {
      failIf('classify');
      seen.classified += 1;
      return bareClassifier.classifyPrompt(prompt);
    },
    async session() {
      failIf('session');
      return session;
    },
    sessionNow: () => (broken === 'session' ? null : session),
    async ask() {
      failIf('ask');
      seen.asked += 1;
      return { choice, justification: null };
    },
    notify: (code) => void seen.notices.push(code),
    async commit(draft, permit) {
      failIf('commit');
      seen.committed.push({ draft, permit });
      return `record-${seen.committed.length}`;
    },
    async vouch(decision, permit) {
      seen.vouched.push({ decision, ...permit });
    },
    entered: () => undefined,
    approvals: { recall: async () => [], remember: () => undefined },
    lastAction: () => seen.lastAction,
    vault(conversation) {
      failIf('vault');
      return vaults.of(conversation);
    },
    now: () => 1_790_000_000_000,
    files: reader,
    watchFiles: () => ({ progress: () => undefined, end: () => undefined }),
  };
  return { ports, seen, session };
}
