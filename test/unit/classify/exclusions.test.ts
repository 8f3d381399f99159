import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../lib/classify/classifier.ts';
import { classify } from '../../../lib/classify/classify.ts';
import { NO_DATA } from '../../../lib/classify/every-table.ts';
import { EXCLUDED_CONFIDENCE } from '../../../lib/classify/exclusions.ts';

const types = (text: string) => classify(text).map(({ type }) => type);

describe('numbers inside something else', () => {
  it.each([
    ['UUID', 'phone id 123e4567-e89b-12d3-a456-453957876362'],
    ['UUID of digits alone', 'card 45395787-6362-1486-4539-578763621486'],
    ['hash', 'card hash 9f4539578763621486ab12cd34ef56ab78cd90ef12'],
    ['fingerprint', 'phone 21:27:36:50:00:aa:bb:cc:dd:ee:ff:00:11:22:33:44'],
    ['time stamp', 'call at 2024-05-17T12:30:45.123+00:00'],
    ['bytes in hexadecimal', 'call 406dc2: f3 51 86 65 61 0d b0 cmpl'],
    ['bytes in pairs', 'memory 1c46 4500 4539 5787 6362 1486 b1e6 ac10'],
    ['version', 'phone app v2.127.365-5000'],
  ])('%s', (_name, text) => {
    expect(types(text)).toEqual([]);
  });

  it.each([
    ['a card beside a UUID', '123e4567-e89b-12d3-a456-426614174000 4539578763621486', 'CREDIT_CARD'],
    ['a phone number after a time stamp', '2024-05-17T12:30:45Z call +49 30 901820', 'PHONE_NUMBER'],
    ['a card between words of hexadecimal letters', 'it may be 4539 5787 6362 1486 de facto', 'CREDIT_CARD'],
    ['a card before a number of a flat', 'send 4539 5787 6362 1486 3a', 'CREDIT_CARD'],
  ])('are told from %s', (_name, text, type) => {
    expect(types(text)).toContain(type);
  });
});

describe('numbers of machines', () => {
  it.each([
    ['places in a drawing', '<path d="m 4.023438 3 c 0 -1.7 z m 0 1.9726565 l 2.59375 0 z M 4.023438 3"/>'],
    ['status and size in a log', 'GET /signal/582608?pepper=1 HTTP/1.1" 204 396256'],
    ['a value and its time', 'signal_total{code="500"} 829 1773695582000\nsignal_sum 410417 1778862287000'],
    ['costs of a plan', '-- Seq Scan on signal  (cost=0.00..145677.67 rows=12)'],
    ['a constant', 'private const long Ticks = 625784127004841224;'],
    ['a list of constants', 'SEEDS = [94214990793422, 176806554306755, 5076383423683]'],
    ['a minified name', 'function g61(e,t){return e>>>22^t*305009069}var rg=35289165;'],
    ['a literal in hexadecimal', 'var pw=0x4e3fa213;'],
    ['a long decimal', 'x = 480719.5454075602'],
    ['a number with an exponent', 'float64 %b 9e-265 8168427841980010p-930'],
    ['the last integer of 32 bits', 'The number you specified is larger than 2**32-1 (4294967295)'],
    ['the name of a resource', '"arn:aws:secretsmanager:us-west-2:123456789012:secret:MySecret2-a1b2c3"'],
    ['a line of a dump', '00000050: cc b9 4d a6 dni\n00000060  15 4d cc b9 4d a6'],
    ['a dump with repeated bytes', '00000010: cc4d ab04 6666 4444\n00000020: 9999 3333 2a10 0000'],
    ['a uid', 'uid: 9a\n  resourceVersion: "858881090"'],
    ['constants of a program', 'ATTR_USER_NAME,\n\tATTR_SWN_PASSWORD,\n\tMAX_SERIAL_NUMBER'],
    ['code points', '0073 0063 0068 # small letters'],
    ['a directory', '"PWD": "/home/build/project/node1"'],
    ['an ascending list', '4057\n4254\n6464\n6465\n6622\n6656\n7009'],
    ['a licence', 'Foundation, Inc., 51 Franklin Street, Fifth Floor, Boston, MA 02110-1301, USA'],
  ])("are nobody's: %s", (_name, text) => {
    expect(types(text)).toEqual([]);
  });
});

describe('values that are known', () => {
  it('keeps keys of the documentation below what is acted on', () => {
    const key = ['sk_test_4eC39HqLyjWDarjt', 'T1zdP7dc'].join('');
    for (const { confidence } of classify(`stripe ${key}`)) expect(confidence).toBeLessThanOrEqual(EXCLUDED_CONFIDENCE);
  });

  it("keeps the organisation's own addresses below what is acted on, and no others", () => {
    const { classify: own } = createClassifier({ ...NO_DATA, ownDomains: ['firma.de'] });
    const confidence = (text: string) => own(text)[0]!.confidence;
    expect(confidence('anna@firma.de')).toBe(EXCLUDED_CONFIDENCE);
    expect(confidence('anna@mail.firma.de')).toBe(EXCLUDED_CONFIDENCE);
    expect(confidence('anna@nichtfirma.de')).toBeGreaterThan(0.9);
  });
});

describe('one finding for one value', () => {
  it.each([
    ['IBAN whose digits would pass for a card', 'IBAN FI21 1234 5600 0007 85', ['IBAN_CODE']],
    ['IBAN next to a phone word', 'call about DE89 3704 0044 0532 0130 00', ['IBAN_CODE']],
    ['card next to a phone word', 'phone order, card 4539 5787 6362 1486', ['CREDIT_CARD']],
    ['card without groups next to a phone word', 'call me: card 4539578763621486', ['CREDIT_CARD']],
  ])('%s', (_name, text, wanted) => {
    expect(types(text)).toEqual(wanted);
  });
});
