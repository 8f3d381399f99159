/**
 * POST over HTTPS for connectors: certificates are always verified, redirects are never followed, an answer is read to a
 * limit, and everything ends in time. Errors come out as codes, because their messages can quote addresses and data.
 */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type Delivery, later, refused } from './transport.ts';

/** Enough for any answer that is looked at. */
const MAX_ANSWER_BYTES = 65_536;
const MAX_RETRY_AFTER_S = 900;
/** How a connection ends that the other side has closed. */
const CLOSED = new Set(['ECONNRESET', 'EPIPE']);

/** PEM texts, and the name the receiver's certificate is for when it is not that of its address. */
export interface TlsSettings {
  ca?: string | undefined;
  cert?: string | undefined;
  key?: string | undefined;
  serverName?: string | undefined;
}

export type HttpAnswer =
  | { ok: true; status: number; body: string; retryAfterMs: number | undefined }
  | { ok: false; code: string };

export interface HttpClient {
  post(url: string, headers: Record<string, string>, body: string | Buffer, signal: AbortSignal): Promise<HttpAnswer>;
  close(): void;
}

export function createHttpClient({ tls, timeoutMs }: { tls: TlsSettings; timeoutMs: number }): HttpClient {
  const { serverName, ...pem } = tls;
  const secure = new HttpsAgent({
    keepAlive: true,
    maxSockets: 2,
    ...pem,
    ...(serverName && { servername: serverName }),
  });
  const plain = new HttpAgent({ keepAlive: true, maxSockets: 2 });
  return {
    post(url, headers, body, signal) {
      const isSecure = url.startsWith('https:');
      const bytes = Buffer.from(body);
      const options = {
        method: 'POST',
        agent: isSecure ? secure : plain,
        headers: { ...headers, 'content-length': String(bytes.length), 'user-agent': 'sluice' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      };
      const ask = (): Promise<HttpAnswer> =>
        new Promise((resolve) => {
          const request = (isSecure ? httpsRequest : httpRequest)(url, options, (answer) => {
            readAnswer(answer).then(resolve, (error) => resolve({ ok: false, code: errorCode(error) }));
          });
          request.on('error', (error: NodeJS.ErrnoException) => {
            // The receiver had just closed a connection that was kept: that says nothing of the receiver.
            const wasClosed = request.reusedSocket && CLOSED.has(error.code ?? '');
            resolve(wasClosed ? ask() : { ok: false, code: errorCode(error) });
          });
          request.end(bytes);
        });
      return ask();
    },
    close() {
      secure.destroy();
      plain.destroy();
    },
  };
}

async function readAnswer(answer: IncomingMessage): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_ANSWER_BYTES) chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  return {
    ok: true,
    status: answer.statusCode ?? 0,
    body,
    retryAfterMs: readRetryAfter(answer.headers['retry-after']),
  };
}

/** Seconds only; a date would need the receiver's clock to be right. */
function readRetryAfter(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Math.min(Number(value), MAX_RETRY_AFTER_S) * 1000 : undefined;
}

/** The kind of a network error. */
export function errorCode(error: unknown): string {
  const { code = '', name = '' } = (error ?? {}) as { code?: string; name?: string };
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT')
    return 'timeout';
  if (code === 'ECONNREFUSED') return 'connection_refused';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name_unknown';
  if (/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH)/.test(code))
    return 'certificate_untrusted';
  if (/^(ERR_SSL|ERR_TLS|EPROTO)/.test(code)) return 'tls_failed';
  return 'connection_lost';
}

/** Statuses by which a receiver says that it does not like these very events. */
const ABOUT_THE_EVENTS = new Set([400, 413, 422]);

/** What an answer says about a delivery, by its status alone. Addresses and keys that are wrong can be put right: later. */
export function deliveryOf(answer: HttpAnswer): Delivery {
  if (!answer.ok) return later(answer.code);
  const { status, retryAfterMs } = answer;
  if (status >= 200 && status < 300) return { ok: true };
  return ABOUT_THE_EVENTS.has(status) ? refused(`http_${status}`) : later(`http_${status}`, retryAfterMs);
}
