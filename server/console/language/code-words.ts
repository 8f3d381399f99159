/** Words for codes that need more than a look into a table. */
import type { IncidentItem } from '../../api/incidents.ts';
import { Fault } from '../data/client.ts';
import type { Words } from './words.ts';

/** Why something did not work: by its code, never in the words of the answer, which are English. */
export function faultWords({ faults, text }: Pick<Words, 'faults' | 'text'>, error: unknown): string {
  if (!(error instanceof Fault)) return text.fault.failed;
  if (Object.hasOwn(faults, error.code)) return faults[error.code]!;
  return error.isPassing ? faults.internal! : `${text.fault.failed} (${error.code})`;
}

/** What a delivery's code means; `null` for one that nobody has written words for. */
export function deliveryWords({ deliveryFaults }: Pick<Words, 'deliveryFaults'>, code: string): string | null {
  // Splunk says more than its status; the words are for the status.
  const plain = code.replace(/_hec_\d+$/, '');
  if (Object.hasOwn(deliveryFaults, plain)) return deliveryFaults[plain]!;
  if (/^http_5/.test(code)) return deliveryFaults.http_5xx!;
  if (/^http_/.test(code)) return deliveryFaults.http_other!;
  return /^sign_in_/.test(code) ? deliveryFaults.sign_in! : null;
}

/** Words for the value of a changed field. */
export function fieldWords({ text, statuses, verdicts }: Words, field: string, value: string | null): string {
  if (value === null) return text.nothing;
  if (field === 'status' && value in statuses) return statuses[value as IncidentItem['status']];
  if (field === 'verdict' && value in verdicts) return verdicts[value as NonNullable<IncidentItem['verdict']>];
  return value;
}
