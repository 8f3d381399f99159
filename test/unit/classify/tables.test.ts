import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../lib/classify/classifier.ts';
import { NO_DATA, TABLE_SOURCES } from '../../../lib/classify/every-table.ts';
import { readTables, writeTables } from '../../../lib/classify/tables.ts';

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const TEXT = `anna.maier@firma.de, +49 30 901820, ${PHRASE}`;

describe('the file of tables', () => {
  const shipped = readFileSync(new URL('../../../public/models/tables.json', import.meta.url));

  it('is shipped as it stands in the code: npm run tables', () => {
    expect(shipped.toString('utf8')).toBe(writeTables(TABLE_SOURCES));
  });

  it('is what the detectors look values up in', () => {
    const tables = readTables(shipped)!;
    const { classify } = createClassifier({ ...NO_DATA, models: { ...NO_DATA.models, tables } });
    const evidence = classify(TEXT).flatMap((found) => found.evidence.filter((code) => code.startsWith('validator:')));
    expect(evidence).toEqual(['validator:tld', 'validator:phone', 'validator:bip39']);
  });

  it('is not read from a file that is none', () => {
    const whole = JSON.parse(shipped.toString('utf8')) as Record<string, unknown>;
    const broken = Object.keys(whole).map((key) => JSON.stringify({ ...whole, [key]: undefined }));
    const plans = JSON.stringify({ ...whole, numberingPlans: { countries: {}, country_calling_codes: {} } });
    for (const text of ['', '{}', '[]', shipped.toString('utf8').slice(0, -3), plans, ...broken]) {
      expect(readTables(new TextEncoder().encode(text))).toBeNull();
    }
  });
});
