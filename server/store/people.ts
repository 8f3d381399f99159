/** Who may sign in: local accounts and those of the identity provider, their roles, and every change as an act. */
import type { Selectable } from 'kysely';
import type { Language } from '../../lib/language/language.ts';
import type { Identity } from '../auth/oidc/provider.ts';
import type { Role } from '../auth/permissions.ts';
import { type AuditAct, writeAudit } from './audit.ts';
import type { Database, Db } from './schema.ts';
import { endSessions } from './sessions.ts';

export type Person = Selectable<Database['reviewers']>;

/** Make a local account, or give a known one another password, which ends its sessions. Roles of a known one stay. */
export async function setReviewer(
  db: Db,
  reviewer: { tenant: string; name: string; roles: readonly Role[]; passwordHash: string },
  now: number,
): Promise<void> {
  const { tenant, name, roles, passwordHash } = reviewer;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('reviewers')
      .values({ tenant, name, roles: JSON.stringify(roles), password_hash: passwordHash, created_at: now })
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'name']).doUpdateSet({ password_hash: passwordHash, must_change: false }),
      )
      .execute();
    await endSessions(trx, tenant, name);
  });
}

export async function findReviewer(db: Db, tenant: string, name: string): Promise<Person | null> {
  const row = await db
    .selectFrom('reviewers')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? null;
}

/** Passwords let nobody in any more: nor do the sessions that began with one. */
export async function endLocalSessions(db: Db, tenant: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('tenant', '=', tenant)
    .where('reviewer', 'in', (eb) =>
      eb.selectFrom('reviewers').select('name').where('tenant', '=', tenant).where('subject', 'is', null),
    )
    .execute();
}

export async function chooseLanguage(db: Db, tenant: string, name: string, language: Language): Promise<void> {
  await db.updateTable('reviewers').set({ language }).where('tenant', '=', tenant).where('name', '=', name).execute();
}

/** Everybody by name, with how many sessions they have and when they were last here. */
export async function listPeople(db: Db, tenant: string) {
  return db
    .selectFrom('reviewers')
    .leftJoin('sessions', (join) =>
      join.onRef('sessions.tenant', '=', 'reviewers.tenant').onRef('sessions.reviewer', '=', 'reviewers.name'),
    )
    .select(({ fn }) => [
      'reviewers.name',
      'reviewers.roles',
      'reviewers.subject',
      'reviewers.must_change',
      'reviewers.disabled_at',
      'reviewers.created_at',
      fn.count<number>('sessions.id').as('sessions'),
      fn.max('sessions.seen_at').as('seen_at'),
    ])
    .where('reviewers.tenant', '=', tenant)
    .groupBy(['reviewers.tenant', 'reviewers.name'])
    .orderBy('reviewers.name')
    .execute();
}

/** Who does something to whom, for the audit. */
export interface PersonAct {
  tenant: string;
  /** Whom it is done to. */
  name: string;
  actor: string;
  at: number;
}

/** A new local account with a password that its owner has to change. @returns False when the name is taken. */
export async function createPerson(
  db: Db,
  { tenant, name, actor, at }: PersonAct,
  roles: readonly Role[],
  passwordHash: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('reviewers')
      .values({
        tenant,
        name,
        roles: JSON.stringify(roles),
        password_hash: passwordHash,
        must_change: true,
        created_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('name')
      .executeTakeFirst();
    if (made === undefined) return false;
    await writeAudit(trx, { tenant, at, actor, act: 'person_created', subject: withRoles(name, roles) });
    return true;
  });
}

/** Give other roles, or close and open the account. Takes hold at the person's next request. @returns Null: nobody. */
export async function changePerson(
  db: Db,
  { tenant, name, actor, at }: PersonAct,
  change: { roles?: readonly Role[] | undefined; disabled?: boolean | undefined },
): Promise<Person | null> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('reviewers')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('name', '=', name)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) return null;
    const roles = change.roles ?? before.roles;
    const wasDisabled = before.disabled_at !== null;
    const isDisabled = change.disabled ?? wasDisabled;
    const after = await trx
      .updateTable('reviewers')
      .set({ roles: JSON.stringify(roles), disabled_at: isDisabled ? (before.disabled_at ?? at) : null })
      .where('tenant', '=', tenant)
      .where('name', '=', name)
      .returningAll()
      .executeTakeFirstOrThrow();
    const note = (act: AuditAct, subject: string) => writeAudit(trx, { tenant, at, actor, act, subject });
    if (withRoles(name, roles) !== withRoles(name, before.roles)) await note('roles_changed', withRoles(name, roles));
    if (isDisabled && !wasDisabled) {
      await endSessions(trx, tenant, name);
      await note('person_disabled', name);
    }
    if (!isDisabled && wasDisabled) await note('person_enabled', name);
    return after;
  });
}

/**
 * Another password, made for the person (`mustChange`) or chosen by them.
 * @param keep The session that goes on; all others end.
 * @returns False when there is no such local account.
 */
export async function changePassword(
  db: Db,
  { tenant, name, actor, at }: PersonAct,
  password: { hash: string; mustChange: boolean },
  keep?: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('reviewers')
      .set({ password_hash: password.hash, must_change: password.mustChange })
      .where('tenant', '=', tenant)
      .where('name', '=', name)
      .where('subject', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await endSessions(trx, tenant, name, keep === undefined ? {} : { except: keep });
    const act = password.mustChange ? 'password_reset' : 'password_changed';
    await writeAudit(trx, { tenant, at, actor, act, subject: name });
    return true;
  });
}

/**
 * Let in who comes from the identity provider: with the roles their groups give them now (at least one), under the name they had the
 * first time. Who lost every role loses their sessions too.
 */
export async function admitIdentity(
  db: Db,
  tenant: string,
  { subject, name: given }: Pick<Identity, 'subject' | 'name'>,
  roles: readonly Role[],
  at: number,
): Promise<{ ok: true; name: string } | { ok: false; code: 'no_role' | 'account_closed' | 'name_taken' }> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('reviewers')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('subject', '=', subject)
      .forUpdate()
      .executeTakeFirst();
    const name = known?.name ?? given;
    const note = (act: AuditAct, about: string) =>
      writeAudit(trx, { tenant, at, actor: 'identity provider', act, subject: about });
    const refuse = async (code: 'no_role' | 'account_closed') => {
      if (known !== undefined) await note('sign_in_failed', name);
      return { ok: false, code } as const;
    };
    if (known !== undefined && known.disabled_at !== null) return refuse('account_closed');
    if (known === undefined) {
      if (roles.length === 0) return refuse('no_role');
      const row = { tenant, name, roles: JSON.stringify(roles), subject, created_at: at };
      const made = await trx
        .insertInto('reviewers')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('name')
        .executeTakeFirst();
      if (made === undefined) return { ok: false, code: 'name_taken' };
      await note('person_created', withRoles(name, roles));
      return { ok: true, name };
    }
    if (withRoles(name, roles) !== withRoles(name, known.roles)) {
      await trx
        .updateTable('reviewers')
        .set({ roles: JSON.stringify(roles) })
        .where('tenant', '=', tenant)
        .where('subject', '=', subject)
        .execute();
      await note('roles_changed', withRoles(name, roles));
    }
    if (roles.length > 0) return { ok: true, name };
    await endSessions(trx, tenant, name);
    return refuse('no_role');
  });
}

const withRoles = (name: string, roles: readonly Role[]) => `${name}: ${[...roles].sort().join(', ')}`;
