/** The way out that a connector's settings ask for, and how much fits into one delivery. */
import type { ConnectorSettings } from './connector-settings.ts';
import { createHttpClient, type TlsSettings } from './http-client.ts';
import type { Teller } from './ocsf/ocsf-event.ts';
import type { Transport } from './transport.ts';
import { createOtlpTransport } from './transports/otlp.ts';
import { createSentinelTransport } from './transports/sentinel.ts';
import { createSplunkTransport } from './transports/splunk.ts';
import { createSyslogTransport } from './transports/syslog.ts';
import { createWebhookTransport } from './transports/webhook.ts';

export function createTransport(settings: ConnectorSettings, teller: Teller): Transport {
  const { caFile: ca, certFile: cert, keyFile: key, serverName } = settings.tls;
  const tls: TlsSettings = { ca, cert, key, serverName };
  const timeoutMs = settings.timeoutSeconds * 1000;
  const http = () => createHttpClient({ tls, timeoutMs });
  switch (settings.type) {
    case 'otlp':
      return createOtlpTransport(settings, http(), teller);
    case 'splunk':
      return createSplunkTransport(settings, http());
    case 'sentinel':
      return createSentinelTransport(settings, http());
    case 'syslog':
      return createSyslogTransport(settings, tls, timeoutMs);
    case 'webhook':
      return createWebhookTransport(settings, http(), teller);
  }
}

export interface BatchLimits {
  /** Entries of the feed. */
  entries: number;
  /** Of the events' JSON. */
  bytes: number;
}

/** Sentinel takes one megabyte in a call; others have limits of their owners' making, mostly above this. */
const MAX_BYTES = 800_000;

export function batchLimits(settings: ConnectorSettings): BatchLimits {
  // A request each: what was delivered is not sent again because a later one failed.
  const single = settings.type === 'webhook' && !settings.batched;
  return { entries: settings.batchEvents ?? (single ? 1 : 200), bytes: MAX_BYTES };
}
