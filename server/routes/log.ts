/** `GET /v1/log`: what makes each browser a witness of its tenant's log. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { toBase64 } from '../../lib/policy/base64.ts';
import type { LogAnswer } from '../../lib/sync/api.ts';
import { logQuery } from '../api/log.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describeIssues, fail } from '../errors.ts';
import { proveGrowth, proveRecord } from '../transparency/prove.ts';

export function addLogRoute(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.get('/v1/log', access('device'), (c) => giveLog(c, deps));
}

async function giveLog(c: Context<AppEnv>, deps: AppDeps) {
  const query = logQuery.safeParse(c.req.query());
  if (!query.success) return fail(c, 400, 'malformed', describeIssues(query.error.issues));
  const { from, chain, seq } = query.data;
  const { tenant, device: id } = c.var.device;
  const db = deps.store.of(tenant);
  const { note, size, proof } = await proveGrowth(db, tenant, from);
  const own = chain && seq ? await proveRecord(db, { tenant, device: id, chain, seq }, size) : null;
  const answer: LogAnswer = {
    note,
    growth: proof?.map(toBase64) ?? null,
    own: own && { ...own, proof: own.proof.map(toBase64) },
  };
  return c.json(answer, 200);
}
