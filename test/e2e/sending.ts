/** What a page sends by its own code, past every composer: a call, or frames of one socket. */
export interface Sending {
  url: string;
  headers?: Record<string, string>;
  /** One for a call that has a body, none for one that has not. */
  bodies: (string | Uint8Array)[];
}

export const JSON_TYPE = { 'content-type': 'application/json' };

export const call = (url: string, body: string | Uint8Array, headers: Record<string, string> = {}): Sending => ({
  url,
  headers,
  bodies: [body],
});
export const frames = (url: string, ...bodies: (string | Uint8Array)[]): Sending => ({ url, bodies });

/** Page code that sends it, and does not wait for an answer. */
export function script({ url, headers = {}, bodies }: Sending): string {
  const parts = bodies.map((body) =>
    typeof body === 'string'
      ? JSON.stringify(body)
      : `Uint8Array.from(atob('${Buffer.from(body).toString('base64')}'), (c) => c.charCodeAt(0))`,
  );
  if (url.startsWith('wss:')) {
    return `new Promise((resolve, reject) => {
      const socket = new WebSocket(${JSON.stringify(url)});
      socket.onopen = () => { for (const part of [${parts}]) socket.send(part); resolve(); };
      socket.onclose = () => reject(new Error('closed'));
    }).then(() => 'sent')`;
  }
  const options = { method: bodies.length > 0 ? 'POST' : 'GET', headers };
  const body = parts.length > 0 ? `, body: ${parts[0]}` : '';
  return `(fetch(${JSON.stringify(url)}, { ...${JSON.stringify(options)}${body} }).catch(() => undefined), 'sent')`;
}
