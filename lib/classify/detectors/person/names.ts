/** Names of people, places and organisations, and what is said of people by a single word. */
import type { Detector } from '../../detector.ts';
import { location } from './location.ts';
import { nrp } from './nrp.ts';
import { organization } from './organization.ts';
import { person } from './person.ts';
import { personActing } from './person-acting.ts';
import { personColumn } from './person-column.ts';
import { personIntroduced } from './person-introduced.ts';
import { personLine } from './person-line.ts';
import { personQuery } from './person-query.ts';
import { personRecord } from './person-record.ts';
import { title } from './title.ts';

export const NAME_DETECTORS: readonly Detector[] = [
  person,
  personColumn,
  personRecord,
  personIntroduced,
  personLine,
  personActing,
  personQuery,
  location,
  organization,
  title,
  nrp,
];
