import { z } from '@hono/zod-openapi';
import { PERSON_NAME } from '../auth/person-name.ts';
import { milliseconds, text } from './common.ts';
import { roles } from './session.ts';

const personName = text(128).regex(PERSON_NAME);

const someRoles = roles.min(1).transform((given) => [...new Set(given)]);

export const personParam = z.object({ name: personName });

export const personItem = z
  .object({
    name: z.string(),
    roles,
    /** `local`: signs in here with a password. `oidc`: at the identity provider, which also says the roles. */
    source: z.enum(['local', 'oidc']),
    /** Has not yet changed the password that was made for them. */
    mustChange: z.boolean(),
    createdAt: milliseconds,
    disabledAt: milliseconds.nullable(),
    sessions: z.number(),
    seenAt: milliseconds.nullable(),
  })
  .openapi('Person');
export type PersonItem = z.infer<typeof personItem>;

export const peopleList = z.object({ items: z.array(personItem) }).openapi('People');
export type PeopleList = z.infer<typeof peopleList>;

export const newPerson = z.object({ name: personName, roles: someRoles }).strict().openapi('NewPerson');

export const personPatch = z
  .object({ roles: someRoles.optional(), disabled: z.boolean().optional() })
  .strict()
  .openapi('PersonPatch');
export type PersonPatchBody = z.input<typeof personPatch>;

/** The one time that this password is told. */
export const oncePassword = z.object({ name: z.string(), password: z.string() }).openapi('OncePassword');
export type OncePassword = z.infer<typeof oncePassword>;
