// `npm run planted`: two hundred made-up secrets into each browser, then a search for them in every byte that was stored.
// Ends with one JSON line; exits non-zero when one was found, or when a search could not even find what is really there.
// `-- --browsers chromium`, `-- --secrets 20`, `-- --seed 7`.
import { parseArgs } from 'node:util';
import type { DriverName } from '../../e2e/drivers/driver.ts';
import { type PlantedReport, plantAndLook } from './run.ts';

const { values } = parseArgs({
  options: {
    browsers: { type: 'string', default: 'chromium,firefox' },
    secrets: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
/** How many there are in each part. */
function countsByPart(leaks: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const leak of leaks) {
    const part = leak.slice(0, leak.indexOf(' ('));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}

const reports: PlantedReport[] = [];
for (const browser of values.browsers.split(',') as DriverName[]) {
  const began = Date.now();
  const report = await plantAndLook({
    browser,
    secrets: Number(values.secrets),
    perPrompt: 4,
    seed: Number(values.seed),
    restarts: true,
  });
  reports.push(report);
  for (const { place, parts, bytes, canaries, leaks, excused } of report.places) {
    const short = canaries.slice(0, 4);
    console.error(
      JSON.stringify({ browser, place, parts, bytes, canaries: short, leaks: countsByPart(leaks), excused }),
    );
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  console.error(JSON.stringify({ browser, taken: report.taken, records: report.records, seconds }));
}
const faults = reports.flatMap(({ browser, blind, leaks }) => [
  ...blind.map((place) => `${browser}: nothing is found in ${place}, not even the canary`),
  ...leaks.map((leak) => `${browser}: ${leak}`),
]);
console.log(
  JSON.stringify({
    secrets: Number(values.secrets),
    seed: Number(values.seed),
    bytes: reports.flatMap(({ places }) => places).reduce((sum, { bytes }) => sum + bytes, 0),
    leaks: reports.reduce((sum, { leaks }) => sum + leaks.length, 0),
    faults: faults.slice(0, 200),
  }),
);
process.exitCode = faults.length === 0 ? 0 : 1;
