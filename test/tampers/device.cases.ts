/** Somebody has a device's key, alone or together with the endpoint's operator. */
import { buildKeyRotated } from '../../lib/records/build.ts';
import { buildDecision } from '../../lib/records/build-decision.ts';
import { createDeviceKey } from '../../lib/records/sign.ts';
import { HEARTBEAT } from '../fakes/fake-device.ts';
import { chainFrom, respelt, shipped, withRecords } from './hands.ts';
import { decided, type Pack, recordsOf } from './pack.ts';
import type { TamperCase, Tampered } from './tamper-case.ts';

export const DEVICE: readonly TamperCase[] = [
  {
    name: 'a chain has two records with the same number',
    by: 'device and operator',
    reason: 'fork',
    async make(pack) {
      const last = recordsOf(pack).at(-1)!;
      const twin = await pack.forger.sealText(last.record.replace('"queued":0', '"queued":1'));
      return { files: await withRecords(pack, (all) => [...all, shipped(twin)]) };
    },
  },
  {
    name: 'a decision is recorded that the policy does not lead to',
    by: 'device',
    reason: 'decision_differs',
    async make(pack) {
      const facts = await decided(pack);
      const decision = { ...facts.decision, action: 'allow' as const, wouldAction: 'allow' as const };
      const forger = await pack.endpoint.enrolled();
      return { files: await chainFrom(pack, forger, buildDecision({ ...facts, decision })) };
    },
  },
  {
    name: 'an exception is used after it expired',
    by: 'device',
    reason: 'exception_expired',
    make: (pack) => excusedBy(pack, 'over'),
  },
  {
    name: 'an exception is used that is for others',
    by: 'device',
    reason: 'exception_out_of_scope',
    make: (pack) => excusedBy(pack, 'audit'),
  },
  {
    name: 'an exception is used that nobody granted',
    by: 'device',
    reason: 'exception_unknown',
    make: (pack) => excusedBy(pack, 'friends'),
  },
  {
    name: 'a decision claims an emergency that nobody declared',
    by: 'device',
    reason: 'decision_differs',
    async make(pack) {
      const facts = await decided(pack);
      const decision = { ...facts.decision, breakGlass: 'outage-7' };
      const forger = await pack.endpoint.enrolled();
      return { files: await chainFrom(pack, forger, buildDecision({ ...facts, decision })) };
    },
  },
  {
    name: 'a key goes on signing after it signed over to the next',
    by: 'device',
    reason: 'key_retired',
    async make(pack) {
      const forger = await pack.endpoint.enrolled();
      const { kid, publicKey } = await createDeviceKey();
      return { files: await chainFrom(pack, forger, buildKeyRotated({ kid, publicKey, reason: 'age' }), HEARTBEAT) };
    },
  },
  {
    name: 'records are written anew and signed again before they are first sent',
    by: 'device',
    reason: null,
    limit: /could have written other records before they were first sent/,
    async make(pack) {
      const forger = await pack.endpoint.enrolled();
      // Three records existed and are forgotten; what is sent instead tells another story.
      const before = { ...forger.head };
      await forger.several(3);
      forger.head = before;
      return { files: await chainFrom(pack, forger, buildDecision(await decided(pack))) };
    },
  },
  {
    name: 'a record has a name twice',
    by: 'device and operator',
    reason: 'not_canonical',
    make: (pack) => respelt(pack, (text) => text.replace('{', '{"queued":1,')),
  },
  {
    name: 'a record has a number with a fraction of zero',
    by: 'device and operator',
    reason: 'not_canonical',
    make: (pack) => respelt(pack, (text) => text.replace('"queued":0', '"queued":0.0')),
  },
  {
    name: 'a record has a number that readers round',
    by: 'device and operator',
    reason: 'not_canonical',
    make: (pack) => respelt(pack, (text) => text.replace('"queued":0', '"queued":9007199254740993')),
  },
  {
    name: 'a record has a field that does not exist',
    by: 'device and operator',
    reason: 'bad_schema',
    make: (pack) => respelt(pack, (text) => text.replace('"queued":0', '"prompt":"a text","queued":0')),
  },
  {
    name: 'a record has a NUL character in a name',
    by: 'device and operator',
    reason: 'bad_schema',
    make: (pack) => respelt(pack, (text) => text.replace('"os":"linux"', '"os":"linux\\u0000"')),
  },
];

/** A decision about the finance team that lets a card number go by this exception. */
async function excusedBy(pack: Pack, exception: string): Promise<Tampered> {
  const facts = await decided(pack);
  const rules = facts.decision.rules.map((rule) => ({ ...rule, exception }));
  const milder = { action: 'allow', wouldAction: 'allow', decisive: null, reason: 'exception' } as const;
  const decision = { ...facts.decision, ...milder, rules };
  const forger = await pack.endpoint.enrolled();
  return { files: await chainFrom(pack, forger, buildDecision({ ...facts, decision })) };
}
