/**
 * OpenTelemetry logs over HTTP in JSON (OTLP 1.x, `POST /v1/logs`): one log record per event, the event as its body.
 * Source: opentelemetry.io/docs/specs/otlp, opentelemetry-proto `logs/v1/logs.proto`.
 */
import { gzipSync } from 'node:zlib';
import type { OtlpSettings } from '../connector-settings.ts';
import { deliveryOf, type HttpClient } from '../http-client.ts';
import type { Teller } from '../ocsf/ocsf-event.ts';
import { type Delivery, type OutEvent, refused, type Transport } from '../transport.ts';

/** OCSF severity to OTLP severity: INFO, INFO2, WARN, ERROR, FATAL. */
const SEVERITY_NUMBER: Record<number, number> = { 1: 9, 2: 10, 3: 13, 4: 17, 5: 21 };
const NANOSECONDS = '000000';

type AnyValue =
  | { stringValue: string }
  | { boolValue: boolean }
  | { intValue: string }
  | { doubleValue: number }
  | { arrayValue: { values: AnyValue[] } }
  | { kvlistValue: { values: { key: string; value: AnyValue }[] } }
  | Record<string, never>;

/** JSON as OTLP's `AnyValue`. Whole numbers are written as text, as protobuf's JSON does with 64 bits. */
export function toAnyValue(value: unknown): AnyValue {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(toAnyValue) } };
  if (typeof value !== 'object' || value === null) return {};
  const values = Object.entries(value).map(([key, member]) => ({ key, value: toAnyValue(member) }));
  return { kvlistValue: { values } };
}

const attributes = (pairs: Record<string, string | number>) =>
  Object.entries(pairs).map(([key, value]) => ({ key, value: toAnyValue(value) }));

/** The body of one export request. */
export function otlpRequest(events: readonly OutEvent[], body: OtlpSettings['body'], teller: Teller): object {
  const logRecords = events.map(({ event, json, position }) => ({
    timeUnixNano: `${event.time}${NANOSECONDS}`,
    observedTimeUnixNano: `${event.metadata.logged_time ?? event.time}${NANOSECONDS}`,
    severityNumber: SEVERITY_NUMBER[event.severity_id] ?? 0,
    severityText: String(event.severity),
    eventName: 'ocsf.event',
    body: body === 'json' ? { stringValue: json } : toAnyValue(event),
    attributes: attributes({
      'ocsf.class_uid': event.class_uid,
      'ocsf.type_uid': event.type_uid,
      'ocsf.uid': event.metadata.uid,
      'sluice.position': position,
    }),
  }));
  const resource = {
    'service.name': 'sluice-endpoint',
    'service.version': teller.version,
    'service.namespace': teller.tenant,
  };
  return {
    resourceLogs: [
      {
        resource: { attributes: attributes(resource) },
        scopeLogs: [{ scope: { name: 'sluice.connectors', version: teller.version }, logRecords }],
      },
    ],
  };
}

export function createOtlpTransport(settings: OtlpSettings, http: HttpClient, teller: Teller): Transport {
  const { url, headers, gzip } = settings;
  return {
    async send(events, signal): Promise<Delivery> {
      const text = JSON.stringify(otlpRequest(events, settings.body, teller));
      const encoding: Record<string, string> = gzip ? { 'content-encoding': 'gzip' } : {};
      const all = { ...headers, 'content-type': 'application/json', ...encoding };
      const answer = await http.post(url, all, gzip ? gzipSync(text) : text, signal);
      const delivery = deliveryOf(answer);
      return delivery.ok && answer.ok && rejectedCount(answer.body) > 0 ? refused('partly_rejected') : delivery;
    },
    close: () => http.close(),
  };
}

/** How many records the receiver dropped although it answered with success. */
function rejectedCount(body: string): number {
  try {
    return Number(JSON.parse(body)?.partialSuccess?.rejectedLogRecords ?? 0);
  } catch {
    // An empty answer or protobuf: success without a reservation that could be read.
    return 0;
  }
}
