import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/classify/classify.ts';

/** Each finding as its type and the piece of the given text it covers. */
function found(text: string): string[] {
  return classify(text).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

const key = ['AKIA', 'QYLPMN5HFTRZ7W2X'].join('');

/** Evasive spellings measured on peers; the numbers are those of that list. */
describe('evasive spellings', () => {
  it.each([
    ['A1 plain digits', 'pay 4539578763621486 now', '4539578763621486'],
    ['A2 spaces', 'pay 4539 5787 6362 1486 now', '4539 5787 6362 1486'],
    ['A3 no-break spaces', 'pay 4539\u00a05787\u00a06362\u00a01486 now', '4539\u00a05787\u00a06362\u00a01486'],
    ['A4 newline', 'pay 4539 5787\n6362 1486 now', '4539 5787\n6362 1486'],
    ['A4 carriage return and newline', 'pay 4539 5787\r\n6362 1486 now', '4539 5787\r\n6362 1486'],
    ['A5 zero-width spaces', 'pay 4539\u200b5787\u200b6362\u200b1486 now', '4539\u200b5787\u200b6362\u200b1486'],
    ['A6 dots', 'pay 4539.5787.6362.1486 now', '4539.5787.6362.1486'],
    ['A7 en dashes', 'pay 4539–5787–6362–1486 now', '4539–5787–6362–1486'],
    ['A8 full-width digits', 'pay ４５３９５７８７６３６２１４８６ now', '４５３９５７８７６３６２１４８６'],
    ['A8 Arabic-Indic digits', 'pay ٤٥٣٩٥٧٨٧٦٣٦٢١٤٨٦ now', '٤٥٣٩٥٧٨٧٦٣٦٢١٤٨٦'],
    ['A9 every digit spaced', 'pay 4 5 3 9 5 7 8 7 6 3 6 2 1 4 8 6 now', '4 5 3 9 5 7 8 7 6 3 6 2 1 4 8 6'],
    ['A10 letters touching', 'card4539578763621486exp', '4539578763621486'],
    ['A10 quotes touching', '{"n":"4539578763621486"}', '4539578763621486'],
    ['A11 called a test', 'this is not an example or test: 4539578763621486', '4539578763621486'],
    [
      'struck through',
      'pay 4\u03365\u03363\u03369\u03365787\u033663621486 now',
      '4\u03365\u03363\u03369\u03365787\u033663621486',
    ],
    ['right-to-left override', 'pay \u202e4539578763621486\u202c now', '4539578763621486'],
  ])('card: %s', (_name, text, value) => {
    expect(found(text)).toEqual([`CREDIT_CARD ${value}`]);
  });

  it.each([
    ['A12 no-break hyphens', '536\u201190\u20114399', '536\u201190\u20114399'],
    ['A13 spaces', 'her SSN is 536 90 4399', '536 90 4399'],
    ['A13 no separator', 'SSN: 536904399', '536904399'],
    ['A14 the whole message', '536904399', '536904399'],
    ['A14 the whole message, hyphenated', '536-90-4399', '536-90-4399'],
  ])('social security number: %s', (_name, text, value) => {
    expect(found(text)).toEqual([`US_SSN ${value}`]);
  });

  it.each([
    ['A15 grouped', 'IBAN DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00'],
    ['A15 lower case', 'iban: de89370400440532013000', 'de89370400440532013000'],
  ])('bank account: %s', (_name, text, value) => {
    expect(found(text)).toEqual([`IBAN_CODE ${value}`]);
  });

  it.each([
    ['A16 split literal', `k = "${key.slice(0, 8)}" + "${key.slice(8)}"`, `${key.slice(0, 8)}" + "${key.slice(8)}`],
    [
      'A16 split over lines',
      `k = "${key.slice(0, 8)}" +\n    "${key.slice(8)}"`,
      `${key.slice(0, 8)}" +\n    "${key.slice(8)}`,
    ],
    ['broken by a newline', `key ${key.slice(0, 8)}\n${key.slice(8)}`, `${key.slice(0, 8)}\n${key.slice(8)}`],
    ['A17 base64', `blob ${btoa(`key=${key}`)} end`, btoa(`key=${key}`)],
    [
      'A17 base64url in a field',
      `{"b":"${btoa(`the key ${key}`).replace(/=+$/, '')}"}`,
      btoa(`the key ${key}`).replace(/=+$/, ''),
    ],
    ['hex', `blob ${Buffer.from(`k ${key}`).toString('hex')} end`, Buffer.from(`k ${key}`).toString('hex')],
    ['percent-encoded', `?k=${key.replace('A', '%41')}&x=1`, key.replace('A', '%41')],
    ['zero-width', `key ${key.slice(0, 6)}\u200b${key.slice(6)}`, `${key.slice(0, 6)}\u200b${key.slice(6)}`],
    ['full-width', `key ＡＫＩＡ${key.slice(4)}`, `ＡＫＩＡ${key.slice(4)}`],
  ])('key: %s', (_name, text, value) => {
    expect(found(text)).toEqual([`SECRET ${value}`]);
  });

  it.each([
    ['A18 [at]', 'anna.maier[at]firma.de', 'anna.maier[at]firma.de'],
    ['A18 (at) (dot)', 'anna.maier (at) firma (dot) de', 'anna.maier (at) firma (dot) de'],
    ['A18 percent-encoded', '?to=anna.maier%40firma.de&x', 'anna.maier%40firma.de'],
    ['A18 full-width', 'anna.maier＠firma.de', 'anna.maier＠firma.de'],
    ['zero-width', 'anna.maier@\u200bfirma.de', 'anna.maier@\u200bfirma.de'],
  ])('e-mail: %s', (_name, text, value) => {
    expect(found(text)).toEqual([`EMAIL_ADDRESS ${value}`]);
  });

  it('finds every one of many', () => {
    const text = Array.from({ length: 60 }, (_, i) => `person${i}@firma.de`).join(' ');
    expect(classify(text)).toHaveLength(60);
  });
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
