/** What a short description of a detector says, however its values are found. */
import type { Detector, Shape } from '../detector.ts';
import type { DataClass } from '../finding.ts';

export interface DetectorRule {
  id: string;
  type: string;
  class: DataClass;
  /** The same everywhere when not given. */
  regions?: readonly string[];
  /** A digit when not given. */
  needs?: readonly Shape[];
  /** The last word on a value: check digits, structure. Its name goes into the evidence. */
  validator?: { name: string; accepts: (value: string) => boolean };
  examples: Detector['examples'];
}
