/**
 * Microsoft Sentinel by Azure Monitor's Logs Ingestion API: a token by OAuth client credentials, then arrays of rows to the
 * stream of a data collection rule. Source: learn.microsoft.com, "Logs Ingestion API in Azure Monitor".
 */
import type { SentinelSettings } from '../connector-settings.ts';
import { deliveryOf, type HttpClient } from '../http-client.ts';
import type { OcsfEvent } from '../ocsf/ocsf-event.ts';
import { type Delivery, later, type OutEvent, type Transport } from '../transport.ts';

const API_VERSION = '2023-01-01';
/** A token is renewed before it ends. */
const MARGIN_MS = 120_000;

/** A row of the table; its columns are those of the template in docs/admin/connectors/sentinel.md. */
export function sentinelRow({ event, position }: OutEvent): Record<string, unknown> {
  const { class_name, activity_name, severity, message, metadata } = event as OcsfEvent & Record<string, string>;
  return {
    TimeGenerated: new Date(event.time).toISOString(),
    EventUid: metadata.uid,
    Position: position,
    ClassUid: event.class_uid,
    ClassName: class_name,
    ActivityName: activity_name,
    Severity: severity,
    Action: event.action ?? null,
    Disposition: event.disposition ?? null,
    IsAlert: event.is_alert ?? null,
    Message: message,
    Ocsf: event,
  };
}

export function createSentinelTransport(settings: SentinelSettings, http: HttpClient): Transport {
  const { endpoint, ruleId, stream, authority, directory, clientId, clientSecret, scope } = settings;
  const target = `${endpoint.replace(/\/+$/, '')}/dataCollectionRules/${ruleId}/streams/${stream}?api-version=${API_VERSION}`;
  const tokenUrl = `${authority.replace(/\/+$/, '')}/${directory}/oauth2/v2.0/token`;
  let token: { value: string; until: number } | null = null;

  const signIn = async (signal: AbortSignal): Promise<Delivery> => {
    if (token !== null && Date.now() < token.until) return { ok: true };
    token = null;
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await http.post(tokenUrl, headers, new URLSearchParams(form).toString(), signal);
    if (!answer.ok) return later(answer.code);
    token = answer.status === 200 ? readToken(answer.body) : null;
    // Whatever is wrong here, it is not the events.
    return token === null ? later(`sign_in_${answer.status}`, answer.retryAfterMs) : { ok: true };
  };

  return {
    async send(events, signal) {
      const signedIn = await signIn(signal);
      if (!signedIn.ok || token === null) return signedIn;
      const headers = { authorization: `Bearer ${token.value}`, 'content-type': 'application/json' };
      const answer = await http.post(target, headers, JSON.stringify(events.map(sentinelRow)), signal);
      // Revoked or expired by another clock: the next try gets a new one.
      if (answer.ok && answer.status === 401) token = null;
      return deliveryOf(answer);
    },
    close: () => http.close(),
  };
}

function readToken(body: string): { value: string; until: number } | null {
  try {
    const { access_token: value, expires_in: seconds } = JSON.parse(body) as Record<string, unknown>;
    if (typeof value !== 'string' || !Number.isFinite(Number(seconds))) return null;
    return { value, until: Date.now() + Number(seconds) * 1000 - MARGIN_MS };
  } catch {
    return null;
  }
}
