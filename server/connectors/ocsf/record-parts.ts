/** The attributes that events of all kinds of records share: device, actor, metadata, and the record itself by reference. */
import type { SluiceRecord } from '../../../lib/records/record.ts';
import type { RecordEntry } from '../feed-entry.ts';

const BROWSER = 8;
/** OCSF's numbers of operating systems, by the first word a device says. */
const OPERATING_SYSTEMS: [RegExp, number][] = [
  [/^win/i, 100],
  [/^(linux|cros|chromeos|openbsd)/i, 200],
  [/^android/i, 201],
  [/^(mac|darwin)/i, 300],
];
const OTHER = 99;

export function deviceOf({ device, os, managed, browser }: SluiceRecord) {
  const type_id = OPERATING_SYSTEMS.find(([pattern]) => pattern.test(os))?.[1] ?? OTHER;
  return {
    uid: device,
    type_id: BROWSER,
    name: `${browser.name} ${browser.version}`,
    is_managed: managed,
    os: { name: os, type_id },
  };
}

export function sourceOf({ device }: SluiceRecord) {
  return { uid: device, type_id: BROWSER, type: 'Browser' };
}

/** When it happened by the endpoint's clock, as far as the device knew the difference. */
export function timeOf({ ts, skew_ms }: SluiceRecord): number {
  return Math.max(0, ts - skew_ms);
}

export function metadataOf({ record, receivedAt }: RecordEntry) {
  return {
    original_event_uid: record.id,
    original_time: String(record.ts),
    sequence: record.seq,
    logged_time: receivedAt,
    event_code: record.kind,
  };
}

/** What leads from the event back to the signed record and to its place in the log. */
export function nativeOf({ record, hash, kid, sig, logIndex, position }: RecordEntry) {
  return {
    kind: record.kind,
    chain: record.chain,
    epoch: record.epoch,
    seq: record.seq,
    prev: record.prev,
    sha256: hash,
    kid,
    sig,
    log_index: logIndex,
    position,
    app_version: record.app.version,
    install_type: record.install_type,
  };
}
