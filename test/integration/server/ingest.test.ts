import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyEvidence } from '../../../lib/integrity/verify-evidence.ts';
import { buildEffect, buildGap, buildTamperSuspected } from '../../../lib/records/build.ts';
import { createDeviceKey } from '../../../lib/records/sign.ts';
import { signatureFault } from '../../../lib/records/signed-body.ts';
import { collectEvidence } from '../../../server/evidence/export.ts';
import { HEARTBEAT } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import { malformedLines } from './malformed.ts';
import { batch, line, SignedDevice } from './signed-device.ts';
import { DATABASES, TestEndpoint, testStore } from './test-endpoint.ts';

describe.each(DATABASES)('ingest into %s', (kind) => {
  const store = testStore(kind);
  let endpoint: TestEndpoint;
  let device: SignedDevice;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
    device = await endpoint.enrolled();
  });

  const codes = async () => (await endpoint.incidents()).map(({ kind: name }) => name);
  const seqs = async () => (await endpoint.records()).map(({ seq }) => seq);

  it('keeps the signed bytes unchanged and answers with a receipt for the end of the chain', async () => {
    const records = [await device.decision(), await device.next(), await device.next()];
    const answer = await endpoint.send(device, records);
    expect(answer).toMatchObject({ accepted: 3, duplicates: 0, rejected: [] });
    expect((await endpoint.records()).map(({ body, sig, hash }) => ({ record: body, sig, hash }))).toEqual(
      records.map(({ record, sig, hash }) => ({ record, sig, hash })),
    );
    const { kid, publicKey } = await endpoint.deps.signerOf(endpoint.tenant);
    expect(await signatureFault(answer.receipt!, { kid, publicKey })).toBeNull();
    expect(answer.receipt!.body).toMatchObject({
      tenant: endpoint.tenant,
      chain: device.chain,
      epoch: 1,
      seq: 3,
      head: records[2]!.hash,
    });
  });

  it('takes gzip as well', async () => {
    const body = gzipSync(batch(await device.several(3)));
    const answer = await endpoint.post(device, body, { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(200);
    expect(await seqs()).toEqual([1, 2, 3]);
  });

  it('changes nothing when a batch comes again, and gives the same receipt', async () => {
    const records = [await device.decision({ decision: blocked() }), await device.next()];
    const first = await endpoint.send(device, records);
    endpoint.now += 5_000;
    const second = await endpoint.send(device, records);
    expect(second).toMatchObject({ accepted: 0, duplicates: 2, rejected: [] });
    expect(second.receipt).toEqual(first.receipt);
    expect(await seqs()).toEqual([1, 2]);
    expect(await codes()).toEqual(['blocked']);
  });

  it('takes one batch sent many times at once exactly once', async () => {
    const records = await device.several(20);
    const answers = await Promise.all(Array.from({ length: 6 }, () => endpoint.send(device, records)));
    expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(20);
    expect(await seqs()).toEqual(records.map(({ seq }) => seq));
    expect(new Set(answers.map(({ receipt }) => receipt?.body.seq))).toEqual(new Set([20]));
  });

  it('takes the good lines of a batch in which every kind of bad line stands between them', async () => {
    const bad = await malformedLines(device, await SignedDevice.create('elsewhere'), await createDeviceKey());
    const lines: (string | Uint8Array)[] = [];
    const good: number[] = [];
    for (const { bytes } of bad) {
      lines.push(bytes);
      const record = await device.next();
      good.push(record.seq);
      lines.push(line(record));
    }
    const body = Buffer.concat(lines.flatMap((each) => [Buffer.from(each), Buffer.from('\n')]));
    const response = await endpoint.post(device, body);
    const answer = await response.json();
    expect(answer.rejected.map(({ line: at, code }: { line: number; code: string }) => [at, code])).toEqual(
      bad.map(({ code }, index) => [index * 2, code]),
    );
    expect(answer.accepted).toBe(good.length);
    expect(await seqs()).toEqual(good);
    expect(answer.receipt.body).toMatchObject({ seq: good.at(-1), head: device.head.hash });
    const letters = await endpoint.deadLetters();
    expect(letters.map(({ code }) => code)).toEqual(bad.map(({ code }) => code));
    expect(letters.map(({ line: kept }) => Buffer.from(kept))).toEqual(bad.map(({ bytes }) => Buffer.from(bytes)));
    expect(JSON.stringify(answer.rejected) + endpoint.logged.join()).not.toContain('PLANTED');
  });

  it('keeps a bad line once, however often it comes', async () => {
    for (let time = 0; time < 3; time++) await endpoint.send(device, ['{"not":"a record"}']);
    expect(await endpoint.deadLetters()).toHaveLength(1);
  });

  it('never overwrites: a second record in a taken place is a fork, kept aside and raised', async () => {
    const first = await device.next();
    await endpoint.send(device, [first]);
    const other = await device.record(HEARTBEAT, { seq: 1, ts: 1 });
    const answer = await endpoint.send(device, [other]);
    expect(answer.rejected).toMatchObject([{ line: 0, code: 'fork' }]);
    expect((await endpoint.records()).map(({ hash }) => hash)).toEqual([first.hash]);
    expect((await endpoint.deadLetters())[0]).toMatchObject({ code: 'fork', chain: device.chain, seq: 1 });
    expect(await endpoint.incidents()).toMatchObject([{ kind: 'fork', severity: 'critical', seq: 1 }]);
  });

  it('finds a fork within one batch', async () => {
    const pair = [await device.next(), await device.record(HEARTBEAT, { seq: 1, ts: 1 })];
    expect(await endpoint.send(device, pair)).toMatchObject({ accepted: 1, rejected: [{ line: 1, code: 'fork' }] });
  });

  it('takes a record after a hole, names the hole, and closes it when the missing ones come', async () => {
    const [one, two, three, four] = await device.several(4);
    expect((await endpoint.send(device, [one!, four!])).receipt!.body.seq).toBe(1);
    expect(await endpoint.incidents()).toMatchObject([{ kind: 'gap', seq: 4, status: 'open' }]);
    const answer = await endpoint.send(device, [two!, three!]);
    expect(answer.receipt!.body).toMatchObject({ seq: 4, head: four!.hash });
    expect(await endpoint.incidents()).toMatchObject([{ kind: 'gap', status: 'closed', verdict: 'resolved' }]);
    expect((await endpoint.records()).map(({ link }) => link)).toEqual(['linked', 'linked', 'linked', 'linked']);
  });

  it('goes on behind a place that only a refused line claims, and names it', async () => {
    const [one, two, three] = await device.several(3);
    const spoilt = { ...two!, sig: one!.sig };
    const answer = await endpoint.send(device, [one!, spoilt, three!]);
    expect(answer).toMatchObject({ accepted: 2, rejected: [{ line: 1, code: 'bad_signature' }] });
    expect(answer.receipt!.body).toMatchObject({ seq: 3, head: three!.hash });
    expect((await codes()).sort()).toEqual(['gap', 'unverifiable_record']);
  });

  it('takes nothing under a bad signature from a device that signed well before, and nothing back from others', async () => {
    const other = await endpoint.enrolled();
    for (const each of [device, other]) await endpoint.send(each, await each.several(5));
    const [one, two, three] = [await device.decision(), await device.decision(), await device.next()];
    const spoilt = { ...two, sig: one.sig };
    const [answer, ...others] = await Promise.all([
      endpoint.send(device, [one, spoilt, three]),
      endpoint.send(other, await other.several(30)),
      endpoint.send(other, await other.several(30)),
    ]);
    expect(answer).toMatchObject({ accepted: 2, rejected: [{ line: 1, code: 'bad_signature' }] });
    expect(others.map(({ accepted, rejected }) => [accepted, rejected])).toEqual([
      [30, []],
      [30, []],
    ]);
    const ids = (await endpoint.records()).map(({ id }) => id);
    expect(ids).toHaveLength(5 + 2 + 65);
    expect(ids).not.toContain(two.id);
    expect((await endpoint.db.selectFrom('decisions').select('id').where('id', '=', two.id).execute()).length).toBe(0);
    const incidents = Object.groupBy(await endpoint.incidents(), ({ device: whose }) => whose ?? '');
    expect(incidents[device.device]!.map(({ kind: name }) => name).sort()).toEqual(['gap', 'unverifiable_record']);
    // Of its two batches at once the later one may have come first: a hole that was closed.
    for (const incident of incidents[other.device] ?? [])
      expect(incident).toMatchObject({ kind: 'gap', status: 'closed' });
    // Signed well again: trusted again, and still every signature is looked at.
    expect(await endpoint.send(device, [two])).toMatchObject({ accepted: 1, rejected: [] });
    const [last] = await device.several(1);
    expect(await endpoint.send(device, [{ ...last!, sig: one.sig }])).toMatchObject({
      accepted: 0,
      rejected: [{ line: 0, code: 'bad_signature' }],
    });
    expect((await endpoint.records()).map(({ id }) => id)).not.toContain(last!.id);
  });

  it('puts refused lines into the evidence, so that a chain with one still verifies', async () => {
    const [one, two, three] = await device.several(3);
    await endpoint.send(device, [one!, { ...two!, sig: one!.sig }, three!, 'no line at all']);
    const signer = await endpoint.deps.signerOf(endpoint.tenant);
    const request = { tenant: endpoint.tenant, signer, policyRootKeys: [], created: Date.now() };
    const pack = await collectEvidence(endpoint.deps.store, request);
    const report = await verifyEvidence(pack as never, { serverKey: signer.publicKey, rootKeys: [] });
    expect(report.faults).toEqual([]);
    expect(report.notes.join()).toContain('could not take record 2');
  });

  it('never lets a receipt end on a place that holds no record', async () => {
    const [one, two] = await device.several(2);
    const answer = await endpoint.send(device, [one!, { ...two!, sig: one!.sig }]);
    expect(answer.receipt!.body).toMatchObject({ seq: 1, head: one!.hash });
  });

  it('takes a record that contradicts the one before, and raises it', async () => {
    await endpoint.send(device, [await device.next(), await device.next(HEARTBEAT, { prev: 'ab'.repeat(32) })]);
    expect((await endpoint.records()).map(({ link }) => link)).toEqual(['linked', 'broken']);
    expect(await endpoint.incidents()).toMatchObject([{ kind: 'chain_break', severity: 'high', seq: 2 }]);
  });

  it('refuses a chain that belongs to another device, and an id that is taken', async () => {
    const mine = await device.next();
    await endpoint.send(device, [mine]);
    const other = await endpoint.enrolled();
    const foreign = await other.record(HEARTBEAT, { chain: device.chain, seq: 2, prev: mine.hash });
    const reused = await other.record(HEARTBEAT, { id: mine.id });
    const answer = await endpoint.send(other, [foreign, reused]);
    expect(answer.rejected.map(({ code }) => code)).toEqual(['foreign_chain', 'id_reused']);
    expect(answer.receipt).toBeNull();
    expect(await endpoint.records()).toHaveLength(1);
  });

  it('opens an incident for what a reviewer has to see, once each', async () => {
    const stopped = await device.decision({ decision: blocked() });
    const overridden = await device.decision({ userChoice: 'justify', justificationCode: 'business_need' });
    const draft = await device.decision({
      decision: blocked(),
      input: { ...sampleFacts().input, channel: 'draft' },
    });
    const records = [
      stopped,
      overridden,
      draft,
      await device.decision(),
      await device.next(effectOn(overridden.id, 'sent_unredacted')),
      await device.next(effectOn(stopped.id, 'not_sent')),
      await device.next(buildTamperSuspected({ code: 'head_mismatch', detail: null })),
      await device.next(buildGap({ reason: 'quota', count: 2, since: 1 })),
    ];
    await endpoint.send(device, records);
    await endpoint.send(device, records);
    const incidents = await endpoint.incidents();
    expect(incidents.map(({ kind: name, severity, decision }) => [name, severity, decision]).sort()).toEqual(
      [
        ['blocked', 'high', stopped.id],
        ['override', 'high', overridden.id],
        ['sent_unredacted', 'critical', overridden.id],
        ['tamper_suspected', 'critical', null],
        ['records_lost', 'high', null],
      ].sort(),
    );
  });

  it('joins an effect to its decision whichever comes first', async () => {
    const [early, late] = [await device.decision(), await device.decision()];
    const effects = [
      await device.next(effectOn(early.id, 'as_decided')),
      await device.next(effectOn(late.id, 'modified')),
    ];
    await endpoint.send(device, [early, ...effects]);
    await endpoint.send(device, [late]);
    const rows = await endpoint.db
      .selectFrom('decisions')
      .select(['id', 'effect_state'])
      .where('tenant', '=', endpoint.tenant)
      .orderBy('seq')
      .execute();
    expect(rows).toEqual([
      { id: early.id, effect_state: 'as_decided' },
      { id: late.id, effect_state: 'modified' },
    ]);
  });

  it('does not let one device report the effect of another one', async () => {
    const decision = await device.decision();
    await endpoint.send(device, [decision]);
    const other = await endpoint.enrolled();
    await endpoint.send(other, [await other.next(effectOn(decision.id, 'as_decided'))]);
    const row = await endpoint.db
      .selectFrom('decisions')
      .select('effect_state')
      .where('tenant', '=', endpoint.tenant)
      .executeTakeFirstOrThrow();
    expect(row.effect_state).toBeNull();
  });

  it('keeps every record when many devices send at once', async () => {
    const devices = await Promise.all(Array.from({ length: 5 }, () => endpoint.enrolled()));
    await Promise.all(
      devices.map(async (each) => {
        for (let round = 0; round < 4; round++) await endpoint.send(each, await each.several(10));
      }),
    );
    expect(await endpoint.records()).toHaveLength(200);
    expect(await endpoint.incidents()).toEqual([]);
  });
});

function blocked() {
  return {
    action: 'block',
    wouldAction: 'block',
    rules: [],
    decisive: null,
    choices: [],
    redact: [],
    reason: 'rule',
    evaluation: 'evaluated',
  } as const satisfies object as never;
}

function effectOn(decisionId: string, state: 'as_decided' | 'modified' | 'not_sent' | 'sent_unredacted') {
  return buildEffect({ decisionId, state, observedBy: 'fetch', agreement: 'agree' });
}
