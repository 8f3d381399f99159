import { describe, expect, it } from 'vitest';
import { summaryResponse } from '../../../server/api/summary.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import { signedIn } from './signed-in.ts';
import { DATABASES, TestEndpoint, testStore } from './test-endpoint.ts';

describe.each(DATABASES)('numbers about few people, on %s', (kind) => {
  const store = testStore(kind);

  it('are told to those who may read single decisions, and withheld from everybody else', async () => {
    const endpoint = await TestEndpoint.create(store());
    const { prompt, input, decision } = sampleFacts();
    const claude = { app: 'claude', host: 'claude.ai' };
    const blocked = { decision: { ...decision, action: 'block' as const }, userChoice: null };
    const tell = (token: string, user: string) =>
      endpoint.request('PUT', '/v1/identity', { user }, { authorization: `Bearer ${token}` });
    // Six devices of five people: four of them are stopped, one uses another app.
    for (let index = 0; index < 6; index++) {
      const device = await endpoint.enrolled();
      expect((await tell(device.token, `person-${Math.min(index, 4)}@acme.example`)).status).toBe(204);
      const records = [await device.decision()];
      if (index < 4) records.push(await device.decision(blocked));
      if (index === 5) {
        const elsewhere = { prompt: { ...prompt, ...claude }, input: { ...input, ...claude } };
        records.push(await device.decision(elsewhere));
      }
      await endpoint.send(device, records);
    }
    const seenBy = async (...roles: Parameters<typeof signedIn>[2]) => {
      const ask = await signedIn(endpoint, roles.join(), roles);
      return summaryResponse.parse((await ask('GET', '/v1/summary')).body);
    };
    expect(await seenBy('reviewer')).toMatchObject({
      minGroup: null,
      decisions: { total: 11, byAction: { redact: 7, block: 4 }, byClass: { PCI: 11, PII: 11 } },
      openIncidents: { high: 4 },
    });
    for (const role of ['council_observer', 'admin', 'author'] as const) {
      const { minGroup, decisions, openIncidents, devices } = await seenBy(role);
      expect([role, minGroup, decisions.total, decisions.byAction]).toEqual([
        role,
        5,
        11,
        { allow: 0, warn: 0, justify: 0, redact: null, route: 0, approve: 0, block: null },
      ]);
      expect(decisions.byClass).toEqual({ PCI: 11, PII: 11 });
      expect(decisions.byApp).toEqual([]);
      expect(openIncidents).toEqual({ low: 0, medium: 0, high: null, critical: 0 });
      expect(devices).toEqual({ total: 6, active: 6 });
    }
    // Somebody who is forgotten is nobody: the number is about four people now.
    await endpoint.db
      .updateTable('subject_devices')
      .set({ subject: null })
      .where('tenant', '=', endpoint.tenant)
      .execute();
    expect((await seenBy('council_observer')).decisions).toMatchObject({ total: null, byClass: { PCI: null } });
  });
});
