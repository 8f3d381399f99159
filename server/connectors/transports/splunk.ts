/**
 * Splunk's HTTP Event Collector, endpoint `/services/collector/event`: JSON objects one after the other, and, where the
 * token has indexer acknowledgement, the question whether they are indexed. Source: help.splunk.com, "HTTP Event Collector".
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SplunkSettings } from '../connector-settings.ts';
import { deliveryOf, type HttpAnswer, type HttpClient } from '../http-client.ts';
import { CLASSES } from '../ocsf/ocsf-event.ts';
import { type Delivery, later, type OutEvent, refused, type Transport } from '../transport.ts';

/** HEC's own codes that mean the events: no data, invalid format, event missing, blank, indexed fields. */
const ABOUT_THE_EVENTS = new Set([5, 6, 12, 13, 15]);
const ACK_EVERY_MS = 500;

const CLASS_NAMES = new Map(Object.entries(CLASSES).map(([name, { uid }]) => [uid as number, name]));
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One event in HEC's envelope. The sourcetype names the OCSF class: `sluice:ocsf:api_activity`. */
export function hecEvent({ event, json }: OutEvent, { index, source, host, sourcetype }: SplunkSettings): string {
  const envelope = {
    time: event.time / 1000,
    host,
    source,
    sourcetype: `${sourcetype}:${snake(CLASS_NAMES.get(event.class_uid) ?? 'event')}`,
    ...(index === undefined ? {} : { index }),
  };
  return `${JSON.stringify(envelope).slice(0, -1)},"event":${json}}`;
}

export function createSplunkTransport(settings: SplunkSettings, http: HttpClient): Transport {
  const channel = randomUUID();
  const base = settings.url.replace(/\/+$/, '');
  const headers = {
    authorization: `Splunk ${settings.token}`,
    'content-type': 'application/json',
    'x-splunk-request-channel': channel,
  };
  const untilIndexed = async (ackId: number, signal: AbortSignal): Promise<Delivery> => {
    const deadline = Date.now() + settings.ackWithinSeconds * 1000;
    while (Date.now() < deadline && !signal.aborted) {
      const body = JSON.stringify({ acks: [ackId] });
      const answer = await http.post(`${base}/services/collector/ack?channel=${channel}`, headers, body, signal);
      const delivery = hecDelivery(answer);
      if (!delivery.ok) return delivery;
      if (answer.ok && readJson(answer.body)?.acks?.[String(ackId)] === true) return { ok: true };
      await sleep(ACK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
    return later('not_acknowledged');
  };
  return {
    async send(events, signal) {
      const body = events.map((event) => hecEvent(event, settings)).join('\n');
      const answer = await http.post(`${base}/services/collector/event`, headers, body, signal);
      const delivery = hecDelivery(answer);
      if (!delivery.ok || !settings.ack) return delivery;
      const ackId = answer.ok ? readJson(answer.body)?.ackId : undefined;
      return typeof ackId === 'number' ? untilIndexed(ackId, signal) : later('ack_not_enabled');
    },
    close: () => http.close(),
  };
}

/** HEC says 400 about wrong settings as well as about wrong events: its code tells them apart. */
function hecDelivery(answer: HttpAnswer): Delivery {
  const delivery = deliveryOf(answer);
  if (delivery.ok || !answer.ok) return delivery;
  const code = readJson(answer.body)?.code;
  const named = typeof code === 'number' ? `http_${answer.status}_hec_${code}` : `http_${answer.status}`;
  if (answer.status === 400 && typeof code === 'number') {
    return ABOUT_THE_EVENTS.has(code) ? refused(named) : later(named);
  }
  return { ...delivery, code: named };
}

function readJson(text: string): { code?: unknown; ackId?: unknown; acks?: Record<string, unknown> } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
