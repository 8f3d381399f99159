/**
 * `npm run sustained -- --minutes 5 --rate 5000`: so many records a second, sent by this process to endpoints of their own
 * on a PostgreSQL of their own. Ends with one line of JSON; the code is 1 when a record was lost or is there twice.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sustain } from './sustain.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    rate: { type: 'string', default: '5000' },
    batch: { type: 'string', default: '100' },
    nodes: { type: 'string', default: '1' },
  },
});
const load = () => Math.round(loadavg()[0]! * 10) / 10;
const before = load();
const result = await sustain({
  seconds: Math.round(Number(values.minutes) * 60),
  rate: Number(values.rate),
  batch: Number(values.batch),
  nodes: Number(values.nodes),
  tell: (what) => process.stderr.write(`${what}\n`),
});
console.log(JSON.stringify({ ...values, ...result, machineLoad: { before, after: load() } }));
process.exitCode = result.lost + result.doubled + (result.offered - result.acknowledged) === 0 ? 0 : 1;
