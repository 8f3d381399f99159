/** The detectors alone: no models, nothing of a customer's. Shared, because building the word automaton takes time. */
import { createClassifier } from '../../lib/classify/classifier.ts';
import { NO_DATA } from '../../lib/classify/every-table.ts';

export const bareClassifier = createClassifier(NO_DATA);
