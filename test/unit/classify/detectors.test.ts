import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/classify/every-detector.ts';
import { openClassifier } from '../../../tools/open-classifier.ts';

const { classify } = await openClassifier();

/** Every detector is held to its own examples, through the whole engine. */
describe.each(DETECTORS)('$id', (detector) => {
  it('has examples of both kinds', () => {
    expect(detector.examples.positive.length).toBeGreaterThan(0);
    expect(detector.examples.negative.length).toBeGreaterThan(0);
  });

  it.each(detector.examples.positive)('finds %j', (text) => {
    expect(classify(text).map(({ type, detector: id }) => `${type} ${id}`)).toContain(
      `${detector.type} ${detector.id}`,
    );
  });

  it.each(detector.examples.negative)('leaves %j', (text) => {
    const found = classify(text).filter(({ type, detector: id }) =>
      type === 'SECRET' ? id === detector.id : type === detector.type,
    );
    expect(found).toEqual([]);
  });
});

describe('registry', () => {
  it('has unique ids in kebab case', () => {
    const ids = DETECTORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
  });
});
