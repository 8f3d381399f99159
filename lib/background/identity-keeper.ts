/**
 * Whose this browser is, for records and for rules about groups: what the endpoint answered last, else what managed
 * settings say. A person's name is in memory only, and only to be shown to them.
 */
import type { IdentityView } from '../messages/popup-state.ts';
import type { Digester } from '../pipeline/digest.ts';
import type { DecisionDraft } from '../records/record.ts';
import type { SluiceDb } from '../storage/db.ts';
import { clearMeta, type MetaValue, readMeta, writeMeta } from '../storage/meta.ts';
import type { IdentityAnswer } from '../sync/api.ts';
import {
  askIdentity,
  beginSignIn,
  endSignIn,
  type IdentityFault,
  type IdentityPorts,
  isSameUser,
  tellIdentity,
} from '../sync/identity.ts';
import type { Net } from '../sync/net.ts';

export interface IdentityKeeperPorts {
  db: SluiceDb;
  net: Net;
  digester: Digester;
  /** From managed settings. */
  managed: { user?: string | undefined; groups?: string[] | undefined };
  /** Milliseconds since the epoch. */
  now(): number;
  wakeAt(when: number): void;
  /** Records carry another subject from now on, or rules see other groups. */
  onChange(): void;
}

type Kept = MetaValue<'subject'>;
type Enrolled = IdentityPorts['enrolment'];

/** The shortest time that alarms take, while somebody is about to sign in. */
const LOOK_AGAIN_MS = 30_000;

const UNKNOWN: IdentityAnswer = { state: 'none', canSignIn: false, pending: null, subject: null };

export class IdentityKeeper {
  readonly #ports: IdentityKeeperPorts;
  readonly #user: string | null;
  /** Keyed digest of `#user`. */
  readonly #told: string | null;
  #kept: Kept | null;
  /** Null: this background has not been answered yet. */
  #answer: IdentityAnswer | null = null;
  #url: string | null = null;
  #fault: IdentityView['fault'] = null;
  #shown: string;
  /** One call after the other: an answer that is older than a press must not undo it. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(ports: IdentityKeeperPorts, user: string | null, told: string | null, kept: Kept | null) {
    this.#ports = ports;
    this.#user = user;
    this.#told = told;
    this.#kept = kept;
    this.#shown = this.#effect();
  }

  static async open(ports: IdentityKeeperPorts): Promise<IdentityKeeper> {
    const user = ports.managed.user?.trim() || null;
    const told = user === null ? null : await ports.digester.digest('user', user);
    const kept = await readMeta(ports.db, 'subject');
    // Managed settings may name somebody else by now.
    const isStill = kept?.assurance === 'oidc' || (kept !== null && told !== null && kept.told === told);
    return new IdentityKeeper(ports, user, told, isStill ? kept : null);
  }

  /** What a record written now says. A name whose period is over is not used: it would join the two periods. */
  get subject(): DecisionDraft['subject'] {
    const kept = this.#kept;
    if (kept === null) return { assurance: this.#user === null ? 'device_only' : 'managed' };
    const { ref, until, assurance } = kept;
    return this.#ports.now() < until ? { ref, assurance } : { assurance };
  }

  get groups(): string[] {
    return [...new Set([...(this.#ports.managed.groups ?? []), ...(this.#kept?.groups ?? [])])];
  }

  /** At every sync: what the endpoint knows now. Rejects only when the database does. */
  refresh(enrolment: Enrolled): Promise<void> {
    return this.#inTurn(() => this.#refresh(enrolment));
  }

  /** The endpoint does not take this device any more. */
  forget(): Promise<void> {
    return this.#inTurn(() => this.#take(UNKNOWN));
  }

  view(): Promise<IdentityView> {
    return this.#inTurn(async () => {
      if (this.#answer === null || this.#answer.state === 'pending') {
        const enrolment = await readMeta(this.#ports.db, 'enrolment');
        if (enrolment !== null) await this.#refresh(enrolment);
      }
      return this.#view();
    });
  }

  begin(): Promise<IdentityView> {
    return this.#inTurn(() =>
      this.#press(async (ports) => {
        const offer = await beginSignIn(ports);
        if (!offer.ok) return offer.code;
        const { url, code, expiresAt } = offer.value;
        this.#url = url;
        await this.#take({
          ...(this.#answer ?? UNKNOWN),
          state: 'pending',
          canSignIn: true,
          pending: { code, expiresAt },
        });
        return null;
      }),
    );
  }

  end(): Promise<IdentityView> {
    return this.#inTurn(() =>
      this.#press(async (ports) => {
        const ended = await endSignIn(ports);
        if (!ended.ok) return ended.code;
        await this.#take({ ...(this.#answer ?? UNKNOWN), state: 'none', pending: null, subject: null });
        await this.#refresh(ports.enrolment);
        return null;
      }),
    );
  }

  async #press(act: (ports: IdentityPorts) => Promise<IdentityFault | null>): Promise<IdentityView> {
    const { db, net } = this.#ports;
    const enrolment = await readMeta(db, 'enrolment');
    this.#fault = enrolment === null ? 'unauthorised' : await act({ net, enrolment });
    return this.#view();
  }

  async #refresh(enrolment: Enrolled): Promise<void> {
    const ports = { net: this.#ports.net, enrolment };
    let asked = await askIdentity(ports);
    if (asked.ok && !this.#isTold(asked.value) && (await tellIdentity(ports, this.#user)).ok) {
      asked = await askIdentity(ports);
    }
    if (asked.ok) await this.#take(asked.value);
    else if (asked.code === 'unauthorised') await this.#take(UNKNOWN);
    else this.#announce();
  }

  /** Who signed in is not put in question by managed settings. */
  #isTold({ subject }: IdentityAnswer): boolean {
    if (subject?.assurance === 'oidc') return true;
    return this.#user === null ? subject === null : subject !== null && isSameUser(subject.name, this.#user);
  }

  async #take(answer: IdentityAnswer): Promise<void> {
    const { db, now, wakeAt } = this.#ports;
    const before = this.#answer?.pending ?? null;
    this.#answer = answer;
    if (answer.state === 'pending') wakeAt(now() + LOOK_AGAIN_MS);
    else this.#url = null;
    if (answer.state === 'bound') this.#fault = null;
    if (answer.state === 'none' && before !== null && before.expiresAt <= now()) this.#fault = 'expired';
    const { subject } = answer;
    const isOurs = subject !== null && this.#isTold(answer);
    this.#kept = isOurs
      ? {
          assurance: subject.assurance,
          ref: subject.ref,
          until: subject.until,
          groups: subject.groups,
          told: this.#told,
        }
      : null;
    await (this.#kept === null ? clearMeta(db, 'subject') : writeMeta(db, 'subject', this.#kept));
    this.#announce();
  }

  /** Also when nothing came: time may have ended a name. */
  #announce(): void {
    const shown = this.#effect();
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#ports.onChange();
  }

  #effect(): string {
    return JSON.stringify([this.subject, this.groups]);
  }

  #view(): IdentityView {
    const kept = this.#kept;
    const { state, canSignIn, pending, subject } =
      this.#answer ?? (kept?.assurance === 'oidc' ? { ...UNKNOWN, state: 'bound' } : UNKNOWN);
    const { assurance, ref = null } = this.subject;
    const { since = null, name = null } = (kept && subject) ?? {};
    return {
      state,
      canSignIn,
      pending: pending && { ...pending, url: this.#url },
      subject: { assurance, ref, until: kept?.until ?? null, since, name },
      fault: this.#fault,
    };
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(task);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
