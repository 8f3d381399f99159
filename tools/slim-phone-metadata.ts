// Phone rules without what only writing numbers needs: two thirds of the table say how to put spaces into a number.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Index of the formatting rules in a country's row (libphonenumber-js, metadata version 4). */
const FORMATS = 4;
const METADATA = /libphonenumber-js\/metadata\.min\.json(?=\.js$)/;

interface Metadata {
  version: number;
  countries: Record<string, unknown[]>;
  nonGeographic?: Record<string, unknown[]>;
}

/** The same table; rows without formatting rules. Throws on another version of the table. */
export function withoutFormats<T extends Metadata>(metadata: T): T {
  if (metadata.version !== 4) throw new Error(`phone metadata of version ${metadata.version}: look at its rows again`);
  const strip = (rows: Record<string, unknown[]> = {}) =>
    Object.fromEntries(
      Object.entries(rows).map(([key, row]) => [key, row.map((cell, index) => (index === FORMATS ? 0 : cell))]),
    );
  return { ...metadata, countries: strip(metadata.countries), nonGeographic: strip(metadata.nonGeographic) };
}

/** For bundles that only ask whether a number is one. */
export function slimPhoneMetadata(): Plugin {
  return {
    name: 'slim-phone-metadata',
    load(id) {
      const found = METADATA.exec(id);
      if (found === null) return null;
      const json = readFileSync(id.slice(0, found.index + found[0].length), 'utf8');
      return `export default ${JSON.stringify(withoutFormats(JSON.parse(json)))}`;
    },
  };
}
