/** Records that stand behind others: what a person overrode, who was excused, and what became of keys and old records. */
import type { RecordOf } from '../../../lib/records/record.ts';
import type { RecordEntry } from '../feed-entry.ts';
import { eventOf } from './device-events.ts';
import type { OcsfEvent, Teller } from './ocsf-event.ts';
import { sourceOf } from './record-parts.ts';

const LOG = { id: 1, name: 'Log' };
const UPDATE = { id: 3, name: 'Update' };
const OTHER = { id: 99, name: 'Remark on a decision' };
const DEVICE_ENTITY = 1;

/** An override or a used exception: it names the decision, and is not counted as another call. */
export function remarkEvent(
  entry: RecordEntry,
  record: RecordOf<'override'> | RecordOf<'exception_used'>,
  teller: Teller,
): OcsfEvent {
  const { kind, decision, rules } = record;
  const said = kind === 'override' ? record.choice : record.exception;
  return eventOf(
    entry,
    {
      ocsfClass: 'apiActivity',
      activity: OTHER,
      message: `${kind === 'override' ? 'A person went on against rules' : 'An exception was used'}: ${said}`,
      metadata: { correlation_uid: decision },
      attributes: {
        actor: { app_name: record.browser.name },
        src_endpoint: sourceOf(record),
        api: { operation: kind, request: { uid: decision } },
        unmapped: { decision, rules, [kind]: said },
      },
    },
    teller,
  );
}

export function keyRotatedEvent(entry: RecordEntry, record: RecordOf<'key_rotated'>, teller: Teller): OcsfEvent {
  return eventOf(
    entry,
    {
      ocsfClass: 'entityManagement',
      activity: UPDATE,
      message: 'A device has a new key',
      attributes: {
        entity: { uid: record.device, type_id: DEVICE_ENTITY, type: 'Device' },
        unmapped: { kid: record.kid, reason: record.reason },
      },
    },
    teller,
  );
}

export function tombstoneEvent(entry: RecordEntry, record: RecordOf<'tombstone'>, teller: Teller): OcsfEvent {
  const { of, from, to, count, reason } = record;
  return eventOf(
    entry,
    {
      ocsfClass: 'deviceInventory',
      activity: LOG,
      message: `A device erased its own copies of ${count} delivered records`,
      attributes: { unmapped: { of, from, to, count, reason } },
    },
    teller,
  );
}
