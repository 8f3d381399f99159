/** Dates and numbers of people's lives. */
import type { Detector } from '../../detector.ts';
import { age } from './age.ts';
import { birthPlace } from './birth-place.ts';
import { customerId } from './customer-id.ts';
import { dateOfBirth } from './date-of-birth.ts';
import { employeeId } from './employee-id.ts';
import { eventDate } from './event-date.ts';
import { studentId } from './student-id.ts';

export const LIFE_DETECTORS: readonly Detector[] = [
  dateOfBirth,
  eventDate,
  age,
  birthPlace,
  employeeId,
  studentId,
  customerId,
];
