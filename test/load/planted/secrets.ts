/** Values of the kinds people paste, made anew by a seed: none of them is anybody's. */
import type { Random } from '../mutate-batch.ts';

export interface Secret {
  kind: string;
  value: string;
  /** A sentence in which somebody would give it. */
  sentence: string;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALNUM = `${UPPER}abcdefghijklmnopqrstuvwxyz0123456789`;
const GIVEN =
  'Hannah Jonas Maria Peter Laura Stefan Julia Markus Sophie Daniel Emma David Olivia James Claire Louis'.split(' ');
const FAMILY =
  'Becker Lindqvist Okonkwo Ferrari Novak Whitfield Castellano Haraldsen Petrova Delacroix Brandt Ashworth'.split(' ');
const STEMS = ['berg', 'stein', 'ford', 'wick', 'holm', 'dorf', 'well', 'mann'];

type Maker = (of: Dice) => { value: string; sentence: string };

/** Picks out of a random row of numbers. */
class Dice {
  readonly #random: Random;
  constructor(random: Random) {
    this.#random = random;
  }
  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
  pick<T>(from: ArrayLike<T>): T {
    return from[this.below(from.length)]!;
  }
  text(length: number, alphabet: string = ALNUM): string {
    return Array.from({ length }, () => this.pick(alphabet)).join('');
  }
  digits(length: number): string {
    return this.text(length, '0123456789');
  }
}

const MAKERS: Record<string, Maker> = {
  card: (of) => {
    const number = withLuhn(of.pick(['4', '51', '37'].slice(0, 2)).padEnd(1) + of.digits(14)).slice(0, 16);
    const value = of.below(2) === 0 ? number : number.replace(/(?<=^(?:\d{4})+)(?=\d)/g, ' ');
    return { value, sentence: `her credit card number is ${value}` };
  },
  iban: (of) => {
    const value = iban('DE', of.digits(18));
    return { value, sentence: `please transfer it to IBAN ${value}` };
  },
  ssn: (of) => {
    const value = `${201 + of.below(500)}-${10 + of.below(89)}-${1000 + of.below(8999)}`;
    return { value, sentence: `his social security number is ${value}` };
  },
  name: (of) => {
    const value = `${of.pick(GIVEN)} ${of.pick(FAMILY)}${of.pick(STEMS)}${of.pick(STEMS)}`;
    return { value, sentence: `the patient is called ${value}` };
  },
  email: (of) => {
    const value = `${of.pick(GIVEN)}.${of.pick(FAMILY)}${of.digits(5)}@acme-corp.com`.toLowerCase();
    return { value, sentence: `write to ${value}` };
  },
  password: (of) => {
    const value = `${of.text(7)}!${of.digits(2)}${of.text(5)}`;
    return { value, sentence: `the password is ${value}` };
  },
  phone: (of) => {
    const value = `+49 151 ${of.digits(8)}`;
    return { value, sentence: `call me on ${value}` };
  },
  'github token': (of) => {
    const value = `ghp_${of.text(36)}`;
    return { value, sentence: `export GITHUB_TOKEN=${value}` };
  },
  'aws key': (of) => {
    const value = `AKIA${of.text(16, `${UPPER}234567`)}`;
    return { value, sentence: `aws_access_key_id = ${value}` };
  },
  'stripe key': (of) => {
    const value = `sk_live_${of.text(24)}`;
    return { value, sentence: `STRIPE_SECRET_KEY="${value}"` };
  },
};

/** So many, each kind in turn. The same for the same row of numbers. */
export function makeSecrets(count: number, random: Random): Secret[] {
  const dice = new Dice(random);
  const kinds = Object.keys(MAKERS);
  const made = new Map<string, Secret>();
  while (made.size < count) {
    const kind = kinds[made.size % kinds.length]!;
    const { value, sentence } = MAKERS[kind]!(dice);
    made.set(value, { kind, value, sentence });
  }
  return [...made.values()];
}

/** With the check digit of ISO/IEC 7812-1 behind it. */
function withLuhn(digits: string): string {
  const body = digits.slice(0, 15);
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

/** With the check digits of ISO 13616. */
function iban(country: string, account: string): string {
  const numbers = [...account, ...country].map((sign) => Number.parseInt(sign, 36)).join('');
  return `${country}${String(98n - (BigInt(`${numbers}00`) % 97n)).padStart(2, '0')}${account}`;
}
