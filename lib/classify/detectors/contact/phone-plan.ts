/**
 * Numbering plans of all countries, from the tables of Google's libphonenumber. Only the tables are used: asked directly they
 * answer in a microsecond, so that thousands of numbers in one text cost nothing.
 */

/** Cells of a country's row in the table (libphonenumber-js, metadata version 4). */
const NATIONAL = 2;
const TRUNK = 5;
const PARSING = 7;
const TRANSFORM = 8;
const TYPES = 11;

/** libphonenumber-js's tables, as far as they are used. */
export interface NumberingPlans {
  country_calling_codes: Record<string, string[]>;
  countries: Record<string, unknown[]>;
  nonGeographic?: Record<string, unknown[]>;
}

interface Plan {
  national: RegExp;
  /** Exact ranges, where the table has them. */
  ranges: RegExp[];
  /** What is dialled in front of a national number, `''` where nothing is. */
  trunk: string;
  parsing: RegExp | null;
  transform: string;
}

/** Where nobody leaves out the digit that is dialled first. Elsewhere its absence says nothing. */
const TRUNK_ALWAYS = new Set('GB DE FR NL AT CH BE IE AU NZ JP SE FI ZA'.split(' '));

const whole = (source: unknown) => new RegExp(`^(?:${String(source)})$`);

function readPlan(row: unknown[]): Plan {
  const types = Array.isArray(row[TYPES]) ? (row[TYPES] as unknown[]) : [];
  return {
    national: whole(row[NATIONAL]),
    ranges: types.flatMap((type) => (Array.isArray(type) && typeof type[0] === 'string' ? [whole(type[0])] : [])),
    trunk: typeof row[TRUNK] === 'string' ? row[TRUNK] : '',
    parsing: typeof row[PARSING] === 'string' ? new RegExp(`^(?:${row[PARSING]})`) : null,
    transform: typeof row[TRANSFORM] === 'string' ? row[TRANSFORM] : '',
  };
}

function fits(plan: Plan, digits: string): boolean {
  return plan.national.test(digits) && (plan.ranges.length === 0 || plan.ranges.some((range) => range.test(digits)));
}

/** The number without what is dialled first in its country, or null when nothing of that is there. */
function withoutTrunk(plan: Plan, digits: string): string | null {
  if (plan.parsing !== null) {
    const match = plan.parsing.exec(digits);
    if (match !== null && match[0] !== '') {
      const kept =
        match[1] !== undefined && plan.transform !== '' ? match[0].replace(plan.parsing, plan.transform) : '';
      return kept + digits.slice(match[0].length);
    }
  }
  return plan.trunk !== '' && digits.startsWith(plan.trunk) ? digits.slice(plan.trunk.length) : null;
}

/** What is known of digits that follow a `+`: a number in use, the code of a country, or nothing. */
export type International = 'valid' | 'code' | 'none';

export class PhonePlans {
  readonly #tables: NumberingPlans;
  readonly #plans = new Map<string, Plan | null>();

  constructor(tables: NumberingPlans) {
    this.#tables = tables;
  }

  /** True when digits are a number as it is written within a country (ISO 3166-1 alpha-2). */
  isNationalNumber(digits: string, country: string): boolean {
    const plan = this.#planOf(country);
    if (plan === null) return false;
    const bare = withoutTrunk(plan, digits);
    if (bare !== null && fits(plan, bare)) return true;
    return !TRUNK_ALWAYS.has(country) && fits(plan, digits);
  }

  internationalNumber(digits: string): International {
    const { country_calling_codes: codes, nonGeographic } = this.#tables;
    for (let length = 1; length <= 3; length += 1) {
      const code = digits.slice(0, length);
      const countries = codes[code] ?? (nonGeographic?.[code] ? [code] : undefined);
      if (countries === undefined) continue;
      const rest = digits.slice(length);
      return countries.some((country) => this.#isWithin(country, rest)) ? 'valid' : 'code';
    }
    return 'none';
  }

  /** People write the trunk digit even behind a country code, as in `+49 030 901820`. */
  #isWithin(country: string, digits: string): boolean {
    const plan = this.#planOf(country);
    return plan !== null && (fits(plan, digits) || this.isNationalNumber(digits, country));
  }

  /** Read when it is first asked about. */
  #planOf(country: string): Plan | null {
    let plan = this.#plans.get(country);
    if (plan === undefined) {
      const row = this.#tables.countries[country] ?? this.#tables.nonGeographic?.[country];
      plan = row === undefined ? null : readPlan(row);
      this.#plans.set(country, plan);
    }
    return plan;
  }
}
