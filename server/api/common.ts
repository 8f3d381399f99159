/** Pieces that several requests and responses share. */
import { z } from '@hono/zod-openapi';
import { isStorable } from '../storable.ts';

/** Text from outside: bounded, and such as a database can keep. */
export const text = (max: number) =>
  z.string().trim().min(1).max(max).refine(isStorable, { error: 'must not hold NUL characters or lone surrogates' });

/** Milliseconds since the epoch. */
export const milliseconds = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** The same in a query string. */
export const millisecondsInQuery = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number)
  .pipe(milliseconds)
  .openapi({ type: 'integer' });

export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .default('50')
    .transform(Number)
    .pipe(z.number().int().min(1).max(200))
    .openapi({ type: 'integer' }),
};

export const apiErrorSchema = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .openapi('ApiError');

export const idParam = z.object({ id: z.uuid().toLowerCase() });

/** An answer of a route, for its OpenAPI entry. */
export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

export const errorAnswer = (description: string) => json(apiErrorSchema, description);

/** What every route for people may answer before it has looked at anything. */
export const accessAnswers = { 401: errorAnswer('Not signed in'), 403: errorAnswer('No role that allows it') };
