/** Names of people, places and organisations. */
import type { Detector } from '../../detector.ts';
import { location } from './location.ts';
import { organization } from './organization.ts';
import { person } from './person.ts';
import { personColumn } from './person-column.ts';

export const NAME_DETECTORS: readonly Detector[] = [person, personColumn, location, organization];
