/** `npm run uses`: writes public/models/uses.json out of the tables in lib/classify/uses. */
import { writeFileSync } from 'node:fs';
import { useModel, writeUseModel } from '../lib/classify/uses/use-model.ts';
import { USE_RULES } from '../lib/classify/uses/uses.ts';

const text = writeUseModel(useModel(USE_RULES));
writeFileSync(new URL('../public/models/uses.json', import.meta.url), text);
console.log(`public/models/uses.json: ${USE_RULES.length} uses, ${text.length} characters`);
