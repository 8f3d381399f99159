/**
 * The policy in force: managed inline, then the endpoint's, then the bundled one, each verified. A change is recorded
 * and announced; whatever is refused changes nothing but the record that says so.
 */
import { freshnessOf } from '../policy/accept.ts';
import { bundledPolicy } from '../policy/bundled.ts';
import { type VerifiedPolicy, verifyEnvelope } from '../policy/envelope.ts';
import { breakGlassAt } from '../policy/exceptions.ts';
import { type SelectedPolicy, selectPolicy } from '../policy/select.ts';
import { buildBreakGlass, buildPolicyApplied, buildPolicyRejected } from '../records/build.ts';
import type { RecordDraft } from '../records/record.ts';
import type { PolicyRef } from '../records/record-fields.ts';
import type { SluiceDb } from '../storage/db.ts';
import { readMeta, writeMeta } from '../storage/meta.ts';
import type { Enrolment } from '../sync/enrol.ts';
import type { Net } from '../sync/net.ts';
import { fetchPolicy, type JudgePolicy, loadPolicy, policyJudge } from '../sync/policy-fetch.ts';

export interface PolicyKeeperPorts {
  db: SluiceDb;
  net: Net;
  now(): number;
  appVersion: string;
  /** From managed storage: the inline policy, the pinned keys, and whether an endpoint is expected to deliver one. */
  config: { policy?: string | undefined; policyRootKeys?: string[] | undefined; endpoint?: string | undefined };
  record(draft: RecordDraft): Promise<void>;
  /** Another policy is in force: guards have to be told. */
  onChange(): void;
}

type Held = { verified: VerifiedPolicy; confirmedMs: number | null } | null;

export class PolicyKeeper {
  readonly #ports: PolicyKeeperPorts;
  readonly #bundled: VerifiedPolicy;
  #managed: Held = null;
  #endpoint: Held = null;
  /** The endpoint itself said that it has no policy for this tenant: the bundled one is then not a stand-in. */
  #noneAtEndpoint = false;
  /** The last refusal that was recorded: the same one again at every sync would only fill the chain. */
  #lastRefusal = '';

  private constructor(ports: PolicyKeeperPorts, bundled: VerifiedPolicy) {
    this.#ports = ports;
    this.#bundled = bundled;
  }

  /** Rejects when the package's own policy does not verify: there is nothing to decide by then. */
  static async open(ports: PolicyKeeperPorts): Promise<PolicyKeeper> {
    const keeper = new PolicyKeeper(ports, await bundledPolicy());
    await keeper.#loadManaged();
    await keeper.#loadStored();
    await keeper.#recordIfNew();
    await keeper.#recordBreakGlass();
    return keeper;
  }

  get selected(): SelectedPolicy {
    const { config } = this.#ports;
    return selectPolicy({
      managed: { configured: config.policy !== undefined, held: this.#managed?.verified ?? null },
      endpoint: {
        configured: config.endpoint !== undefined && !this.#noneAtEndpoint,
        held: this.#endpoint?.verified ?? null,
      },
      bundled: this.#bundled,
    });
  }

  get freshness() {
    const { source, verified } = this.selected;
    const confirmedMs = source === 'endpoint' ? (this.#endpoint?.confirmedMs ?? null) : null;
    return freshnessOf(verified.policy, this.#ports.now(), confirmedMs);
  }

  get policyRef(): PolicyRef {
    const { source, verified } = this.selected;
    const { id, version, channel } = verified.policy;
    return { id, version, digest: verified.digest, channel, source };
  }

  /** Ask the endpoint. Resolves to the outcome's name; never rejects for what came back. */
  async refresh(enrolment: Enrolment): Promise<string> {
    const { db, net, now } = this.#ports;
    const judge = this.#judge(enrolment);
    const current = this.#endpoint?.verified ?? null;
    const before = this.#state();
    const result = await fetchPolicy({ db, net, now, judge }, enrolment, current);
    if (result.outcome === 'applied') this.#endpoint = { verified: result.policy, confirmedMs: now() };
    if (result.outcome === 'unchanged' && this.#endpoint) this.#endpoint.confirmedMs = now();
    if (result.outcome === 'none') this.#noneAtEndpoint = true;
    if (result.outcome === 'rejected') await this.#recordRefusal(result.code, 'endpoint');
    if (result.outcome === 'applied') await this.#recordIfNew();
    await this.#recordBreakGlass();
    // Also when the same rules come from another place: guards may have been told to wait for them.
    if (this.#state() !== before) this.#ports.onChange();
    return result.outcome;
  }

  #state(): string {
    const { source, waiting, verified } = this.selected;
    return `${source} ${waiting} ${verified.digest}`;
  }

  async #loadManaged(): Promise<void> {
    const { policy, policyRootKeys } = this.#ports.config;
    if (policy === undefined) return;
    const verified = await verifyEnvelope(policy, policyRootKeys ?? []);
    if (verified.ok) this.#managed = { verified, confirmedMs: null };
    else await this.#recordRefusal(verified.code, 'managed');
  }

  async #loadStored(): Promise<void> {
    const enrolment = await readMeta(this.#ports.db, 'enrolment');
    if (enrolment === null || enrolment.endpoint !== this.#ports.config.endpoint) return;
    const loaded = await loadPolicy({ db: this.#ports.db, judge: this.#judge(enrolment) });
    if (loaded.ok) this.#endpoint = { verified: loaded.policy, confirmedMs: loaded.confirmedAt };
    else if (loaded.code !== 'none') await this.#recordRefusal(loaded.code, 'endpoint');
  }

  #judge(enrolment: Enrolment): JudgePolicy<VerifiedPolicy> {
    const { config, appVersion } = this.#ports;
    const rootKeys = config.policyRootKeys ?? enrolment.policyRootKeys;
    return policyJudge(rootKeys, { appVersion, rootKeys: rootKeys.length });
  }

  async #recordRefusal(code: string, source: 'endpoint' | 'managed'): Promise<void> {
    if (this.#lastRefusal === `${source} ${code}`) return;
    this.#lastRefusal = `${source} ${code}`;
    await this.#ports.record(buildPolicyRejected({ code, source, kept: this.selected.verified.digest }));
  }

  /** An emergency begins with its policy, or by the clock while the policy is in force; it is told once. */
  async #recordBreakGlass(): Promise<void> {
    const { db, now, record } = this.#ports;
    const emergency = breakGlassAt(this.selected.verified.policy, now());
    const told = await readMeta(db, 'breakglass');
    const { policyRef } = this;
    if (emergency === null || (told?.id === emergency.id && told.digest === policyRef.digest)) return;
    await record(buildBreakGlass({ id: emergency.id, until: Date.parse(emergency.until), policyRef }));
    await writeMeta(db, 'breakglass', { id: emergency.id, digest: policyRef.digest });
  }

  async #recordIfNew(): Promise<void> {
    const { db } = this.#ports;
    const { policyRef } = this;
    const last = await readMeta(db, 'applied');
    if (last?.digest === policyRef.digest && last.source === policyRef.source) return;
    const draft = buildPolicyApplied({ policyRef, freshness: this.freshness, replaces: last?.digest ?? null });
    await this.#ports.record(draft);
    await writeMeta(db, 'applied', { digest: policyRef.digest, source: policyRef.source });
    this.#lastRefusal = '';
  }
}
