/** `npm run tables`: writes public/models/uses.json, providers.json and tables.json out of the tables in lib/classify. */
import { writeFileSync } from 'node:fs';
import { writeProviders } from '../lib/classify/detectors/secrets/provider-file.ts';
import { PROVIDER_TABLES } from '../lib/classify/every-detector.ts';
import { TABLE_SOURCES } from '../lib/classify/every-table.ts';
import { writeTables } from '../lib/classify/tables.ts';
import { USE_RULES } from '../lib/classify/uses/uses.ts';
import { toWordGroups, writeWordGroups } from '../lib/classify/uses/word-groups.ts';

for (const [file, text] of [
  ['uses.json', writeWordGroups(toWordGroups(USE_RULES))],
  ['providers.json', writeProviders(PROVIDER_TABLES)],
  ['tables.json', writeTables(TABLE_SOURCES)],
] as const) {
  writeFileSync(new URL(`../public/models/${file}`, import.meta.url), text);
  console.log(`public/models/${file}: ${text.length} characters`);
}
