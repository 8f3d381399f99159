/** One round with the endpoint: enrol, fetch policy, ship the queue, say that we live. Rounds never overlap. */
import { buildTamperSuspected } from '../records/build.ts';
import { pruneOld, reclaimSending } from '../records/outbox.ts';
import { type ShipResult, ship } from '../records/ship.ts';
import type { Writer } from '../records/writer.ts';
import { CERTIFICATE_REFUSALS, type CertificateRefusal } from '../sync/api.ts';
import { ensureCertificate } from '../sync/certificate.ts';
import {
  type EnrolConfig,
  type Enrolment,
  type EnrolPorts,
  ensureEnrolled,
  forgetEnrolment,
  restartChain,
} from '../sync/enrol.ts';
import { beat, type HeartbeatPorts } from '../sync/heartbeat.ts';
import { rotateIfDue } from '../sync/rotate-key.ts';
import { witness } from '../sync/witness.ts';
import type { IdentityKeeper } from './identity-keeper.ts';
import type { PackKeeper } from './pack-keeper.ts';
import type { PolicyKeeper } from './policy-keeper.ts';

/** Acknowledged records stay this long, so that people can read what was recorded about them. */
const KEEP_MS = 30 * 24 * 60 * 60_000;
/** Only one worker ships at a time, also while an old one is dying. */
const SHIP_LOCK = 'sluice.ship';

export interface SyncPorts extends EnrolPorts, Pick<HeartbeatPorts, 'sightings'> {
  writer: Writer;
  /** Null without an endpoint: records then stay on the device. */
  config: EnrolConfig | null;
  policies: PolicyKeeper;
  packs: PackKeeper;
  identities: IdentityKeeper;
  coverage: 'full' | 'partial';
  /** Wake up again at this time (ms). */
  wakeAt(when: number): void;
}

/** What the popup and the options page show of the endpoint. */
export interface Contact {
  /** `revoked`: it answers, and has shut this device out; a refusal: it takes nothing under the certificate there is. */
  state: 'reachable' | 'unreachable' | 'revoked' | CertificateRefusal | 'never_tried' | 'not_configured';
  lastContact: number | null;
  error: string | null;
}

export class Sync {
  readonly #ports: SyncPorts;
  #running: Promise<void> | null = null;
  #again = false;
  contact: Contact;

  constructor(ports: SyncPorts) {
    this.#ports = ports;
    this.contact = { state: ports.config ? 'never_tried' : 'not_configured', lastContact: null, error: null };
  }

  /** Run a round; while one is under way, one more follows it. Never rejects. */
  run(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#rounds().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false;
      try {
        await this.#round();
      } catch {
        this.#failed('storage');
      }
    } while (this.#again);
  }

  async #round(): Promise<void> {
    const { db, policies, packs, identities, coverage, config, now } = this.#ports;
    await beat(this.#ports, { coverage, policyRef: policies.policyRef, freshness: policies.freshness });
    await pruneOld(db, now() - KEEP_MS);
    if (config === null) return;
    const enrolment = await this.#enrolled(config);
    if (enrolment === null) return;
    const outcome = await policies.refresh(enrolment);
    // Everything else would be refused as well. What it has goes on: the policy, the records, the token.
    if (outcome === 'revoked') return this.#failed(outcome);
    if (outcome === 'unreachable' || outcome === 'unauthorised') this.#failed(outcome);
    else {
      this.#reached();
      await packs.refresh(enrolment);
      await identities.refresh(enrolment);
    }
    if (outcome === 'unauthorised') await identities.forget();
    const certified = await ensureCertificate(this.#ports, enrolment);
    if (isRefusal(certified)) return this.#failed(certified);
    await rotateIfDue(this.#ports, enrolment, policies.selected.verified.policy.keys);
    await this.#shipAll();
    await this.#witness(enrolment);
  }

  async #enrolled(config: EnrolConfig): Promise<Enrolment | null> {
    const result = await ensureEnrolled(this.#ports, config);
    if (result.ok) return result.enrolment;
    this.#failed(result.code);
    if (result.code === 'refused') await this.#ports.identities.forget();
    if ('until' in result) this.#ports.wakeAt(result.until);
    return null;
  }

  async #shipAll(): Promise<void> {
    const { db, locks } = this.#ports;
    const result = await locks(SHIP_LOCK, async () => {
      await reclaimSending(db);
      let shipped: ShipResult;
      do {
        shipped = await ship(this.#ports);
      } while (shipped.ok && shipped.state === 'shipped' && shipped.more);
      return shipped;
    });
    if (!result.ok) {
      this.#failed(result.code);
      if (result.code === 'unauthorised') await forgetEnrolment(this.#ports.db);
      if (result.code === 'receipt_invalid') await this.#distrust(result.detail);
    } else if (result.state === 'shipped') this.#reached();
    if ('until' in result) this.#ports.wakeAt(result.until);
  }

  /** A receipt that does not fit our own records is evidence itself. */
  async #distrust(fault: string): Promise<void> {
    if (fault === 'ahead') await restartChain(this.#ports);
    await this.#ports.writer.append(buildTamperSuspected({ code: 'receipt_invalid', detail: fault }));
  }

  /** What the log says after this round's records were shipped. */
  async #witness(enrolment: Enrolment): Promise<void> {
    const seen = await witness(this.#ports, enrolment);
    if (seen.outcome !== 'fault') return;
    this.#failed(seen.code);
    if (seen.isNew) await this.#ports.writer.append(buildTamperSuspected({ code: seen.code, detail: null }));
  }

  #reached(): void {
    this.contact = { state: 'reachable', lastContact: this.#ports.now(), error: null };
  }

  #failed(error: string): void {
    const answered = error === 'revoked' || isRefusal(error) ? error : 'unreachable';
    const state = this.#ports.config ? answered : 'not_configured';
    this.contact = { ...this.contact, state, error };
  }
}

function isRefusal(code: string): code is CertificateRefusal {
  return (CERTIFICATE_REFUSALS as readonly string[]).includes(code);
}
