import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../../lib/classify/classifier.ts';
import { passagesOf } from '../../../../lib/classify/customer/documents.ts';
import { keyedHash, readHashes, writeHashes } from '../../../../lib/classify/customer/keyed-hash.ts';
import { plainWords, plainWordsOf } from '../../../../lib/classify/customer/plain-words.ts';
import { recordValue } from '../../../../lib/classify/customer/records.ts';
import type { CustomerData } from '../../../../lib/classify/customer-data.ts';
import { NO_DATA } from '../../../../lib/classify/every-table.ts';
import { fold } from '../../../../lib/classify/fold.ts';

const KEY = btoa('0123456789abcdef0123456789abcdef');
const hash = keyedHash(KEY);

function found(customer: CustomerData, text: string): string[] {
  return createClassifier({ ...NO_DATA, customer })
    .classify(text)
    .filter(({ class: dataClass }) => dataClass === 'CUSTOM' || dataClass === 'CONFIDENTIAL')
    .map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

describe('terms', () => {
  const terms = (words: string[], options = {}) => ({
    terms: [{ id: 'names', class: 'CONFIDENTIAL' as const, words, ...options }],
  });

  it('are found as whole words, whatever their case and accents', () => {
    const data = terms(['Bluebird', 'Café Nord', 'X-17']);
    expect(found(data, 'Status of BLUEBIRD and the cafe nord deal; X-17 is late')).toEqual([
      'PROTECTED_TERM BLUEBIRD',
      'PROTECTED_TERM cafe nord',
      'PROTECTED_TERM X-17',
    ]);
    expect(found(data, 'bluebirdie, X-170')).toEqual([]);
  });

  it('keep to their case and stand inside words where they are told to', () => {
    expect(found(terms(['Falcon'], { matchCase: true }), 'the falcon and Falcon')).toEqual(['PROTECTED_TERM Falcon']);
    expect(found(terms(['falcon'], { partial: true }), 'myfalcons')).toEqual(['PROTECTED_TERM falcon']);
  });

  it('are found in other readings as well', () => {
    expect(found(terms(['Bluebird']), `blob ${btoa('the Bluebird plan')} end`)).toHaveLength(1);
    expect(found(terms(['Bluebird']), 'the Blue\u200bbird plan')).toEqual(['PROTECTED_TERM Blue\u200bbird']);
  });
});

describe('records', () => {
  const rows = [
    ['DE-4711-8802', 'Aurelia Brandt'],
    ['DE-9900-1234', 'Jonas Wieland'],
  ];
  const fields = [
    { name: 'account', lengths: [10], words: 3, digits: false },
    { name: 'holder', lengths: [12, 13], words: 2, digits: false },
  ];
  const hashes = rows.flatMap((row) =>
    row.map((value, index) => hash(recordValue(fields[index]!.name, plainWordsOf(value)))),
  );
  const data = (together: number) => ({
    key: KEY,
    records: [{ id: 'accounts', class: 'CUSTOM' as const, fields, together, rows: writeHashes(hashes) }],
  });

  it('are found when the fields of one row stand together', () => {
    expect(found(data(1), 'Account de 4711 8802 belongs to Aurelia BRANDT.')).toEqual([
      'PROTECTED_RECORD de 4711 8802',
      'PROTECTED_RECORD Aurelia BRANDT',
    ]);
  });

  it('are left when the second field is of another row, or too far away', () => {
    expect(found(data(1), 'DE-4711-8802 for Jonas Wieland')).toEqual([]);
    expect(found(data(1), `DE-4711-8802 ${'and so on '.repeat(40)} Aurelia Brandt`)).toEqual([]);
  });

  it('can be told by one field alone', () => {
    expect(found(data(0), 'see DE47118802')).toEqual(['PROTECTED_RECORD DE47118802']);
    expect(found(data(0), 'see DE47118803')).toEqual([]);
  });

  it('stand in the policy as hashes that are read as they were written', () => {
    expect(readHashes(writeHashes(hashes))).toEqual(hashes);
    expect(JSON.stringify(data(1))).not.toMatch(/4711|Brandt/i);
  });
});

describe('documents', () => {
  const text = Array.from(
    { length: 60 },
    (_, index) =>
      `In item ${index} the board of the harbour company notes a deviation of ${index * 7} units from plan ${index % 5}.`,
  ).join(' ');
  const passages = writeHashes([...new Set(passagesOf(plainWords(fold(text)), hash).map((passage) => passage.hash))]);
  const data = (least: number) => ({
    key: KEY,
    documents: [{ id: 'minutes', class: 'CONFIDENTIAL' as const, passages, least }],
  });

  it('are known by a part of them, in any case and spacing', () => {
    const part = text.slice(1200, 2600).toUpperCase().replaceAll(' ', '\n');
    const findings = found(data(0.1), `Please summarise:\n${part}\nThanks`);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.length).toBeGreaterThan(1200);
  });

  it('are left when less of them is there than the policy says, or other text', () => {
    expect(found(data(0.9), text.slice(0, 1500))).toEqual([]);
    expect(
      found(data(0.01), 'The board of the company met on Tuesday and looked at the plan for the harbour. '.repeat(20)),
    ).toEqual([]);
  });
});

describe('patterns', () => {
  const data = (cues?: string[]) => ({
    patterns: [{ id: 'staff', class: 'CUSTOM' as const, pattern: '\\bP[0-9]{5}\\b', ...(cues ? { cues } : {}) }],
  });

  it('are found, and surer beside their words', () => {
    const confidence = (customer: CustomerData, text: string) =>
      createClassifier({ ...NO_DATA, customer }).classify(text)[0]?.confidence;
    expect(found(data(), 'ask P12345 or P1234')).toEqual(['CUSTOM_PATTERN P12345']);
    expect(confidence(data(['staff number']), 'staff number P12345')).toBe(0.9);
    expect(confidence(data(['staff number']), 'part P12345')).toBe(0.6);
  });
});
