import { expect, it } from 'vitest';
import { decideWithout } from '../../../../lib/policy/decide.ts';
import { buildEffect, buildGap, buildPolicyRejected, buildTamperSuspected } from '../../../../lib/records/build.ts';
import { buildDecision, type DecisionFacts } from '../../../../lib/records/build-decision.ts';
import type { OpenedRecord } from '../../../../lib/records/chain.ts';
import type { RecordDraft } from '../../../../lib/records/record.ts';
import { incidentOfRecord, incidentOfRejection } from '../../../../server/ingest/incident-causes.ts';
import { HEARTBEAT } from '../../../fakes/fake-device.ts';
import { sampleFacts } from '../../../fakes/sample-facts.ts';

const DECISION = '01234567-89ab-7def-8123-456789abcdef';

function cause(draft: RecordDraft) {
  const opened = { record: { id: 'own-id', device: 'd', chain: 'c', seq: 5, ...draft }, hash: '', kid: '' };
  const found = incidentOfRecord(opened as unknown as OpenedRecord);
  return found && [found.kind, found.severity, found.decision];
}

const { decision, classification, input } = sampleFacts();
const decided = (changes: Partial<DecisionFacts>) => buildDecision(sampleFacts({ userChoice: null, ...changes }));
const block = { ...decision, action: 'block' as const };
const piiOnly = { ...classification, findings: classification.findings.slice(1) };
const effect = (state: 'as_decided' | 'sent_unredacted', agreement: 'agree' | 'disagree') =>
  buildEffect({ decisionId: DECISION, state, observedBy: 'fetch', agreement });

it.each<[string, RecordDraft, unknown]>([
  ['a redacted prompt', decided({ userChoice: 'redact' }), null],
  ['a heartbeat', HEARTBEAT, null],
  ['a stopped prompt with a card number', decided({ decision: block }), ['blocked', 'high', 'own-id']],
  [
    'a stopped prompt with addresses only',
    decided({ decision: block, classification: piiOnly }),
    ['blocked', 'medium', 'own-id'],
  ],
  ['a refused socket', decided({ decision: decideWithout('unannounced_socket', 'block') }), null],
  [
    'a body too large',
    decided({ decision: decideWithout('oversized', 'block'), classification: { findings: [], uses: [] } }),
    ['blocked', 'medium', 'own-id'],
  ],
  ['a stopped draft', decided({ decision: block, input: { ...input, channel: 'draft' } }), null],
  [
    'a rule that would have stopped it',
    decided({ decision: { ...decision, action: 'allow', wouldAction: 'block' } }),
    null,
  ],
  ['going on', decided({ userChoice: 'proceed' }), ['override', 'high', 'own-id']],
  [
    'going on with a reason',
    decided({ userChoice: 'justify', classification: piiOnly }),
    ['override', 'medium', 'own-id'],
  ],
  ['an effect as decided', effect('as_decided', 'agree'), null],
  ['an effect that disagrees', effect('as_decided', 'disagree'), ['effect_disagrees', 'high', DECISION]],
  ['data that left', effect('sent_unredacted', 'disagree'), ['sent_unredacted', 'critical', DECISION]],
  [
    'a touched chain',
    buildTamperSuspected({ code: 'head_mismatch', detail: null }),
    ['tamper_suspected', 'critical', null],
  ],
  ['lost records', buildGap({ reason: 'quota', count: 1, since: 1 }), ['records_lost', 'high', null]],
  [
    'a refused policy',
    buildPolicyRejected({ code: 'rollback', source: 'endpoint', kept: null }),
    ['policy_rejected', 'high', null],
  ],
])('%s', (_, draft, expected) => {
  expect(cause(draft)).toEqual(expected);
});

it('a refused line is an incident when a healthy device cannot have sent it', () => {
  const of = (code: 'bad_signature' | 'bad_schema' | 'fork') =>
    incidentOfRejection({ line: 0, code, raw: new Uint8Array(), claim: { chain: 'c', seq: 7 } }, 'd', 'h');
  expect(of('bad_schema')).toBeNull();
  expect(of('bad_signature')).toMatchObject({ kind: 'unverifiable_record', severity: 'high', chain: 'c', seq: 7 });
  expect(of('fork')).toMatchObject({ kind: 'fork', severity: 'critical', cause: 'fork:c:7:h' });
});
