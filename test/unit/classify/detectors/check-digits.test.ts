import { sha256 } from '@noble/hashes/sha2.js';
import { base58, bech32, bech32m, createBase58check } from '@scure/base';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBase58Address } from '../../../../lib/classify/detectors/crypto/base58-address.ts';
import { isBech32 } from '../../../../lib/classify/detectors/crypto/bech32-address.ts';
import { isRecoveryPhrase } from '../../../../lib/classify/detectors/crypto/recovery-phrase.ts';
import { isUdi } from '../../../../lib/classify/detectors/device/gtin.ts';
import { isAbaRouting } from '../../../../lib/classify/detectors/finance/aba-routing.ts';
import { isCbu } from '../../../../lib/classify/detectors/finance/ar-cbu.ts';
import { isCusip } from '../../../../lib/classify/detectors/finance/cusip.ts';
import { isCcc } from '../../../../lib/classify/detectors/finance/es-ccc.ts';
import { isRib } from '../../../../lib/classify/detectors/finance/fr-rib.ts';
import { isIsin } from '../../../../lib/classify/detectors/finance/isin.ts';
import { isLei } from '../../../../lib/classify/detectors/finance/lei.ts';
import { passesLuhn } from '../../../../lib/classify/detectors/finance/luhn.ts';
import { isClabe } from '../../../../lib/classify/detectors/finance/mx-clabe.ts';
import { isSedol } from '../../../../lib/classify/detectors/finance/sedol.ts';
import { isDea } from '../../../../lib/classify/detectors/health/us-dea.ts';
import { isNpi } from '../../../../lib/classify/detectors/health/us-npi.ts';
import { hasVinCheckDigit } from '../../../../lib/classify/detectors/vehicle/vin.ts';

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((each) => each.join(''));
const characters = (alphabet: string, count: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: count, maxLength: count }).map((each) => each.join(''));
const varied = (text: string) => new Set(text.replace(/[^0-9]/g, '')).size > 3;
const weighted = (text: string, weights: readonly number[]) =>
  [...text].reduce((sum, digit, index) => sum + Number(digit) * weights[index % weights.length]!, 0);
const luhnDigit = (text: string) => {
  const sum = [...text].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};
const spread = (text: string) => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const cccDigit = (ten: string) => {
  const rest = 11 - (weighted(ten, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11);
  return rest === 11 ? '0' : rest === 10 ? '1' : String(rest);
};

interface Case {
  name: string;
  accepts: (value: string) => boolean;
  /** Makes valid numbers by the published algorithm, written here a second time. */
  valid: fc.Arbitrary<string>;
  /** Which places are changed, where the algorithm itself does not see every change; otherwise the last eight. */
  places?: readonly number[];
}

const CASES: Case[] = [
  { name: 'Luhn', accepts: passesLuhn, valid: digits(15).map((head) => head + luhnDigit(head)) },
  {
    name: 'ABA routing',
    accepts: isAbaRouting,
    valid: digits(6)
      .map((rest) => `02${rest}`)
      .map((head) => head + ((10 - (weighted(head, [3, 7, 1]) % 10)) % 10)),
  },
  {
    name: 'CLABE',
    accepts: isClabe,
    valid: digits(17)
      .filter(varied)
      .map((head) => {
        const sum = [...head].reduce(
          (total, digit, index) => total + ((Number(digit) * [3, 7, 1][index % 3]!) % 10),
          0,
        );
        return head + ((10 - (sum % 10)) % 10);
      }),
  },
  {
    name: 'CBU',
    accepts: isCbu,
    valid: fc.tuple(digits(7), digits(13).filter(varied)).map(([bank, account]) => {
      const first = (10 - (weighted(bank, [7, 1, 3, 9]) % 10)) % 10;
      const second = (10 - (weighted(account, [3, 9, 7, 1]) % 10)) % 10;
      return `${bank}${first}${account}${second}`;
    }),
  },
  {
    name: 'CCC',
    accepts: isCcc,
    // A rest of ten and a rest of one have the same check digit: changes elsewhere may go unseen.
    places: [8, 9],
    valid: fc
      .tuple(digits(8), digits(10).filter(varied))
      .map(([bank, account]) => `${bank}${cccDigit(`00${bank}`)}${cccDigit(account)}${account}`),
  },
  {
    name: 'RIB',
    accepts: isRib,
    valid: fc.tuple(digits(5), digits(5), digits(11).filter(varied)).map(([bank, branch, account]) => {
      const rest = (BigInt(bank) * 89n + BigInt(branch) * 15n + BigInt(account) * 3n) % 97n;
      return `${bank}${branch}${account}${String(97n - rest).padStart(2, '0')}`;
    }),
  },
  {
    name: 'ISIN',
    accepts: isIsin,
    valid: characters(ALPHANUMERIC, 9)
      .map((rest) => `US${rest}`)
      .map((head) => head + luhnDigit(spread(head))),
  },
  {
    name: 'CUSIP',
    accepts: isCusip,
    valid: digits(8).map((head) => {
      const sum = [...head].reduce((total, digit, index) => {
        const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
        return total + Math.floor(value / 10) + (value % 10);
      }, 0);
      return head + ((10 - (sum % 10)) % 10);
    }),
  },
  {
    name: 'SEDOL',
    accepts: isSedol,
    valid: digits(6).map((head) => head + ((10 - (weighted(head, [1, 3, 1, 7, 3, 9]) % 10)) % 10)),
  },
  {
    name: 'LEI',
    accepts: isLei,
    valid: characters(ALPHANUMERIC, 18).map(
      (head) => head + String(98n - (BigInt(spread(`${head}00`)) % 97n)).padStart(2, '0'),
    ),
  },
  { name: 'NPI', accepts: isNpi, valid: digits(8).map((rest) => `1${rest}${luhnDigit(`808401${rest}`)}`) },
  {
    name: 'DEA',
    accepts: isDea,
    // Every second digit counts twice: five more or less there goes unseen.
    places: [2, 4, 6, 8],
    valid: digits(6).map((head) => `BJ${head}${weighted(head, [1, 2]) % 10}`),
  },
  {
    name: 'UDI',
    accepts: isUdi,
    valid: digits(13).map((head) => `01${head}${(10 - (weighted(head, [3, 1]) % 10)) % 10}`),
  },
];

describe.each(CASES)(
  'check digits of $name',
  ({ accepts, valid, places = [1, 2, 3, 4, 5, 6, 7, 8].map((each) => -each) }) => {
    it('accepts numbers made by the algorithm and refuses them with one digit changed', () => {
      fc.assert(
        fc.property(valid, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
          expect(accepts(number)).toBe(true);
          const at = (places[place % places.length]! + number.length) % number.length;
          const digit = number[at]!;
          if (!/[0-9]/.test(digit)) return;
          const changed = number.slice(0, at) + ((Number(digit) + step) % 10) + number.slice(at + 1);
          expect(accepts(changed)).toBe(false);
        }),
        { numRuns: 300 },
      );
    });
  },
);

