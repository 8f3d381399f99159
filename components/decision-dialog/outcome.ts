import type { Choice } from '../../lib/policy/decision.ts';

/** Why the original text has to go, as it stands in records. Fixed codes: free text could carry what was held back. */
export const JUSTIFICATION_CODES = [
  'business_need',
  'approved',
  'consent',
  'public_information',
  'test_data',
  'false_positive',
] as const;
export type JustificationCode = (typeof JUSTIFICATION_CODES)[number];

/** What the person chose. */
export type DialogueOutcome =
  | { choice: Exclude<Choice, 'justify'> }
  /** `note` is the person's own and may hold anything: it stays on the device and never enters a record. */
  | { choice: 'justify'; justificationCode: JustificationCode; note: string };

/** Whether a choice lets text leave, and so has to be a person's own act. */
export function sends(choice: Choice): boolean {
  return choice !== 'edit' && choice !== 'cancel';
}
