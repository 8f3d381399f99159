/** The detectors alone: no models, nothing of a customer's. Shared, because building the word automaton takes time. */
import { createClassifier, NO_DATA } from '../../lib/classify/classifier.ts';

export const bareClassifier = createClassifier(NO_DATA);
