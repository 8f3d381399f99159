/** A reviewer's session with the endpoint, over the same API as the console. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { DecisionDetail, DecisionPage } from '../../server/api/decisions.ts';
import type { IncidentPage } from '../../server/api/incidents.ts';

export class Reviewer {
  readonly #endpoint: string;
  readonly #cookie: string;

  private constructor(endpoint: string, cookie: string) {
    this.#endpoint = endpoint;
    this.#cookie = cookie;
  }

  static async signIn(endpoint: string, { user, password }: { user: string; password: string }): Promise<Reviewer> {
    const response = await fetch(`${endpoint}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-sluice': '1' },
      body: JSON.stringify({ user, password }),
    });
    if (!response.ok) throw new Error(`sign-in: status ${response.status}`);
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    return new Reviewer(endpoint, cookie);
  }

  decisions(): Promise<DecisionPage> {
    return this.#get('/v1/decisions');
  }

  decision(id: string): Promise<DecisionDetail> {
    return this.#get(`/v1/decisions/${id}`);
  }

  incidents(): Promise<IncidentPage> {
    return this.#get('/v1/incidents');
  }

  /** Download the evidence pack and unpack it into `dir`. */
  async saveEvidence(dir: string): Promise<string[]> {
    const response = await this.#request('/v1/evidence');
    const files = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())));
    for (const [name, bytes] of files) {
      const path = join(dir, name);
      if (!path.startsWith(dir)) throw new Error('a file of the pack lies outside it');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    return files.map(([name]) => name);
  }

  async #get<T>(path: string): Promise<T> {
    return (await this.#request(path)).json() as Promise<T>;
  }

  async #request(path: string): Promise<Response> {
    const response = await fetch(this.#endpoint + path, { headers: { cookie: this.#cookie, 'x-sluice': '1' } });
    if (!response.ok) throw new Error(`${path}: status ${response.status}`);
    return response;
  }
}
