import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../lib/classify/every-detector.ts';
import { nameOfClass, nameOfType } from '../../lib/language/name-data.ts';

/** What a person is shown in the dialogue is a word, never a code of ours. */
describe.each(['en', 'de', 'fr', 'es'] as const)('what is found, in %s', (language) => {
  it('has a name for every type', () => {
    const types = new Map(DETECTORS.map((detector) => [detector.type, detector.class]));
    const unnamed = [...types].filter(
      ([type, dataClass]) =>
        nameOfType(language, type, dataClass) === `${nameOfClass(language, dataClass)} (${type.replaceAll('_', ' ')})`,
    );
    expect(unnamed).toEqual([]);
  });
});

describe('numbers a state gives out', () => {
  it.each([
    ['en', 'PL_PESEL', 'identity number (Poland)'],
    ['de', 'FR_SIRET', 'Unternehmensnummer (Frankreich)'],
    ['fr', 'UK_VAT', 'numéro de TVA (Royaume-Uni)'],
    ['es', 'JP_DRIVER_LICENSE', 'número de permiso de conducir (Japón)'],
  ] as const)('are told by kind and country: %s %s', (language, type, name) => {
    expect(nameOfType(language, type, 'PII')).toBe(name);
  });

  it('are not made up for letters that are no country', () => {
    expect(nameOfType('en', 'QZ_NUMBER', 'PII')).toBe('personal data (QZ NUMBER)');
  });
});
