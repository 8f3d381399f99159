/**
 * Syslog: RFC 5424 messages with the octet counting of RFC 6587 (over TCP) and RFC 5425 (over TLS).
 * The protocol has no acknowledgement. What comes closest: a connection for each batch, ended on our side, and the batch
 * counts when the receiver ends it too without an error, because by then it has read everything.
 */
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { SyslogSettings } from '../connector-settings.ts';
import { errorCode, type TlsSettings } from '../http-client.ts';
import { CLASSES } from '../ocsf/ocsf-event.ts';
import { type Delivery, later, type OutEvent, type Transport } from '../transport.ts';
import { toCef } from './cef.ts';

/** OCSF severity to syslog severity: informational, notice, warning, error, critical. */
const SEVERITY: Record<number, number> = { 1: 6, 2: 5, 3: 4, 4: 3, 5: 2 };
const CLASS_NAMES = new Map(Object.entries(CLASSES).map(([name, { uid }]) => [uid as number, name]));

/** Printable ASCII without spaces, as a header field must be. */
const field = (text: string, max: number) => text.replace(/[^\x21-\x7e]/g, '-').slice(0, max) || '-';
/** JSON in ASCII needs no byte order mark, which some receivers take for a part of the message. */
const ascii = (json: string) =>
  json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** One framed message: its length in octets, a space, the message. */
export function syslogFrame({ event, json }: OutEvent, { facility, hostname, format }: SyslogSettings): Buffer {
  const priority = facility * 8 + (SEVERITY[event.severity_id] ?? 6);
  const time = new Date(event.time).toISOString();
  const messageId = field(CLASS_NAMES.get(event.class_uid) ?? '-', 32);
  const text = format === 'cef' ? toCef(event) : ascii(json);
  const message = Buffer.from(`<${priority}>1 ${time} ${field(hostname, 255)} sluice - ${messageId} - ${text}`, 'utf8');
  return Buffer.concat([Buffer.from(`${message.length} `), message]);
}

export function createSyslogTransport(settings: SyslogSettings, tls: TlsSettings, timeoutMs: number): Transport {
  const { host, port, security } = settings;
  const open = (): Socket => {
    if (security === 'none') return connectTcp({ host, port });
    const { serverName, ...pem } = tls;
    // A name that is an address is no server name; verification is on, as by default.
    const servername = serverName ?? (/^[\d.]+$|:/.test(host) ? undefined : host);
    return connectTls({ host, port, ...pem, ...(servername && { servername }) });
  };
  return {
    send(events, signal) {
      const bytes = Buffer.concat(events.map((event) => syslogFrame(event, settings)));
      return deliver(open(), security === 'tls' ? 'secureConnect' : 'connect', bytes, timeoutMs, signal);
    },
    close() {},
  };
}

function deliver(
  socket: Socket,
  ready: string,
  bytes: Buffer,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Delivery> {
  return new Promise((resolve) => {
    let hasEnded = false;
    const settle = (delivery: Delivery) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.destroy();
      resolve(delivery);
    };
    const stop = () => settle(later('timeout'));
    const timer = setTimeout(stop, timeoutMs);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    socket.once(ready, () => socket.end(bytes, () => (hasEnded = true)));
    socket.on('error', (error) => settle(later(errorCode(error))));
    // The receiver's own end: after ours it has read all there was, before it something went wrong there.
    socket.on('end', () => settle(hasEnded ? { ok: true } : later('connection_lost')));
    socket.on('close', () => settle(later('connection_lost')));
    socket.resume();
  });
}
