import { afterAll, describe, expect, it } from 'vitest';
import { classify } from '../../../lib/classify/classify.ts';
import { DEVISED } from './devised-evasions.data.ts';
import { type Evasion, FURTHER, LISTED } from './evasions.data.ts';

/** Each finding as its type and the piece of the given text it covers. */
function found(text: string): string[] {
  return classify(text).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

const reached: string[] = [];

function check({ type, text, value }: Evasion): void {
  const findings = found(text);
  expect(findings).toContain(`${type} ${value}`);
  reached.push(text);
}

describe('evasive spellings that peers were measured on', () => {
  it.each(LISTED)('$name', check);

  it('are found, at least 20 of the 21', () => {
    expect(LISTED).toHaveLength(21);
    expect(LISTED.filter(({ text }) => reached.includes(text)).length).toBeGreaterThanOrEqual(20);
  });
});

describe('further evasive spellings', () => {
  it.each(FURTHER)('$type: $name', check);
});

describe('devised spellings', () => {
  it.each(DEVISED)('$type: $name', ({ type, text, value }) => {
    const at = text.indexOf(value);
    const hidden = classify(text)
      .filter((finding) => finding.type === type)
      .reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, at + value.length) - Math.max(start, at)), 0);
    expect(hidden).toBeGreaterThanOrEqual(value.length / 2);
  });

  it.each(DEVISED)('harmless beside $name', ({ harmless }) => {
    expect(found(harmless)).toEqual([]);
  });
});

afterAll(() => {
  const count = (list: readonly Evasion[]) => list.filter(({ text }) => reached.includes(text)).length;
  console.log(`evasive spellings found: ${count(LISTED)} of ${LISTED.length}, ${count(FURTHER)} of ${FURTHER.length}`);
});

it('finds every one of many', () => {
  const text = Array.from({ length: 60 }, (_, i) => `person${i}@firma.de`).join(' ');
  expect(classify(text)).toHaveLength(60);
});

describe('harmless look-alikes', () => {
  it.each([
    ['bank account with a wrong checksum', 'IBAN DE88 3704 0044 0532 0130 00'],
    ['nine-digit order number', 'your order 536904399 has shipped'],
    ['sixteen digits that fail the check', 'card 4539578763621487'],
    ['commit hash', 'commit 3f786850e387550fdab836ed7e6dc881de23001b'],
    ['sha-256', 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ['UUID', '550e8400-e29b-41d4-a716-446655440000'],
    ['UUID that ends in a card number', '123e4567-e89b-12d3-a456-453957876362'],
    ['drawing path', '<path d="M12.5 4.2l453.95 787.63 621.48 0 12 12z"/>'],
    ['dotted version', 'upgraded to version 10.0.19.4'],
    ['time stamps', '1716239022 1716239022123 2024-05-17T12:30:45.123Z'],
    ['book numbers', 'ISBN 978-3-16-148410-0, ISBN-10 0-306-40615-2'],
    ['hex colours', '#1a2b3c #fff #00112233'],
    ['decimals', 'pi 3.141592653589793 and 0.4539578763621486'],
    ['arithmetic', '1234567 + 7654321 = 8888888'],
    ['US dates and times', 'on 04/12/2023 at 10:30-11:45'],
    ['long digit run', '94539578763621486000123'],
    ['package versions', 'npm i react@18.2.0 @types/node@24.1.0'],
    [
      'placeholders',
      `api_key = "YOUR_API_KEY" password = "changeme" token=<token> aws=${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}`,
    ],
  ])('%s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});
