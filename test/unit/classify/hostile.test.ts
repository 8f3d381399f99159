import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/classify/classify.ts';
import { type Meter, newMeter } from '../../../lib/classify/scan.ts';

/** Texts made to cost a matcher more than their length: measured on peers at 2 s to more than 20 s for 100 kB. */
const UNITS = [
  ...[
    'a',
    '1',
    '@',
    ' - ',
    'a.',
    '1-',
    '1 ',
    'http://',
    'key=',
    'a@',
    'a:',
    'Ab ',
    'eyJ',
    '-----BEGIN ',
    '\n',
    'a\n',
    'é',
  ],
  ...[
    'e\u0301',
    '\u200b',
    '4111 ',
    '11 11 ',
    'a@b.co ',
    '%41',
    'John ',
    'John Smith ',
    '::1:',
    '1.1.1.1 ',
    '+49 30 901820 ',
  ],
  ...[
    '415-555-2671 ',
    'sk-',
    'secret: ',
    'password=',
    '"a" + ',
    'name: ',
    'AKIA',
    'a:b@',
    'x [at] ',
    'Mr. ',
    'DE89 ',
    'born ',
  ],
  ...[
    '(1',
    'SG.',
    'eyJaaaaaaaaaaaaaaaa.',
    'xoxb-12345678-',
    '.',
    'ya29.',
    '-us1',
    "O'",
    'A ',
    '{"name": "Ab',
    'token=aaaaaaaaaaaaaaa1',
  ],
  ...[
    'dob,dob\n',
    'tel;mrn\n1;2\n',
    '12 Main St, ',
    '1 rue ',
    'PO Box 1 ',
    '12345 Berlin ',
    'Street 1 ',
    'abandon ',
    '1 y/o ',
  ],
  ...[
    'YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMg== ',
    '-----BEGIN PRIVATE KEY-----',
    '0x41',
    'Smith, John ',
    'a,b\n',
    '\ud800',
  ],
];
const BASE64 = 'QmFzZTY0IHRleHQgd2l0aG91dCBhbnkgc3BhY2VzIGF0IGFsbCBhbmQgcXVpdGUgbG9uZw';

function workOn(unit: string, length: number): Meter {
  const meter = newMeter();
  classify(unit.repeat(Math.ceil(length / unit.length)).slice(0, length), { meter });
  return meter;
}

describe('hostile texts', () => {
  it.each([...UNITS, BASE64])('%j: ten times the text is at most twelve times the work', (unit) => {
    const small = workOn(unit, 10_000);
    const large = workOn(unit, 100_000);
    const slack = 50;
    expect(large.attempts).toBeLessThanOrEqual(small.attempts * 12 + slack);
    expect(large.decoded).toBeLessThanOrEqual(small.decoded * 12 + slack);
    // Never more than a few attempts for each unit of text, and each unit is decoded at most a few times.
    expect(large.attempts).toBeLessThanOrEqual(100_000 * 2);
    expect(large.decoded).toBeLessThanOrEqual(100_000 * 3);
  });

  it('encoded bytes that begin like UTF-16 and break off are read as nothing', () => {
    const torn = Buffer.from('Card number', 'utf16le');
    torn.writeUInt16LE(0xd83d, 10);
    expect(classify(`see ${torn.toString('base64')} and ${torn.toString('hex')}`)).toEqual([]);
  });
});
