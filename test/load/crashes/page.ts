/** The table for people. */
import type { Row } from './kind.ts';

const HEAD = [
  'what happens',
  'runs',
  'times it struck',
  'records made',
  'acknowledged',
  'lost after that',
  'doubled',
  'gaps',
  'gaps nobody tells of',
  'runs whose chain verifies',
];

/** docs/durability.md. */
export function durabilityPage(rows: readonly Row[], date: Date): string {
  const cells = rows.map((row) => [
    row.title,
    row.runs,
    row.strikes,
    row.made,
    row.acknowledged,
    row.lost,
    row.doubled,
    row.gaps,
    row.unnamed,
    row.verified,
  ]);
  const line = (values: readonly (string | number)[]) => `| ${values.join(' | ')} |`;
  return `${[
    '# What crashes do to records',
    '',
    '<!-- Made by `npm run crashes -- --write`. -->',
    '',
    `Measured on ${date.toISOString().slice(0, 10)}. A real endpoint on a real PostgreSQL takes records of devices that run the extension's own code (in the kinds that name a browser: the browser with the extension itself). In each run something is killed, cut, filled or set at a random moment while records are written and sent; then everything is started again, the device delivers what it still holds, and the database is compared with what the device wrote and with every receipt it was ever given.`,
    '',
    line(HEAD),
    line(HEAD.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...cells.map(line),
    '',
    'A *gap* is a number of a chain that the endpoint missed when a later one arrived (an incident says so, and is closed when the record comes), a record that a device could not write down (a `gap_declared` record counts it), or the end of a chain whose database the browser gave up (a `gap_declared` record names the chain). What could not be written down was not sent either: without a record a prompt is refused.',
    '',
    "Chromium is killed only once it has saved that it has the extension, which it does ten seconds after the install. Killed before, it installs the extension again at its next start. In some 450 kills about five seconds after a start, the extension's database, and with it what was not delivered, was gone in two, and its managed settings did not come within 90 seconds in six.",
    '',
    'Not told by any of this: a device whose disk is full forgets how many records it could not write down if it dies before there is room again, for want of a place to note it; and a machine that loses power may lose what its disk only claimed to have written.',
  ].join('\n')}\n`;
}
