/** Entity types and data classes in plain words. */
import { dataNames as de } from './de/data-names.ts';
import { type DataNames, dataNames as en } from './en/data-names.ts';
import { dataNames as es } from './es/data-names.ts';
import { dataNames as fr } from './fr/data-names.ts';
import { counting, type Language } from './language.ts';

const TABLE: Record<Language, DataNames> = { en, de, fr, es };

/** A data class in plain words; a class we have no word for keeps its code. */
export function nameOfClass(language: Language, dataClass: string): string {
  return lookUp(TABLE[language].classes, dataClass) ?? dataClass;
}

/**
 * How many of an entity type, in plain words: `3 card numbers`, `2 identity numbers (Poland)`. A type that neither has a
 * word of its own nor begins with a country is named by its class with the type beside it, never by a raw code alone.
 */
export function countOfType(language: Language, type: string, dataClass: string, count: number): string {
  const forms = formsOf(language, type);
  if (forms) return counting(language)(count, `# ${forms[0]}`, `# ${forms[1]}`);
  return counting(language)(
    count,
    `# × ${fallback(language, type, dataClass)}`,
    `# × ${fallback(language, type, dataClass)}`,
  );
}

/** One entity type in plain words, without a number. */
export function nameOfType(language: Language, type: string, dataClass: string): string {
  return formsOf(language, type)?.[0] ?? fallback(language, type, dataClass);
}

function fallback(language: Language, type: string, dataClass: string): string {
  return `${nameOfClass(language, dataClass)} (${type.replaceAll('_', ' ')})`;
}

/** One and many: the type's own words, or the kind of number and the state that gives it out. */
function formsOf(language: Language, type: string): readonly [one: string, many: string] | undefined {
  const own = lookUp(TABLE[language].types, type);
  if (own) return own;
  const region = /^([A-Z]{2})_/.exec(type)?.[1];
  const country = region === undefined ? undefined : nameOfRegion(language, region === 'UK' ? 'GB' : region);
  if (country === undefined) return undefined;
  const [one, many] = TABLE[language].numbers[kindOf(type)];
  return [`${one} (${country})`, `${many} (${country})`];
}

type NumberKind = keyof DataNames['numbers'];

/** By parts of a type's name, the first that fits. */
const KINDS: readonly [RegExp, NumberKind][] = [
  [/PASSPORT/, 'passport'],
  [/DRIV|FUEHRERSCHEIN|_CNH$/, 'driving'],
  [/BANK|_CCC$|_RIB$|CLABE|_CBU$|SORT_CODE|IFSC|ROUTING/, 'bank'],
  [/HEALTH|MEDICARE|_NHI$|OHIP|RAMQ|_PHN$|_SNS$|_TAJ$|_CNS$|_IHI$|ABHA|_CHI$|BSNR|LANR/, 'health'],
  [/_VAT|_TRN$|_PVN$|_PVM$|IC_DPH|_VSK$|GSTIN/, 'vat'],
  [
    /SIRE[NT]|_CIF$|REGON|_KVK$|_A[BC]N$|CNPJ|_UEN$|_BN$|HANDELSREGISTER|_EIK$|ORGANISA|YTUNNUS|COMPANY|_CVR$|NZBN|USCC|CORPORATE|_BRN$|EDRPOU|OGRN|REGISTRIKOOD|_ICO$|JURIDICA|CH_UID|_ICE$|NINEA|_UBN$|IMONES/,
    'company',
  ],
  [/SOCIAL|_NSS$|NISS$|_SSS$|_AHV$|AMKA|_PIS$|_UAN$|SNILS|_NIR$/, 'social'],
  [
    /TAX|TIN$|_NIP$|_INN$|_RFC$|CUIT|_RU[CT]$|_RIF$|_NIT$|_CUI$|_AFM$|_TIC$|_DIC$|_PIB$|_EDB$|NIPT|VOEN|_UNP$|_PAN$|NPWP|_MST$|_VKN$|_IRD$|_TFN$|_UTR$|RNTRC|NUIT|KE_PIN|_RNC$|PT_NIF|VERONUMERO/,
    'tax',
  ],
];

function kindOf(type: string): NumberKind {
  return KINDS.find(([form]) => form.test(type))?.[1] ?? 'identity';
}

/** A country by its ISO 3166-1 alpha-2 code; nothing for letters that are no country's. */
function nameOfRegion(language: Language, region: string): string | undefined {
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(region);
  return name === region ? undefined : name;
}

/** Types and classes may come from a policy, so `constructor` and its like must not find anything. */
function lookUp<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
