/** What may make a model act against the person who asks it. */
import type { Detector } from '../../detector.ts';
import { hiddenText } from './hidden-text.ts';
import { promptInjection } from './prompt-injection.ts';

export const PROMPT_RISK_DETECTORS: readonly Detector[] = [hiddenText, promptInjection];
