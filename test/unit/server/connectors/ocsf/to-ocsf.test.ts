import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATA_CLASSES } from '../../../../../lib/classify/finding.ts';
import { ACTIONS, CHOICES } from '../../../../../lib/policy/decision.ts';
import { record as recordSchema } from '../../../../../lib/records/record.ts';
import type { OcsfEvent } from '../../../../../server/connectors/ocsf/ocsf-event.ts';
import { toOcsf } from '../../../../../server/connectors/ocsf/to-ocsf.ts';
import {
  allSamples,
  decisionEntry,
  incidentEntry,
  RECORD_SAMPLES,
  recordEntry,
  TELLER,
} from '../../../../fakes/feed-samples.ts';
import { sampleFacts } from '../../../../fakes/sample-facts.ts';
import { ocsfFaults } from '../../../../fixtures/ocsf/validate-ocsf.ts';

const classesOf = (events: OcsfEvent[]) => events.map(({ class_uid }) => class_uid);

describe('toOcsf', () => {
  it.each(allSamples())('makes valid OCSF 1.9 of %s, as in its file', async (name, entry) => {
    const events = toOcsf(entry, TELLER);
    expect(events.flatMap(ocsfFaults)).toEqual([]);
    const file = `../../../../fixtures/ocsf/golden/${name}.json`;
    await expect(`${JSON.stringify(events, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it('has samples that are records', () => {
    for (const entry of Object.values(RECORD_SAMPLES).flatMap((samples) => Object.values(samples))) {
      expect(recordSchema.safeParse(entry.record).error).toBeUndefined();
    }
  });

  it('tells a decision as API activity, and as a finding too when reviewers have to look', () => {
    const { redacted, blocked, overridden, 'use-blocked': use } = RECORD_SAMPLES.decision;
    expect(classesOf(toOcsf(redacted!, TELLER))).toEqual([6003]);
    expect(classesOf(toOcsf(blocked!, TELLER))).toEqual([6003, 2006]);
    expect(classesOf(toOcsf(overridden!, TELLER))).toEqual([6003, 2006]);
    // Nothing was found in it, so there is no data that a data security finding could be about.
    expect(classesOf(toOcsf(use!, TELLER))).toEqual([6003, 2004]);
    expect(classesOf(toOcsf(incidentEntry(), TELLER))).toEqual([2005]);
  });

  it('tells action and disposition by what came of it', () => {
    const outcome = (name: string) => {
      const [event] = toOcsf(RECORD_SAMPLES.decision[name]!, TELLER) as [OcsfEvent];
      return [event.action_id, event.disposition_id, event.status_id, event.is_alert];
    };
    expect(outcome('allowed')).toEqual([1, 1, 1, false]);
    expect(outcome('redacted')).toEqual([4, 11, 1, false]);
    expect(outcome('blocked')).toEqual([2, 2, 2, true]);
    expect(outcome('monitored')).toEqual([3, 15, 1, false]);
    expect(outcome('overridden')).toEqual([1, 1, 1, true]);
  });

  it('links a finding to its activity, and an effect to its decision', () => {
    const [activity, finding] = toOcsf(RECORD_SAMPLES.decision.blocked!, TELLER) as [OcsfEvent, OcsfEvent];
    expect(finding.finding_info).toMatchObject({
      related_events: [{ uid: activity.metadata.uid, type_uid: activity.type_uid }],
    });
    const [effect] = toOcsf(RECORD_SAMPLES.effect['sent-unredacted']!, TELLER) as [OcsfEvent];
    const { record } = RECORD_SAMPLES.effect['sent-unredacted']!;
    expect(effect.metadata.correlation_uid).toBe((record as { decision: string }).decision);
  });

  it('never has a text of the conversation, whatever is decided', () => {
    const classification = fc.record({
      class: fc.constantFrom(...DATA_CLASSES),
      action: fc.constantFrom(...ACTIONS),
      would: fc.constantFrom(...ACTIONS),
      choice: fc.constantFrom(null, ...CHOICES),
    });
    const { input, decision, prompt } = sampleFacts();
    fc.assert(
      fc.property(classification, ({ class: dataClass, action, would, choice }) => {
        const found = { type: 'THING', class: dataClass, detector: 'thing', confidence: 0.9 };
        const events = toOcsf(
          decisionEntry({
            input: { ...input, findings: [found] },
            classification: { findings: [{ ...found, part: 0, start: 0, end: 4, evidence: [] }], uses: [] },
            decision: { ...decision, action, wouldAction: would },
            userChoice: choice,
            prompt: { ...prompt, parts: [{ ...prompt.parts[0]!, text: 'PLANTED text' }] },
          }),
          TELLER,
        );
        expect(events.flatMap(ocsfFaults)).toEqual([]);
        expect(JSON.stringify(events)).not.toMatch(/prompt_text|response_text|PLANTED/);
      }),
      { numRuns: 200 },
    );
  });

  it('gives every event a name of its own that stays the same', () => {
    const uids = () =>
      allSamples().flatMap(([, entry], position) => {
        const moved = entry.kind === 'record' ? recordEntry(entry.record, position) : { ...entry, position };
        if (moved.kind === 'incident') moved.incident = { ...moved.incident, version: position };
        if (moved.kind === 'act') moved.id = position;
        if (moved.kind === 'record') moved.record.id = `019aa5c0-0000-7000-8000-${String(position).padStart(12, '0')}`;
        return toOcsf(moved, TELLER).map(({ metadata }) => metadata.uid);
      });
    expect(new Set(uids()).size).toBe(uids().length);
    expect(uids()).toEqual(uids());
  });

  it('is attested over its canonical JSON: any change breaks the fingerprint', () => {
    const [event] = toOcsf(decisionEntry(), TELLER) as [OcsfEvent];
    type Attested = { attestation_list: [{ fingerprint?: { value: string } }] };
    const { fingerprint, ...rest } = (event as unknown as Attested).attestation_list[0];
    const digest = (value: object) =>
      createHash('sha256')
        .update(canonicalize({ ...value, attestation_list: [rest] })!)
        .digest('hex');
    expect(digest(event)).toBe(fingerprint?.value);
    expect(digest({ ...event, severity_id: 5 })).not.toBe(fingerprint?.value);
  });
});

describe('the check of OCSF events', () => {
  const [event] = toOcsf(decisionEntry(), TELLER) as [OcsfEvent];
  it.each([
    ['an attribute of another class', { finding_info: { uid: 'x' } }, 'event.finding_info: is not an attribute'],
    ['a number that is not in the list', { action_id: 7 }, 'event.action_id: 7 is no such number'],
    ['a text for a number', { time: '1' }, 'event.time: is not of type t'],
    ['seconds for milliseconds', { time: 1_795_253_400 }, 'event.time: is not of type t'],
    ['an object without what it must have', { api: {} }, 'event.api.operation: is required'],
    ['an object that names nobody', { actor: {} }, 'event.actor: none of'],
    ['another type', { type_uid: 600302 }, 'event.type_uid: is not class and activity'],
    ['an empty list', { attestation_list: [] }, 'event.attestation_list: is not a list with members'],
  ])('finds %s', (_, change, fault) => {
    expect(ocsfFaults({ ...event, ...change }).join()).toContain(fault);
  });

  it('finds what is missing, and attributes whose profile is not named', () => {
    const { src_endpoint, ...without } = event;
    expect(ocsfFaults(without)).toEqual(['event.src_endpoint: is required']);
    const bare = { ...event, metadata: { ...event.metadata, profiles: ['host'] } };
    expect(ocsfFaults(bare).join()).toContain('event.ai_model: needs the profile ai_operation');
  });
});
