import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../../lib/classify/classifier.ts';
import { isValidUkNhs } from '../../../../lib/classify/detectors/government/gb/uk-nhs.ts';
import { GOVERNMENT_DETECTORS } from '../../../../lib/classify/detectors/government/government.ts';
import type { IdentityDetector } from '../../../../lib/classify/detectors/government/identity-number.ts';
import { isValidUsDriverLicense } from '../../../../lib/classify/detectors/government/us/us-driver-license.ts';
import { isValidUsItin } from '../../../../lib/classify/detectors/government/us/us-itin.ts';
import { isValidUsSsn } from '../../../../lib/classify/detectors/government/us/us-ssn.ts';
import { isValidMrz } from '../../../../lib/classify/detectors/government/zz/travel-document-mrz.ts';
import { NO_DATA } from '../../../../lib/classify/every-table.ts';
import { newMeter } from '../../../../lib/classify/scan.ts';
import { PUBLISHED_NUMBERS } from './published-numbers.data.ts';

const { classify } = createClassifier(NO_DATA);

function isIdentity(detector: object): detector is IdentityDetector {
  return 'rule' in detector;
}

const IDENTITY = GOVERNMENT_DETECTORS.filter(isIdentity);
const VALIDATED = IDENTITY.filter(({ rule }) => rule.valid !== undefined);
const BY_ID = new Map(IDENTITY.map((detector) => [detector.id, detector]));

/** Numbers without a published check digit, or with one only in some forms: what is checked is form, date or range. */
const UNCHECKED = new Set(
  [
    'us-atin us-ein us-ptin us-uscis-receipt ca-ramq mx-clave-elector mx-rfc ar-dni co-cedula pe-dni ve-cedula',
    'cr-cedula cr-dimex cr-juridica hn-id cu-ni uk-driving-licence uk-nino de-bsnr de-commercial-register de-id-card',
    'de-passport fr-cni it-driver-license it-identity-card nl-passport dk-cpr fo-ptal cz-rodne-cislo al-nipt ru-passport am-ssn',
    'az-fin cn-passport mo-id jp-passport jp-residence-card kr-driver-license kr-passport kr-rrn my-nric id-nik',
    'ph-passport ph-tin vn-cccd in-driver-license in-pan in-passport in-uan pk-cnic lk-nic kg-pin sa-vat ae-trn',
    'qa-qid bh-cpr jo-national-id eg-national-id tn-cin za-company ng-bvn ng-nin ke-pin gh-card ug-nin tz-nida',
    'rw-national-id tw-ubn',
  ].flatMap((line) => line.split(' ')),
);

/** Places among the digits that a check does not see: behind what it covers, or with a weight that its modulus divides. */
const UNSEEN: Readonly<Record<string, readonly number[]>> = {
  'de-driver-license': [5],
  'jp-driver-license': [11],
  'de-lanr': [0, 2, 4, 7, 8],
  'ec-ruc': [2, 10, 11, 12],
  'gt-cui': [9, 10, 11, 12],
  'uk-vat': [9, 10, 11],
  'id-npwp': [10, 11, 12, 13, 14, 15],
  'au-medicare': [9, 10],
  'nl-vat': [9, 10],
  'vn-mst': [10, 11, 12],
  'th-tnin': [2],
  'br-cns': [4],
  'kz-iin': [10],
  'az-voen': [9],
};

/** Mulberry32: the same numbers in every run. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** The number in the first example: what the validator takes of the text behind the label. */
function exampleOf({ rule }: IdentityDetector): string {
  for (const text of rule.examples.positive) {
    const words = text.split(' ');
    for (let from = 0; from < words.length; from += 1)
      for (let to = words.length; to > from; to -= 1) {
        const piece = words.slice(from, to).join(' ').replace(/[.,]$/, '');
        if (rule.valid!(piece)) return piece;
      }
  }
  throw new Error(`${rule.id} shows no valid number`);
}

function withDigit(text: string, at: number, digit: number): string {
  return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
}

/** Further valid numbers: a few digits of one changed at random until the check digits are right again. */
function relatives(detector: IdentityDetector, count: number): string[] {
  const pick = randomly(7);
  const { valid } = detector.rule;
  const found = [exampleOf(detector)];
  for (let tries = 0; tries < 20_000 && found.length < count; tries += 1) {
    let next = found[pick(found.length)]!;
    for (let changes = 2 + pick(3); changes > 0; changes -= 1) {
      const at = pick(next.length);
      if (/[0-9]/.test(next[at]!)) next = withDigit(next, at, pick(10));
    }
    if (valid!(next) && !found.includes(next)) found.push(next);
  }
  return found;
}

