import { buildDecision } from '../../../lib/records/build-decision.ts';
import { type DeviceKey, sign } from '../../../lib/records/sign.ts';
import type { LineFault } from '../../../server/ingest/check-line.ts';
import { HEARTBEAT } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import { line, type SignedDevice } from './signed-device.ts';

export interface BadLine {
  code: LineFault;
  bytes: Uint8Array;
}

/** Every way in which a line can be wrong by itself. Texts hold `PLANTED`, to see that no answer repeats them. */
export async function malformedLines(
  device: SignedDevice,
  elsewhere: SignedDevice,
  wrong: DeviceKey,
): Promise<BadLine[]> {
  const encoder = new TextEncoder();
  const text = (code: LineFault, value: string): BadLine => ({ code, bytes: encoder.encode(value) });
  const good = await device.record(HEARTBEAT, { seq: 900 });
  const value = JSON.parse(good.record);
  const otherBytes = encoder.encode(good.record);
  const decision = buildDecision(sampleFacts());
  const nulGroup = { ...decision, input: { ...decision.input, groups: ['PLANTED\0group'] } };

  return [
    text('bad_line', ''),
    text('bad_line', 'PLANTED, no JSON'),
    text('bad_line', '{"record":"PLANTED'),
    text('bad_line', '[]'),
    text('bad_line', 'null'),
    text('bad_line', JSON.stringify({ ...JSON.parse(line(good)), extra: 'PLANTED' })),
    text('bad_line', JSON.stringify({ ...JSON.parse(line(good)), alg: 'none' })),
    text('bad_line', JSON.stringify({ ...JSON.parse(line(good)), record: 'PLANTED'.padEnd(70_000, ' ') })),
    text('bad_line', '\0{"record":"PLANTED"}'),
    { code: 'not_utf8', bytes: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) },
    text('not_canonical', line(await device.sealText('PLANTED, no JSON'))),
    text('not_canonical', line(await device.sealText(JSON.stringify(value, null, 1)))),
    text('not_canonical', line(await device.sealText(good.record.replace('{', '{"a":1,"a":2,')))),
    text('not_canonical', line(await device.sealText(good.record.replace('"v":1', '"v":1.0')))),
    text('not_canonical', line(await device.sealText(good.record.replace('"linux"', '"\\ud800"')))),
    text('bad_schema', line(await device.seal([]))),
    text('bad_schema', line(await device.seal({ ...value, kind: 'PLANTED' }))),
    text('bad_schema', line(await device.seal({ ...value, text: 'PLANTED' }))),
    text('bad_schema', line(await device.seal({ ...value, seq: 0 }))),
    text('bad_schema', line(await device.seal({ ...value, id: value.id.toUpperCase().replace(/[0-9]$/, 'A') }))),
    text('bad_schema', line(await device.record(nulGroup, { seq: 901 }))),
    text('wrong_tenant', line(await device.record(HEARTBEAT, { tenant: 'PLANTED', seq: 902 }))),
    text('wrong_device', line(await elsewhere.record(HEARTBEAT, { tenant: device.tenant }))),
    text('unknown_key', line({ ...good, kid: wrong.kid })),
    text('bad_signature', line({ ...good, sig: await sign(wrong.privateKey, otherBytes) })),
    text('bad_signature', line({ ...good, sig: 'AAAA' })),
    text('bad_signature', line({ ...good, record: good.record.replace('"queued":0', '"queued":1') })),
  ];
}
