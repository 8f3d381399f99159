/** What somebody may do to records, a pack or the log, by what he holds. */
import { CERTIFICATES } from './certificate.cases.ts';
import { DEVICE } from './device.cases.ts';
import { ERASED } from './erased.cases.ts';
import { FOLDER } from './folder.cases.ts';
import { HONEST } from './honest.cases.ts';
import { LOG } from './log.cases.ts';
import { OPERATOR } from './operator.cases.ts';
import type { TamperCase } from './tamper-case.ts';

export const CASES: readonly TamperCase[] = [
  ...HONEST,
  ...FOLDER,
  ...OPERATOR,
  ...LOG,
  ...CERTIFICATES,
  ...ERASED,
  // Last: what these write stays in the endpoint.
  ...DEVICE,
];