/** Every number that differs from a valid one in one digit, save the places (counted among the digits) left out. */
function corrupted(number: string, leftOut: readonly number[] = []): string[] {
  let place = -1;
  return Array.from(number).flatMap((char, at) => {
    if (!/[0-9]/.test(char)) return [];
    place += 1;
    if (leftOut.includes(place)) return [];
    return Array.from({ length: 10 }, (_, digit) => digit)
      .filter((digit) => String(digit) !== char)
      .map((digit) => withDigit(number, at, digit));
  });
}

describe('numbers of the United States and the health service', () => {
  it('are taken and refused by range and check digit', () => {
    expect(['536-90-4399', '536904399', '001-01-0001'].every(isValidUsSsn)).toBe(true);
    expect(['000-12-3456', '666-12-3456', '912-70-1234', '078-05-1120', '536-90-439'].some(isValidUsSsn)).toBe(false);
    expect(['912-70-1234', '912941234'].every(isValidUsItin)).toBe(true);
    expect(['912-93-1234', '912-49-1234', '812-70-1234'].some(isValidUsItin)).toBe(false);
    expect(['943 476 5919', '4010232137'].every(isValidUkNhs)).toBe(true);
    expect(corrupted('9434765919').some(isValidUkNhs)).toBe(false);
  });

  it('have check digits in machine readable zones', () => {
    const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
    expect(isValidMrz(zone)).toBe(true);
    expect(isValidMrz(zone.replace('740812', '740813'))).toBe(false);
  });

  it('follow the forms of the state for driver licenses', () => {
    expect(isValidUsDriverLicense('D1234567', 'CA')).toBe(true);
    expect(isValidUsDriverLicense('D1234567', 'Texas')).toBe(false);
    expect(isValidUsDriverLicense('12345678', 'Texas')).toBe(true);
    expect(isValidUsDriverLicense('123')).toBe(false);
  });
});

describe('published numbers', () => {
  it.each(Object.entries(PUBLISHED_NUMBERS))('%s takes them', (id, numbers) => {
    const { valid } = BY_ID.get(id)!.rule;
    expect(numbers.filter((number) => !valid!(number))).toEqual([]);
  });

  it.each(Object.entries(PUBLISHED_NUMBERS))('%s: found behind the label, written as published', (id, numbers) => {
    const detector = BY_ID.get(id)!;
    const label = detector.rule.cues.split('|')[0]!;
    const missed = numbers.filter(
      (number) => !classify(`${label}: ${number} `).some((finding) => finding.type === detector.type),
    );
    expect(missed).toEqual([]);
  });
});

describe.each(VALIDATED)('$id', (detector) => {
  const { valid } = detector.rule;

  it('takes numbers with and without separators, in either letter case', () => {
    for (const number of relatives(detector, 12)) {
      expect(valid!(number), number).toBe(true);
      expect(valid!(` ${number.toLowerCase()} `), number).toBe(true);
      const bare = number.replace(/[\s./-]/g, '');
      expect(valid!(bare), bare).toBe(true);
    }
  });

  it('refuses what is too short, too long or empty', () => {
    const number = exampleOf(detector);
    expect(valid!('')).toBe(false);
    expect(valid!(`${number}${number}${number}`)).toBe(false);
    expect(valid!(`${number}?`)).toBe(false);
  });
});

describe('check digits', () => {
  it.each(VALIDATED.filter(({ id }) => !UNCHECKED.has(id)))('$id refuses a wrong digit', (detector) => {
    const wrong = relatives(detector, 12).flatMap((number) => corrupted(number, UNSEEN[detector.id]));
    const refused = wrong.filter((number) => !detector.rule.valid!(number)).length;
    // Where a remainder of ten is written as another digit, or a weight and its modulus share a factor, some slip through.
    expect(refused / wrong.length).toBeGreaterThanOrEqual(0.86);
  });

  /** Types that take any digits of the right count. */
  const OTHERS = new Set(['PHONE_NUMBER', 'CREDIT_CARD', 'IMEI', 'US_SSN', 'US_ITIN', 'US_BANK_NUMBER']);

  it.each(VALIDATED.filter(({ id }) => !UNCHECKED.has(id)))(
    '$id: wrong, it is no number of another kind',
    (detector) => {
      const { cues, valid } = detector.rule;
      const label = cues.split('|')[0]!;
      const wrong = relatives(detector, 3).flatMap((number) =>
        corrupted(number)
          .filter((each) => !valid!(each))
          .slice(-2),
      );
      const texts = wrong.flatMap((number) => [
        `${label}: ${number}`,
        `my ${label} nr is ${number}, call me`,
        `the ${label} of the client is ${number}.`,
        `${number} (${label})`,
      ]);
      const taken = texts.filter((text) =>
        classify(text).some(({ type }) => type !== detector.type && OTHERS.has(type)),
      );
      expect(taken).toEqual([]);
    },
  );
});

