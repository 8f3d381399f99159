import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** People on their way to the identity provider. */
export const signIn: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table sign_ins (
          state_hash text primary key,
          browser_hash text not null,
          nonce text not null,
          verifier text not null,
          expires_at bigint not null
        )`,
      )
      .execute(db);
  },
};
