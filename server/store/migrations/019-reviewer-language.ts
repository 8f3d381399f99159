import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The language a person has chosen for the console; null: what their browser prefers. */
export const reviewerLanguage: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw('alter table reviewers add column language text').execute(db);
  },
};
