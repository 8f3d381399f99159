/**
 * Tables in which detectors look values up: a file that is read with the models, not code that every start of the
 * background should parse. Made by `npm run tables` from every-table.ts.
 */
import { type NumberingPlans, PhonePlans } from './detectors/contact/phone-plan.ts';
import { readTable } from './table-file.ts';

/** Lower case, without accents. */
export interface NameLists {
  given: ReadonlySet<string>;
  /** Those among `given` that are other words too. */
  ambiguous: ReadonlySet<string>;
  surnames: ReadonlySet<string>;
  /** Words that stand capitalised in ordinary text and are no names of people. */
  ordinary: ReadonlySet<string>;
}

/** People whom everybody knows; lower case, without accents. */
export interface PublicFigures {
  full: ReadonlySet<string>;
  /** Known by one word. */
  single: ReadonlySet<string>;
}

export interface Tables {
  /** Every top-level domain, lower case, in both ways of writing international ones. */
  topLevelDomains: ReadonlySet<string>;
  phonePlans: PhonePlans;
  /** The English words of recovery phrases (BIP-39), each with its number. */
  recoveryWords: ReadonlyMap<string, number>;
  /** By country (ISO 3166-1 alpha-2): what an IBAN holds behind its check digits; null where a country has none. */
  accountForms: ReadonlyMap<string, RegExp | null>;
  names: NameLists;
  publicFigures: PublicFigures;
}

/** What tables are made of. */
export interface TableSources {
  /** Separated by spaces. */
  topLevelDomains: string;
  numberingPlans: NumberingPlans;
  /** In their order, separated by spaces. */
  recoveryWords: string;
  /** By country, sources of patterns; empty where it has no IBAN. */
  accountForms: Readonly<Record<string, string>>;
  /** Each separated by spaces. */
  names: Record<keyof NameLists, string>;
  /** Each separated by `|`. */
  publicFigures: Record<keyof PublicFigures, string>;
}

const VERSION = 2;

interface TablesFile extends TableSources {
  v: number;
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export function toTables({
  topLevelDomains,
  numberingPlans,
  recoveryWords,
  accountForms,
  names,
  publicFigures,
}: TableSources): Tables {
  return {
    topLevelDomains: wordSet(topLevelDomains),
    phonePlans: new PhonePlans(numberingPlans),
    recoveryWords: new Map(recoveryWords.split(' ').map((word, index) => [word, index])),
    accountForms: new Map(
      Object.entries(accountForms).map(([country, form]) => [country, form === '' ? null : new RegExp(form)]),
    ),
    names: {
      given: wordSet(names.given),
      ambiguous: wordSet(names.ambiguous),
      surnames: wordSet(names.surnames),
      ordinary: wordSet(names.ordinary),
    },
    publicFigures: {
      full: new Set(publicFigures.full.split('|')),
      single: new Set(publicFigures.single.split('|')),
    },
  };
}

/** Nothing is found in these. */
export const NO_TABLES: Tables = toTables({
  topLevelDomains: '',
  numberingPlans: { country_calling_codes: {}, countries: {} },
  recoveryWords: '',
  accountForms: {},
  names: { given: '', ambiguous: '', surnames: '', ordinary: '' },
  publicFigures: { full: '', single: '' },
});

/** The file's text. */
export function writeTables(sources: TableSources): string {
  const file: TablesFile = { v: VERSION, ...sources };
  return `${JSON.stringify(file)}\n`;
}

/** Null when these bytes are no such file. */
export function readTables(bytes: Uint8Array): Tables | null {
  return readTable(bytes, VERSION, (file: TablesFile) => {
    const { countries, country_calling_codes: codes } = file.numberingPlans;
    if (Object.keys(countries).length === 0 || Object.keys(codes).length === 0) throw new Error('no numbering plans');
    return toTables(file);
  });
}
