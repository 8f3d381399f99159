/** The detectors alone, as a function: for their own tests, and for measuring them. Everybody else is given a classifier. */
import { createClassifier } from './classifier.ts';
import { NO_DATA } from './every-table.ts';

export const { classify } = createClassifier(NO_DATA);
