/**
 * What a route asks of its caller, declared where the route is: `app.get(path, access('decisions.read'), handler)`, or
 * `middleware: access(...)` of `createRoute`. The guard reads it before anything else runs.
 */
import type { MiddlewareHandler } from 'hono';
import type { RouterRoute } from 'hono/types';
import type { Permission } from './permissions.ts';

/**
 * A permission, or who else may call:
 * `public` anybody (a change only from our own pages), `enrol` whoever has an enrolment token (the route checks it),
 * `device` an enrolled device, `scrape` who has the token for metrics.
 */
export type Access = Permission | 'public' | 'enrol' | 'device' | 'scrape';

const declared = new WeakMap<object, Access>();

/** Declares; the guard checks. */
export function access(kind: Access): MiddlewareHandler {
  const mark: MiddlewareHandler = (_, next) => next();
  declared.set(mark, kind);
  return mark;
}

/** Middleware for everything is no route. */
const isRoute = ({ method }: RouterRoute) => method !== 'ALL';

/**
 * What the first of these routes declares, the one that will answer.
 * @param routes Those that fit a request, in their order.
 * @returns Undefined when there is no route; null when it declares nothing.
 */
export function accessOf(routes: readonly RouterRoute[]): Access | null | undefined {
  const first = routes.find(isRoute);
  if (first === undefined) return undefined;
  const own = routes.filter(({ method, path }) => method === first.method && path === first.path);
  return own.map(({ handler }) => declared.get(handler)).find((kind) => kind !== undefined) ?? null;
}

export interface DeclaredRoute {
  method: string;
  /** With parameters as `:id`. */
  path: string;
  access: Access | null;
}

/** Every route of an app, once, with what it declares. */
export function declaredRoutes(app: { routes: RouterRoute[] }): DeclaredRoute[] {
  const names = new Map(app.routes.filter(isRoute).map(({ method, path }) => [`${method} ${path}`, { method, path }]));
  return [...names.values()].map(({ method, path }) => {
    const own = app.routes.filter((route) => route.method === method && route.path === path);
    return { method, path, access: accessOf(own) ?? null };
  });
}
