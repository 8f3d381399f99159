/** The tables as code, and a classifier's data without models: for tests, and to write the file of tables. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { countrySpecs } from 'ibantools';
import metadata from 'libphonenumber-js/min/metadata';
import type { ClassifierData } from './classifier.ts';
import { TOP_LEVEL_DOMAINS } from './data/top-level-domains.ts';
import type { NumberingPlans } from './detectors/contact/phone-plan.ts';
import { CAPITALISED_WORDS } from './names/capitalised-words.ts';
import { AMBIGUOUS_GIVEN_NAMES, GIVEN_NAMES } from './names/given-names.ts';
import { PUBLIC_FIGURES } from './names/public-figures.data.ts';
import { SURNAMES } from './names/surnames.ts';
import { type TableSources, toTables } from './tables.ts';

/** Index of the formatting rules in a country's row (libphonenumber-js, metadata version 4). */
const FORMATS = 4;

interface Metadata extends NumberingPlans {
  version: number;
}

/** The same plans without what only writing numbers needs: two thirds say how to put spaces into one. Throws on another version. */
export function withoutFormats<T extends Metadata>(metadata: T): T {
  if (metadata.version !== 4) throw new Error(`phone metadata of version ${metadata.version}: look at its rows again`);
  const strip = (rows: NumberingPlans['countries'] = {}) =>
    Object.fromEntries(
      Object.entries(rows).map(([key, row]) => [key, row.map((cell, index) => (index === FORMATS ? 0 : cell))]),
    );
  return { ...metadata, countries: strip(metadata.countries), nonGeographic: strip(metadata.nonGeographic) };
}

/** What stands behind country and check digits in an IBAN, as a pattern; empty where a country has none. */
const ACCOUNT_FORMS: Record<string, string> = Object.fromEntries(
  Object.entries(countrySpecs).map(([country, { IBANRegistry, bban_regexp: form }]) => [
    country,
    IBANRegistry && form ? form : '',
  ]),
);

export const TABLE_SOURCES: TableSources = {
  topLevelDomains: [...TOP_LEVEL_DOMAINS].join(' '),
  numberingPlans: withoutFormats(metadata as unknown as Metadata),
  recoveryWords: wordlist.join(' '),
  accountForms: ACCOUNT_FORMS,
  names: { given: GIVEN_NAMES, ambiguous: AMBIGUOUS_GIVEN_NAMES, surnames: SURNAMES, ordinary: CAPITALISED_WORDS },
  publicFigures: PUBLIC_FIGURES,
};

/** A classifier that knows nothing but its detectors and their tables. */
export const NO_DATA: ClassifierData = {
  models: { names: null, uses: null, providers: [], tables: toTables(TABLE_SOURCES) },
  customer: null,
  regions: [],
  ownDomains: [],
};
