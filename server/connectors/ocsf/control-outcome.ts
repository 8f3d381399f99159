/** What a decision came to, in the numbers of OCSF's profile `security_control`. */
import type { RecordOf } from '../../../lib/records/record.ts';

export interface ControlOutcome {
  action_id: number;
  action: string;
  disposition_id: number;
  disposition: string;
  /** OCSF `status_id`: whether the call was made. */
  status_id: number;
  status: string;
}

const made = { status_id: 1, status: 'Success' };
const notMade = { status_id: 2, status: 'Failure' };
const ALLOWED = { action_id: 1, action: 'Allowed', disposition_id: 1, disposition: 'Allowed', ...made };
const DENIED = { action_id: 2, action: 'Denied', disposition_id: 2, disposition: 'Blocked', ...notMade };
const OBSERVED = { action_id: 3, action: 'Observed', disposition_id: 15, disposition: 'Detected', ...made };
const MODIFIED = { action_id: 4, action: 'Modified', disposition_id: 11, disposition: 'Corrected', ...made };

/** The person's answer counts where one was asked for; else the action itself. */
export function outcomeOf(record: RecordOf<'decision'>): ControlOutcome {
  const { action, would_action, user_choice } = record;
  switch (user_choice) {
    case 'cancel':
    case 'edit':
      return DENIED;
    case 'redact':
      return MODIFIED;
    case 'proceed':
    case 'justify':
      return ALLOWED;
    case 'none':
      break;
  }
  if (action === 'redact') return MODIFIED;
  if (action !== 'allow' && action !== 'warn') return DENIED;
  return action === would_action ? ALLOWED : OBSERVED;
}

type EffectState = RecordOf<'effect'>['state'];

/** What was seen to happen to the call, beside what was decided. */
export function outcomeOfEffect(state: EffectState, disagrees: boolean): ControlOutcome {
  if (disagrees || state === 'sent_unredacted') {
    return { ...OBSERVED, disposition_id: 19, disposition: 'Alert', ...(state === 'not_sent' ? notMade : made) };
  }
  return { ...OBSERVED, disposition_id: 17, disposition: 'Logged', ...(state === 'not_sent' ? notMade : made) };
}