describe('vehicle identification numbers', () => {
  it('have their check digit in the ninth place', () => {
    expect(hasVinCheckDigit('1HGCM82633A004352')).toBe(true);
    expect(hasVinCheckDigit('11111111111111111')).toBe(true);
    expect(hasVinCheckDigit('1M8GDM9AXKP042788')).toBe(true);
    expect(hasVinCheckDigit('1M8GDM9A1KP042788')).toBe(false);
  });
});

describe('wallets', () => {
  const base58check = createBase58check(sha256);
  const hash = fc.uint8Array({ minLength: 20, maxLength: 20 });

  it('Base58Check: a changed character is refused', () => {
    fc.assert(
      fc.property(hash, fc.nat(), (bytes, place) => {
        const address = base58check.encode(Uint8Array.from([0, ...bytes]));
        expect(isBase58Address(address, [0])).toBe(true);
        expect(isBase58Address(address, [5])).toBe(false);
        const at = 1 + (place % (address.length - 1));
        const other = address[at] === 'z' ? 'y' : 'z';
        expect(isBase58Address(address.slice(0, at) + other + address.slice(at + 1), [0])).toBe(false);
        expect(isBase58Address(base58.encode(bytes), [0])).toBe(false);
      }),
    );
  });

  it('Bech32 and Bech32m: a changed character and mixed case are refused', () => {
    fc.assert(
      fc.property(hash, fc.nat(), fc.constantFrom(bech32, bech32m), (bytes, place, coder) => {
        const address = coder.encode('bc', coder.toWords(bytes));
        expect(isBech32(address)).toBe(true);
        expect(isBech32(address.toUpperCase())).toBe(true);
        const at = 3 + (place % (address.length - 3));
        const other = address[at] === 'q' ? 'p' : 'q';
        expect(isBech32(address.slice(0, at) + other + address.slice(at + 1))).toBe(false);
        expect(isBech32(`B${address.slice(1)}`)).toBe(false);
      }),
    );
  });

  it('recovery phrases: the checksum of BIP-39', () => {
    // The example of the specification: 128 bits of zero.
    const words = [...Array<string>(11).fill('abandon'), 'about'].map((word) => wordlist.indexOf(word));
    expect(isRecoveryPhrase(words)).toBe(true);
    expect(isRecoveryPhrase([...words.slice(0, 11), wordlist.indexOf('ability')])).toBe(false);
    expect(isRecoveryPhrase(words.slice(0, 11))).toBe(false);
  });
});
