import { describe, expect, it } from 'vitest';
import { buildDecision } from '../../../lib/records/build-decision.ts';
import { record, recordDraft } from '../../../lib/records/record.ts';
import { GENESIS } from '../../../lib/records/record-fields.ts';
import { AGENT } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';

const UUID = '2c4f1f5e-3d0b-4a57-9a53-0e6c8b6c6f10';
const envelope = {
  v: 1,
  id: '019ab3f0-0000-7000-8000-000000000001',
  tenant: 'acme',
  chain: UUID,
  epoch: 1,
  seq: 1,
  prev: GENESIS,
  ts: 1,
  skew_ms: -5,
  device: UUID,
  ...AGENT,
};
const draft = buildDecision(sampleFacts());
const full = { ...envelope, ...draft };
const fits = (value: unknown) => record.safeParse(value).success;

describe('record', () => {
  it('takes a complete decision', () => {
    expect(fits(full)).toBe(true);
  });

  it.each([
    ['an unknown field', { ...full, prompt_text: 'x' }],
    ['an unknown field deep inside', { ...full, input: { ...draft.input, text: 'x' } }],
    ['an unknown kind', { ...full, kind: 'note' }],
    ['no kind', { ...full, kind: undefined }],
    ['fields of another kind', { ...full, kind: 'heartbeat' }],
    ['a fraction', { ...full, latency_ms: 1.5 }],
    ['NaN', { ...full, latency_ms: Number.NaN }],
    ['2^53', { ...full, size: 2 ** 53 }],
    ['a negative count', { ...full, size: -1 }],
    ['sequence number 0', { ...full, seq: 0 }],
    ['a confidence above 1', { ...full, input: { ...draft.input, uses: [{ use: 'x', conf_pm: 1001 }] } }],
    ['an id that is not version 7', { ...full, id: UUID }],
    ['an id in another spelling', { ...full, chain: UUID.toUpperCase() }],
    ['a control character', { ...full, tenant: 'ac\u0000me' }],
    ['another version', { ...full, v: 2 }],
    ['null', { ...full, decisive: null }],
    ['text that is retained', { ...full, content: { retained: 'sealed' } }],
  ])('refuses %s', (_, value) => {
    expect(fits(value)).toBe(false);
  });
});

describe('recordDraft', () => {
  it('refuses an envelope: only the writer gives one', () => {
    expect(recordDraft.safeParse(draft).success).toBe(true);
    expect(recordDraft.safeParse({ ...draft, seq: 1 }).success).toBe(false);
    expect(recordDraft.safeParse({ ...draft, tenant: 'other' }).success).toBe(false);
  });
});
