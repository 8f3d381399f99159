/** The site pack in force: fetched from the endpoint, verified, applied. What is refused changes nothing but the record. */
import { choosePack, type VerifiedPack, verifyPack } from '../coverage/pack-signature.ts';
import { buildPolicyRejected } from '../records/build.ts';
import type { RecordDraft } from '../records/record.ts';
import type { SluiceDb } from '../storage/db.ts';
import { readMeta } from '../storage/meta.ts';
import type { Enrolment } from '../sync/enrol.ts';
import type { Net } from '../sync/net.ts';
import { fetchPolicy, type JudgePolicy, loadPolicy } from '../sync/policy-fetch.ts';
import type { GovernedList } from './governed-list.ts';

export interface PackKeeperPorts {
  db: SluiceDb;
  net: Net;
  now(): number;
  governed: GovernedList;
  config: { policyRootKeys?: string[] | undefined; endpoint?: string | undefined };
  append(draft: RecordDraft): Promise<unknown>;
}

export class PackKeeper {
  readonly #ports: PackKeeperPorts;
  #held: VerifiedPack | null = null;
  /** The last refusal that was recorded: the same one again at every sync would only fill the chain. */
  #lastRefusal = '';

  private constructor(ports: PackKeeperPorts) {
    this.#ports = ports;
  }

  /** With the pack that was kept, verified anew. */
  static async open(ports: PackKeeperPorts): Promise<PackKeeper> {
    const keeper = new PackKeeper(ports);
    const enrolment = await readMeta(ports.db, 'enrolment');
    const isOurs = enrolment !== null && enrolment.endpoint === ports.config.endpoint;
    const loaded = isOurs
      ? await loadPolicy({ db: ports.db, judge: keeper.#judge(enrolment), slot: 'sites' })
      : ({ ok: false, code: 'none' } as const);
    if (loaded.ok) keeper.#held = loaded.policy;
    else if (loaded.code !== 'none') await keeper.#recordRefusal(loaded.code);
    await keeper.#apply();
    return keeper;
  }

  /** Ask the endpoint. Resolves to the outcome's name. */
  async refresh(enrolment: Enrolment): Promise<string> {
    const { db, net, now } = this.#ports;
    const result = await fetchPolicy(
      { db, net, now, judge: this.#judge(enrolment), slot: 'sites' },
      enrolment,
      this.#held,
    );
    if (result.outcome === 'applied') {
      this.#held = result.policy;
      this.#lastRefusal = '';
      await this.#apply();
    }
    if (result.outcome === 'rejected') await this.#recordRefusal(result.code);
    return result.outcome;
  }

  #judge(enrolment: Enrolment): JudgePolicy<VerifiedPack> {
    const rootKeys = this.#ports.config.policyRootKeys ?? enrolment.policyRootKeys;
    return async (envelope, current) => {
      const verified = await verifyPack(envelope, rootKeys);
      if (!verified.ok) return verified;
      const choice = choosePack(current, verified);
      if (choice.keep === 'candidate') return { ok: true, policy: verified };
      if (choice.code === 'unchanged') return { ok: true, policy: null };
      return { ok: false, code: choice.code, message: `site pack ${verified.version} is not newer` };
    };
  }

  async #apply(): Promise<void> {
    await this.#ports.governed.change({ pack: this.#held?.pack });
  }

  async #recordRefusal(code: string): Promise<void> {
    if (this.#lastRefusal === code) return;
    this.#lastRefusal = code;
    const kept = this.#held?.digest ?? null;
    await this.#ports.append(buildPolicyRejected({ code: `sites:${code}`, source: 'endpoint', kept }));
  }
}
