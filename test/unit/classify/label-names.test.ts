import { describe, expect, it } from 'vitest';
import { openClassifier } from '../../../tools/open-classifier.ts';

const { classify } = await openClassifier();
const found = (text: string) => classify(text).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);

describe('the label of a number', () => {
  it.each([
    ['Permis de conduire 12AA34567', 'FR_DRIVER_LICENSE 12AA34567'],
    ['CPR-nr. 070761-4285', 'DK_CPR 070761-4285'],
    ['T.C. Kimlik No: 10000000146', 'TR_TCKN 10000000146'],
    ['Reg no. LK19 ZBX', 'LICENSE_PLATE LK19 ZBX'],
  ])('is no name: %s', (text, value) => {
    expect(found(text)).toEqual([value]);
  });

  it('leaves the name in front of it one', () => {
    expect(found('Maria Rossi codice fiscale RSSMRA85T10A562S')).toEqual([
      'PERSON Maria Rossi',
      'IT_FISCAL_CODE RSSMRA85T10A562S',
    ]);
  });
});
