import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IncidentItem } from '../../../server/api/incidents.ts';
import { expected, undoOf } from '../../../server/console/data/change-incidents.ts';
import { fitsInbox } from '../../../server/console/data/incident-filter.ts';
import { keepDecision, keepIncident } from '../../../server/console/data/keep-current.ts';
import type { Pages } from '../../../server/console/data/live-list.ts';
import { sampleDecision, sampleIncident } from './sample-items.ts';

const NOW = 1_000_000;
let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});

const one = <T>(items: T[]) => ({ pages: [{ items, nextCursor: null }], pageParams: [undefined] });
const idsIn = (key: unknown[]) =>
  client.getQueryData<Pages<{ id: string }>>(key)!.pages.flatMap(({ items }) => items.map(({ id }) => id));

describe('keepDecision', () => {
  it('goes into every list it fits, and no other', () => {
    client.setQueryData(['decisions', {}], one([sampleDecision(1)]));
    client.setQueryData(['decisions', { action: 'block' }], one([]));
    const fresh = sampleDecision(2);
    keepDecision(client, fresh, NOW);
    expect(idsIn(['decisions', {}])).toEqual([fresh.id, sampleDecision(1).id]);
    expect(idsIn(['decisions', { action: 'block' }])).toEqual([]);
  });

  it('brings an observed effect to the page of the decision', () => {
    const decision = sampleDecision(1);
    client.setQueryData(['decision', decision.id], { decision, record: '{}' });
    const effect = { state: 'not_sent', agreement: 'agree' } as const;
    keepDecision(client, { ...decision, effect }, NOW);
    expect(client.getQueryData(['decision', decision.id])).toMatchObject({ decision: { effect }, record: '{}' });
  });
});

describe('keepIncident', () => {
  const key = ['incidents', {}, 50];
  const held = () => client.getQueryData<Pages<IncidentItem>>(key)!.pages[0]!.items;

  it('keeps the newer of two versions, in whatever order they come', () => {
    client.setQueryData(key, one([sampleIncident(1, { version: 3, status: 'investigating' })]));
    keepIncident(client, sampleIncident(1, { version: 2 }));
    expect(held()[0]).toMatchObject({ version: 3, status: 'investigating' });
    keepIncident(client, sampleIncident(1, { version: 4, assignee: 'rivera' }));
    expect(held()[0]).toMatchObject({ version: 4, assignee: 'rivera' });
  });

  it('takes back what was only expected', () => {
    const incident = sampleIncident(1);
    client.setQueryData(key, one([incident]));
    keepIncident(client, expected(incident, { status: 'closed', verdict: 'benign' }));
    expect(held().filter((item) => fitsInbox(item, {}))).toEqual([]);
    keepIncident(client, incident);
    expect(held()).toEqual([incident]);
  });
});

describe('changes', () => {
  it('expect what the endpoint will do: opening again drops the verdict', () => {
    const closed = sampleIncident(1, { status: 'closed', verdict: 'benign' });
    expect(expected(closed, { status: 'open' })).toMatchObject({ status: 'open', verdict: null });
    expect(expected(closed, { assignee: 'rivera' })).toMatchObject({ status: 'closed', verdict: 'benign' });
  });

  it('are undone on top of the version they made', () => {
    const before = sampleIncident(1, { assignee: 'rivera' });
    const after = { ...before, status: 'closed' as const, verdict: 'benign' as const, version: 2 };
    expect(undoOf({ done: [{ before, after }], failed: [] })).toEqual([
      { incident: after, change: { status: 'open', verdict: null, assignee: 'rivera' } },
    ]);
  });
});
