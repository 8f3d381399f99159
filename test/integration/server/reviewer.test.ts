import { beforeEach, describe, expect, it } from 'vitest';
import { buildEffect } from '../../../lib/records/build.ts';
import { decisionDetail, decisionPage } from '../../../server/api/decisions.ts';
import { incidentDetail, incidentItem, incidentPage } from '../../../server/api/incidents.ts';
import { summaryResponse } from '../../../server/api/summary.ts';
import { HEARTBEAT } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import type { SignedDevice } from './signed-device.ts';
import { DATABASES, TestEndpoint, testStore } from './test-endpoint.ts';

describe.each(DATABASES)('what reviewers see on %s', (kind) => {
  const store = testStore(kind);
  let endpoint: TestEndpoint;
  let device: SignedDevice;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
    device = await endpoint.enrolled();
    await endpoint.signIn();
  });

  const decisions = async (query = '') => decisionPage.parse(await endpoint.get(`/v1/decisions${query}`));
  const blockedDecision = () =>
    device.decision({
      decision: { ...sampleFacts().decision, action: 'block', wouldAction: 'block' },
      userChoice: null,
    });

  describe('decisions', () => {
    it('are listed with everything of a row', async () => {
      const made = await device.decision();
      await endpoint.send(device, [
        made,
        await device.next(
          buildEffect({ decisionId: made.id, state: 'as_decided', observedBy: 'fetch', agreement: 'agree' }),
        ),
      ]);
      expect((await decisions()).items).toEqual([
        {
          id: made.id,
          ts: JSON.parse(made.record).ts,
          receivedAt: endpoint.now,
          device: device.device,
          person: expect.stringMatching(/^[a-z]{5}(-[a-z]{5}){2}$/),
          app: 'chatgpt',
          host: 'chatgpt.com',
          channel: 'typed',
          accountKind: 'personal',
          action: 'redact',
          wouldAction: 'block',
          userChoice: 'redact',
          mode: 'enforce',
          reason: 'rule',
          rules: [{ id: 'card-numbers', ver: 2, action: 'redact', mode: 'enforce' }],
          decisive: 'card-numbers',
          classes: { PCI: 1, PII: 2 },
          policy: { digest: 'ab'.repeat(32), version: 3 },
          effect: { state: 'as_decided', agreement: 'agree' },
          verified: true,
          link: 'linked',
          chain: device.chain,
          seq: 1,
          hash: made.hash,
        },
      ]);
    });

    it('are found by app, host or device, action, class, app and time', async () => {
      const { prompt, input } = sampleFacts();
      const claude = { app: 'claude', host: 'claude.ai' };
      const made = [
        await device.decision(),
        await blockedDecision(),
        await device.decision({
          prompt: { ...prompt, ...claude },
          input: { ...input, ...claude },
          classification: { findings: [], uses: [] },
        }),
      ];
      await endpoint.send(device, made);
      const found = async (query: string) => (await decisions(query)).items.map(({ seq }) => seq).sort();
      const ts = (index: number) => JSON.parse(made[index]!.record).ts as number;
      expect(await found('?q=CLAUDE')).toEqual([3]);
      expect(await found('?q=chatgpt.c')).toEqual([1, 2]);
      expect(await found(`?q=${device.device.slice(0, 13)}`)).toEqual([1, 2, 3]);
      expect(await found('?q=%25')).toEqual([]);
      expect(await found('?action=block')).toEqual([2]);
      expect(await found('?class=PCI')).toEqual([1, 2]);
      expect(await found('?class=SECRET')).toEqual([]);
      expect(await found('?app=claude')).toEqual([3]);
      expect(await found(`?from=${ts(2) + 1}`)).toEqual([]);
      expect(await found(`?from=${ts(0)}&to=${ts(2) + 1}&action=redact&app=chatgpt`)).toEqual([1]);
    });

    it('come in pages that neither skip nor repeat while new ones arrive', async () => {
      const same = { ts: 1_700_000_000_000 };
      const { buildDecision } = await import('../../../lib/records/build-decision.ts');
      const draft = buildDecision(sampleFacts());
      const first = [];
      for (let index = 0; index < 25; index++) first.push(await device.next(draft, same));
      await endpoint.send(device, first);
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await decisions(`?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
        await endpoint.send(device, [await device.next(draft, { ts: same.ts + seen.length })]);
      }
      expect(seen.sort()).toEqual(first.map(({ id }) => id).sort());
    });

    it.each(['?limit=0', '?limit=201', '?limit=x', '?action=shout', '?class=X', '?from=-1', '?q=%00', '?q='])(
      'refuse the filter %s',
      async (query) => {
        const answer = await endpoint.as('GET', `/v1/decisions${query}`);
        expect([answer.status, (await answer.json()).error.code]).toEqual([400, 'malformed']);
      },
    );

    it('give an empty page for a cursor that nobody gave out', async () => {
      await endpoint.send(device, [await device.decision()]);
      expect(await decisions('?cursor=made-up')).toEqual({ items: [], nextCursor: null });
    });
  });

  describe('one decision', () => {
    const detail = async (id: string) => decisionDetail.parse(await endpoint.get(`/v1/decisions/${id}`));

    it('is the signed record byte for byte, with its neighbours, verified again', async () => {
      const records = [await device.next(), await device.decision(), await device.next()];
      await endpoint.send(device, records);
      const shown = await detail(records[1]!.id);
      expect(shown.record).toBe(records[1]!.record);
      expect(shown.signature).toEqual({
        alg: 'Ed25519',
        kid: device.key.kid,
        sig: records[1]!.sig,
        publicKey: device.key.publicKey,
      });
      expect([shown.previous?.id, shown.next?.id]).toEqual([records[0]!.id, records[2]!.id]);
      expect(shown.verification).toEqual({
        ok: true,
        canonical: true,
        signature: true,
        hash: true,
        previous: 'linked',
        next: 'linked',
        receipted: true,
      });
    });

    it('shows what was changed in the database', async () => {
      const records = [await device.next(), await device.decision(), await device.next()];
      await endpoint.send(device, records);
      const { id, record } = records[1]!;
      const set = (changes: object) => endpoint.db.updateTable('records').set(changes).where('id', '=', id).execute();
      await set({ body: record.replace('"redact"', '"allow"') });
      expect((await detail(id)).verification).toMatchObject({ ok: false, canonical: true, signature: false });
      await set({ body: `${record} ` });
      expect((await detail(id)).verification).toMatchObject({ ok: false, canonical: false });
      await set({ body: record, hash: 'cd'.repeat(32) });
      expect((await detail(id)).verification).toMatchObject({
        ok: false,
        signature: true,
        hash: false,
        next: 'broken',
      });
      await set({ hash: records[1]!.hash });
      await endpoint.db.deleteFrom('records').where('id', '=', records[0]!.id).execute();
      expect((await detail(id)).verification).toMatchObject({ ok: false, signature: true, previous: 'missing' });
    });

    it('is not found under an unknown id, and malformed under what is no id', async () => {
      expect((await endpoint.as('GET', '/v1/decisions/01234567-89ab-7def-8123-456789abcdef')).status).toBe(404);
      expect((await endpoint.as('GET', '/v1/decisions/1')).status).toBe(400);
    });
  });

  describe('incidents', () => {
    const list = async (query = '') => incidentPage.parse(await endpoint.get(`/v1/incidents${query}`));
    const open = async () => {
      await endpoint.send(device, [await blockedDecision()]);
      return (await list()).items[0]!;
    };
    const patch = async (id: string, change: object) => {
      const answer = await endpoint.as('PATCH', `/v1/incidents/${id}`, change);
      return { status: answer.status, body: await answer.json() };
    };

    it('are listed by status and severity, newest first, in pages', async () => {
      for (let index = 0; index < 5; index++) {
        endpoint.now += 1000;
        await endpoint.send(device, [await blockedDecision()]);
      }
      await endpoint.send(device, [await device.next(HEARTBEAT, { prev: 'ab'.repeat(32) })]);
      const all = (await list()).items;
      expect(all.map(({ createdAt }) => createdAt)).toEqual(
        all.map(({ createdAt }) => createdAt).sort((a, b) => b - a),
      );
      expect(all).toHaveLength(6);
      expect((await list('?severity=critical')).items).toEqual([]);
      expect((await list('?status=closed')).items).toEqual([]);
      const first = await list('?limit=4&status=open');
      const second = await list(`?limit=4&status=open&cursor=${first.nextCursor}`);
      expect([...first.items, ...second.items]).toEqual(all);
      expect(second.nextCursor).toBeNull();
    });

    it('are worked on, with every step in the history', async () => {
      const { id, version } = await open();
      const taken = await patch(id, { version, status: 'investigating', assignee: 'admin', note: 'Looking at it.' });
      expect(incidentItem.parse(taken.body)).toMatchObject({ status: 'investigating', assignee: 'admin', version: 2 });
      endpoint.now += 1000;
      await patch(id, { version: 2, status: 'closed', verdict: 'false_positive' });
      const shown = incidentDetail.parse(await endpoint.get(`/v1/incidents/${id}`));
      expect(shown.incident).toMatchObject({ status: 'closed', verdict: 'false_positive', version: 3 });
      expect(shown.decision).toMatchObject({ id: shown.incident.decision, action: 'block' });
      expect(shown.history).toEqual([
        {
          at: endpoint.now - 1000,
          actor: 'admin',
          changes: { status: { from: 'open', to: 'investigating' }, assignee: { from: null, to: 'admin' } },
          note: 'Looking at it.',
        },
        {
          at: endpoint.now,
          actor: 'admin',
          changes: { status: { from: 'investigating', to: 'closed' }, verdict: { from: null, to: 'false_positive' } },
          note: null,
        },
      ]);
    });

    it('let only one of two people who change the same version win', async () => {
      const { id, version } = await open();
      const answers = await Promise.all(['one', 'two'].map((assignee) => patch(id, { version, assignee })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await list()).items[0]!.version).toBe(2);
    });

    it('are closed only with a verdict, and lose it when opened again', async () => {
      const { id, version } = await open();
      expect(await patch(id, { version, status: 'closed' })).toMatchObject({
        status: 400,
        body: { error: { code: 'verdict_required' } },
      });
      await patch(id, { version, status: 'closed', verdict: 'benign' });
      expect((await patch(id, { version: 2, status: 'open' })).body).toMatchObject({ status: 'open', verdict: null });
    });

    it.each([
      ['no version', { status: 'open' }],
      ['an unknown status', { version: 1, status: 'gone' }],
      ['an unknown verdict', { version: 1, verdict: 'guilty' }],
      ['an unknown field', { version: 1, severity: 'low' }],
      ['a NUL character', { version: 1, note: 'a\0b' }],
      ['a lone surrogate', { version: 1, note: 'a\ud800b' }],
      ['a note without end', { version: 1, note: 'x'.repeat(5000) }],
    ])('refuse a change with %s', async (_, change) => {
      const { id } = await open();
      expect(await patch(id, change)).toMatchObject({ status: 400, body: { error: { code: 'malformed' } } });
      expect((await list()).items[0]!.version).toBe(1);
    });
  });

  it('is counted for the first screen', async () => {
    await endpoint.send(device, [await device.decision(), await blockedDecision(), 'no record']);
    const summary = summaryResponse.parse(await endpoint.get('/v1/summary?window=7d'));
    expect(summary).toMatchObject({
      decisions: {
        total: 2,
        byAction: { allow: 0, redact: 1, block: 1 },
        byClass: { PCI: 2, PII: 2 },
        byApp: [{ app: 'chatgpt', decisions: 2 }],
      },
      openIncidents: { low: 0, medium: 0, high: 1, critical: 0 },
      devices: { total: 1, active: 1 },
      deadLetters: 1,
      policy: null,
    });
    endpoint.now += 8 * 24 * 60 * 60 * 1000;
    await endpoint.signIn();
    expect((await endpoint.get('/v1/summary?window=7d')).decisions.total).toBe(0);
  });
});
