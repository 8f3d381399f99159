/**
 * A webhook: CloudEvents 1.0 in structured mode (or its batch), signed as Standard Webhooks describe it: over id, time and
 * body, with HMAC-SHA256 (`v1`) or Ed25519 (`v1a`), so that receivers find a library and can refuse what is old.
 * Sources: github.com/cloudevents/spec, github.com/standard-webhooks/standard-webhooks.
 */
import { createHash, createHmac, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { WebhookSettings } from '../connector-settings.ts';
import { deliveryOf, type HttpClient } from '../http-client.ts';
import { CLASSES, type Teller } from '../ocsf/ocsf-event.ts';
import type { OutEvent, Transport } from '../transport.ts';

const CLASS_NAMES = new Map(Object.entries(CLASSES).map(([name, { uid }]) => [uid as number, name]));
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One CloudEvent as JSON. */
export function cloudEvent({ event, json, position }: OutEvent, { tenant }: Teller): string {
  const context = {
    specversion: '1.0',
    id: event.metadata.uid,
    source: `urn:sluice:${encodeURIComponent(tenant)}`,
    type: `sluice.ocsf.${snake(CLASS_NAMES.get(event.class_uid) ?? 'event')}`,
    time: new Date(event.time).toISOString(),
    datacontenttype: 'application/json',
    dataschema: `https://schema.ocsf.io/1.9.0/classes/${event.class_uid}`,
    sequence: String(position),
  };
  return `${JSON.stringify(context).slice(0, -1)},"data":${json}}`;
}

/** Makes the value of the header `webhook-signature`. */
export type Signature = (content: string) => string;

/** @param secret For `hmac` any text, or `whsec_` and base64; for `ed25519` a private key in PEM. Throws on another key. */
export function createSignature(method: WebhookSettings['signature'], secret: string): Signature {
  if (method === 'ed25519') {
    const key: KeyObject = createPrivateKey(secret);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key');
    return (content) => `v1a,${sign(null, Buffer.from(content), key).toString('base64')}`;
  }
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  return (content) => `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}

export function createWebhookTransport(settings: WebhookSettings, http: HttpClient, teller: Teller): Transport {
  const { url, headers, batched } = settings;
  const signature = createSignature(settings.signature, settings.secret);
  return {
    async send(events, signal) {
      const bodies = events.map((event) => cloudEvent(event, teller));
      const type = `application/cloudevents${batched ? '-batch' : ''}+json; charset=utf-8`;
      for (const body of batched ? [`[${bodies.join(',')}]`] : bodies) {
        // The same for a repeat of the same body, so that the receiver can tell.
        const id = `msg_${createHash('sha256').update(body).digest('base64url').slice(0, 32)}`;
        const time = String(Math.floor(Date.now() / 1000));
        const signed = {
          'webhook-id': id,
          'webhook-timestamp': time,
          'webhook-signature': signature(`${id}.${time}.${body}`),
        };
        const delivery = deliveryOf(
          await http.post(url, { ...headers, ...signed, 'content-type': type }, body, signal),
        );
        if (!delivery.ok) return delivery;
      }
      return { ok: true };
    },
    close: () => http.close(),
  };
}
