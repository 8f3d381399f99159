/** What comes from outside about apps: host and path patterns, and whole apps as an admin or a site pack names them. */
import * as z from 'zod/mini';

const SEGMENT = String.raw`(?:[\w.~!$&'()+,;=:@%-]+|\*)`;

/** See path-glob.ts. */
export const pathGlobSchema = z
  .string()
  .check(z.maxLength(300), z.regex(new RegExp(`^(?:/|(?:/${SEGMENT})+/?|(?:/${SEGMENT})*/\\*\\*)$`)));

/** A host name, or `*.` and at least two labels: the domain itself and everything below it. Never a part of a name. */
export const hostPatternSchema = z
  .string()
  .check(z.maxLength(253), z.regex(/^(?:\*(?:\.[a-z0-9_-]+){2,}|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/));

const fields = {
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  hosts: z.array(hostPatternSchema).check(z.minLength(1), z.maxLength(50)),
  /** Paths that carry prompts, e.g. `/api/chat/*`. Without them every call with a body counts as a prompt. */
  promptPaths: z.optional(z.array(pathGlobSchema).check(z.minLength(1), z.maxLength(50))),
};

/** As an admin names it. */
export const extraAppSchema = z.object({ id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)), ...fields });

/** Any added app, those that discovery found included. */
export const addedAppSchema = z.object({ id: z.string().check(z.minLength(1), z.maxLength(64)), ...fields });
export type ExtraApp = z.infer<typeof addedAppSchema>;