describe('labels that several kinds of number share', () => {
  /** Check digits wrong under the label, right for another kind of number that is not meant. */
  it.each([
    'Social Insurance Number: 400466805',
    'Social Insurance Number: 167-461-234',
    'Her ITIN is 012-70-1239.',
    'RUT 87.355.519-0',
    'NIT 95705565072',
    'DNI 54818058-V',
    'DNI 59342305K',
    'Personal Health Number: 9321153224',
    'cédula dominicana 19418523805',
    'TVA 4025854062',
    "numéro d'entreprise 025.612.433",
    'numéro de sécurité sociale 400035463987983',
    'org.nr. 091 730 223',
    'NIP: PL 085-986-10-45',
    'TVA intracommunautaire JU 074 681 304',
    'kt. 150589-5969',
    'Aadhaar VID: 5250 1317 4009 4270',
    'Versicherungsnummer 9555221373',
    'documento de identidad 73462382-K',
    'social insurance no. 107-451-553',
    'ondernemingsnr. 0017809082',
    'Japanese My Number 264142726355',
    'Australian Business Number 40 642 023 613',
    'IBAN FI24 4678 0321 9111 20',
    'please pay to PT75 2655 5715 4194 4096 7146 3 by Friday',
  ])('%s', (text) => {
    expect(classify(text)).toEqual([]);
  });

  it.each([
    ['RUT 05.102.029-4', 'CL_RUT'],
    ['Colombia, RUT 9.710.056.054-2', 'CO_NIT'],
    ['r. č. 710319/2745', 'CZ_RODNE_CISLO'],
    ['USt-IdNr. 136695976', 'DE_VAT_ID'],
    ['cédula 03-0452-0175', 'CR_CEDULA'],
    ['TVA RO 18547290', 'RO_CUI'],
    ['NIS 659.42221.25-1', 'BR_PIS'],
    ["numéro d'entreprise 140 909 474 (Canada)", 'CA_BN'],
    ['Mon NAS : 046 454 286', 'CA_SIN'],
    ['ITIN 912-70-1234', 'US_ITIN'],
    ['"steuer_id": "91851417306"', 'DE_TAX_ID'],
    ['orgnr 974 760 673', 'NO_ORGANISASJONSNUMMER'],
    ['rijksregisternr. 85.07.30-033.28', 'BE_NATIONAL_NUMBER'],
    ['A.B.N. 51 824 753 556', 'AU_ABN'],
    ['Sozialversicherungsnr. 1237 010180', 'AT_SOCIAL_SECURITY'],
  ])('%s is %s', (text, type) => {
    expect(classify(text).map((finding) => finding.type)).toEqual([type]);
  });
});

describe('hostile texts', () => {
  /** Labels without end, with numbers that fail at the last digit. */
  function workOn(unit: string, length: number): number {
    const meter = newMeter();
    classify(unit.repeat(Math.ceil(length / unit.length)).slice(0, length), { meter });
    return meter.attempts;
  }

  it.each(VALIDATED)('$id: ten times the text is at most twelve times the work', (detector) => {
    const label = detector.rule.cues.split('|')[0]!;
    for (const unit of [`${label} `, `${label}: ${corrupted(exampleOf(detector))[0]} `]) {
      const small = workOn(unit, 1500);
      expect(workOn(unit, 15_000)).toBeLessThanOrEqual(small * 12 + 50);
    }
  });
});

describe('labels', () => {
  it('carry over a list of numbers, and end where other numbers begin', () => {
    const rows = ['111.444.777-35', '390.533.447-05', '529.982.247-25', '168.995.350-09'];
    const table = `nome,cpf\n${rows.map((row, index) => `Cliente ${index} da loja de bairro com nome comprido,${row}`).join('\n')}`;
    expect(classify(table).filter(({ type }) => type === 'BR_CPF')).toHaveLength(rows.length);
    const bare = `CPF\n${rows.map((row) => `${row.replace(/\D/g, '')} - ${'x '.repeat(40)}`).join('\n')}`;
    expect(classify(bare).filter(({ type }) => type === 'BR_CPF')).toHaveLength(rows.length);
  });

  it('that say no country count where the country is expected', () => {
    const text = 'national id 44051401359';
    expect(classify(text)).toEqual([]);
    const polish = createClassifier({ ...NO_DATA, regions: ['PL'] });
    expect(polish.classify(text).map(({ type }) => type)).toEqual(['PL_PESEL']);
    expect(polish.classify('national id 44051401358')).toEqual([]);
  });

  it('that say no country count where the country is named', () => {
    expect(classify('Turkish ID number 10000000146').map(({ type }) => type)).toEqual(['TR_TCKN']);
    expect(classify('Turkish ID number 10000000147')).toEqual([]);
    const countries = 'German, French, Turkish, Polish, Greek, Danish, Swedish and Finnish customers: ID 10000000146';
    expect(classify(countries).filter(({ type }) => type === 'TR_TCKN')).toEqual([]);
  });

  it('touch the words of scripts without spaces', () => {
    expect(classify('我的身份证号是11010519491231002X').map(({ type }) => type)).toEqual(['CN_RESIDENT_ID']);
  });
});
