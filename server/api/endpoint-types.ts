/**
 * What each route takes and answers, read off its definition by the compiler: `Asked<'POST /v1/devices/{id}/revoke'>` is
 * its parameters, query and body as the route parses them, `Answered<...>` the JSON of its success. There is nothing to
 * generate, and nothing that could differ from the routes.
 */
import type { z } from '@hono/zod-openapi';
import type { apiRoutes } from '../routes/api-routes.ts';

type Route = (typeof apiRoutes)[number];
type NameOf<R> = R extends { method: infer M extends string; path: infer P extends string }
  ? `${Uppercase<M>} ${P}`
  : never;
type Routes = { [R in Route as NameOf<R>]: R };

/** `METHOD /path/{with}/{parameters}`, as in the OpenAPI document. */
export type Endpoint = keyof Routes;

type Input<S> = S extends z.ZodType ? z.input<S> : never;
/** What goes into an address may be given as a number. */
type InAddress<T> = { [K in keyof T]: T[K] | number };
type Params<R> = R extends { request: { params: infer S } } ? { params: InAddress<Input<S>> } : unknown;
type Query<R> = R extends { request: { query: infer S } } ? { query?: InAddress<Input<S>> } : unknown;
type Body<R> = R extends { request: { body: { content: { 'application/json': { schema: infer S } } } } }
  ? { body: Input<S> }
  : unknown;

/** What a call of this route is given. */
export type Asked<E extends Endpoint> = Params<Routes[E]> & Query<Routes[E]> & Body<Routes[E]>;

type Success<R> = R extends { responses: infer A } ? A[keyof A & (200 | 201 | 204)] : never;
type JsonOf<A> = A extends { content: { 'application/json': { schema: infer S extends z.ZodType } } }
  ? z.output<S>
  : undefined;

/** What it answers when it does what was asked; undefined for 204. */
export type Answered<E extends Endpoint> = JsonOf<Success<Routes[E]>>;
