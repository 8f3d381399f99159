import { gunzipSync } from 'node:zlib';
import { toCanonical } from '../../lib/records/canonical.ts';
import { type Head, headOf, linkFault, openRecord } from '../../lib/records/chain.ts';
import { createDeviceKey, type DeviceKey, sign } from '../../lib/records/sign.ts';
import { enrolRequest, type IngestResponse, type Receipt, type ShippedRecord } from '../../lib/sync/api.ts';
import type { Net, NetRequest, NetResult } from '../../lib/sync/net.ts';

interface Chain {
  head: Head | null;
  hashes: Map<number, string>;
}

export interface Policy {
  envelope: string;
  etag: string;
}

/** The endpoint as lib/sync/api.ts describes it, in memory: idempotent by (chain, seq), forks refused, signed receipts. */
export class FakeEndpoint {
  readonly url = 'https://sluice.example.test';
  readonly stored: ShippedRecord[] = [];
  readonly requests: NetRequest[] = [];
  readonly devices = new Map<string, { kid: string; publicKey: string; token: string }>();
  readonly receipts: Receipt[] = [];
  policy: Policy | null = null;
  /** Signed site pack. */
  sites: Policy | null = null;
  now: () => number;
  /** Answers instead of the endpoint, once each. `lost`: the call arrives, its answer does not. */
  trouble: (NetResult | 'lost')[] = [];
  /** Every device was shut out. */
  revoked = false;
  /** Records of these kinds are dead letters. */
  rejectKinds = new Set<string>();
  /** Changes what is signed or sent, for a test of a dishonest endpoint. */
  tamper: (response: IngestResponse) => IngestResponse | Promise<IngestResponse> = (response) => response;
  readonly key: DeviceKey;
  readonly #chains = new Map<string, Chain>();

  private constructor(key: DeviceKey, now: () => number) {
    this.key = key;
    this.now = now;
  }

  static async start(now: () => number): Promise<FakeEndpoint> {
    return new FakeEndpoint(await createDeviceKey(), now);
  }

  get net(): Net {
    return async (request) => {
      this.requests.push(request);
      const trouble = this.trouble.shift();
      if (trouble !== undefined && trouble !== 'lost') return trouble;
      const answer = await this.#route(request);
      return trouble === 'lost' ? { ok: false, code: 'timeout' } : answer;
    };
  }

  async #route(request: NetRequest): Promise<NetResult> {
    const path = new URL(request.url).pathname;
    if (this.revoked) return answer(403, { error: { code: 'device_revoked', message: 'revoked' } });
    if (path === '/v1/enrol') return this.#enrol(request);
    const token = request.headers?.authorization?.replace(/^Bearer /, '');
    const device = [...this.devices.keys()].find((id) => this.devices.get(id)?.token === token);
    if (device === undefined) return answer(401, { error: { code: 'unauthorised', message: 'unknown device' } });
    if (path === '/v1/records') return this.#ingest(request, device);
    if (path === '/v1/policy') return this.#sendSigned(request, this.policy);
    if (path === '/v1/sites') return this.#sendSigned(request, this.sites);
    return answer(404, { error: { code: 'not_found', message: 'no such path' } });
  }

  #enrol({ body }: NetRequest): NetResult {
    const { token, device, kid, publicKey } = enrolRequest.parse(JSON.parse(body as string));
    if (token !== 'right') return answer(403, { error: { code: 'bad_token', message: 'this token is not valid' } });
    const deviceToken = `token-${device}-${this.requests.length}`.padEnd(64, '0');
    this.devices.set(device, { kid, publicKey, token: deviceToken });
    const serverKey = { kid: this.key.kid, publicKey: this.key.publicKey };
    return answer(200, { device, deviceToken, serverKey, policyRootKeys: [], serverTime: this.now() });
  }

  async #ingest({ body }: NetRequest, device: string): Promise<NetResult> {
    const lines = gunzipSync(body as Uint8Array)
      .toString('utf8')
      .split('\n')
      .slice(0, -1);
    const response: IngestResponse = {
      accepted: 0,
      duplicates: 0,
      rejected: [],
      receipt: null,
      serverTime: this.now(),
    };
    let touched: { chain: string; tenant: string } | null = null;
    for (const [line, text] of lines.entries()) {
      const shipped = JSON.parse(text) as ShippedRecord;
      const opened = await openRecord(shipped, (id, kid) => {
        const known = this.devices.get(id);
        return id === device && known?.kid === kid ? known.publicKey : null;
      });
      if (!opened.ok) {
        response.rejected.push({ line, code: opened.code, message: 'dead letter' });
        continue;
      }
      const { chain: name, tenant, seq, kind } = opened.record;
      const chain = this.#chains.get(name) ?? { head: null, hashes: new Map() };
      this.#chains.set(name, chain);
      touched = { chain: name, tenant };
      const seen = chain.hashes.get(seq);
      if (seen === opened.hash) {
        response.duplicates++;
        continue;
      }
      const fault = seen === undefined ? linkFault(chain.head, opened) : 'fork';
      if (fault !== null || this.rejectKinds.has(kind)) {
        response.rejected.push({ line, code: fault ?? 'kind', message: 'dead letter' });
        if (fault !== null) continue;
      } else {
        response.accepted++;
        this.stored.push(shipped);
      }
      chain.hashes.set(seq, opened.hash);
      chain.head = headOf(opened);
    }
    const head = touched && this.#chains.get(touched.chain)?.head;
    if (touched && head) response.receipt = await this.sealReceipt({ tenant: touched.tenant, ...head });
    return answer(200, await this.tamper(response));
  }

  /** A receipt signed by the endpoint's key (or another, for a test of forgery). */
  async sealReceipt(
    { tenant, chain, epoch, seq, hash }: Omit<Head, 'kid'> & { tenant: string },
    key: DeviceKey = this.key,
  ): Promise<Receipt> {
    const body = { v: 1 as const, tenant, chain, epoch, seq, head: hash, ts: this.now() };
    const signed = toCanonical(body);
    if (!signed.ok) throw new Error(signed.code);
    const receipt = { body, kid: this.key.kid, sig: await sign(key.privateKey, signed.bytes) };
    this.receipts.push(receipt);
    return receipt;
  }

  #sendSigned({ headers }: NetRequest, signed: Policy | null): NetResult {
    if (signed === null) return answer(404, { error: { code: 'none', message: 'none published' } });
    const { etag, envelope } = signed;
    if (headers?.['if-none-match'] === etag) return answer(304, '');
    return { ...answer(200, ''), text: envelope, header: (name) => (name.toLowerCase() === 'etag' ? etag : null) };
  }
}

/** An answer as the network port gives it. */
export function answer(status: number, value: unknown, headers: Record<string, string> = {}): NetResult & { ok: true } {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { ok: true, status, header: (name) => headers[name.toLowerCase()] ?? null, text };
}
