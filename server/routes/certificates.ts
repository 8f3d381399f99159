/** Certificates of devices for whoever runs the endpoint: to look at, to revoke, and the signed list of those revoked. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { accessAnswers, errorAnswer, idParam, json } from '../api/common.ts';
import {
  type CertificateItem,
  certificateItem,
  certificateList,
  revocation,
  revocationListAnswer,
} from '../api/devices.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { listCertificates, revocationListOf, revokeCertificates } from '../store/certificates.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/devices/{id}/certificates',
  summary: 'Certificates of a device, the oldest first',
  middleware: access('devices.read'),
  request: { params: idParam },
  responses: { 200: json(certificateList, 'All of them'), ...accessAnswers },
});

const revoke = createRoute({
  method: 'post',
  path: '/v1/certificates/{id}/revoke',
  summary: 'Revoke a certificate: nothing is taken under it, and its device gets no other until it is let in again',
  middleware: access('devices.manage'),
  request: { params: idParam, body: { content: { 'application/json': { schema: revocation } }, required: true } },
  responses: {
    200: json(certificateItem, 'As it is now'),
    400: errorAnswer('No reason'),
    ...accessAnswers,
    404: errorAnswer('No certificate that is still good'),
  },
});

const revoked = createRoute({
  method: 'get',
  path: '/v1/certificates/revoked',
  summary: 'All certificates that were revoked, signed',
  middleware: access('devices.read'),
  responses: { 200: json(revocationListAnswer, 'The list'), ...accessAnswers },
});

export const certificateRoutes = [list, revoke, revoked] as const;

export function addCertificates(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = (tenant: string) => deps.store.of(tenant, 'access');
  app.openapi(list, async (c) => {
    const { tenant } = c.var.session;
    const rows = await listCertificates(dbOf(tenant), tenant, c.req.valid('param').id);
    return c.json({ items: rows.map((row) => present(row, deps.now())) }, 200);
  });
  app.openapi(revoke, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const { id: serial } = c.req.valid('param');
    const at = deps.now();
    const change = { tenant, actor, at, why: c.req.valid('json').reason };
    const [own] = await dbOf(tenant)
      .transaction()
      .execute((trx) => revokeCertificates(trx, change, { serial }));
    if (own === undefined) return fail(c, 404, 'not_found', 'There is no such certificate that is still good.');
    const rows = await listCertificates(dbOf(tenant), tenant, own.device);
    return c.json(present(rows.find((row) => row.serial === serial)!, at), 200);
  });
  app.openapi(revoked, async (c) => {
    const { tenant } = c.var.session;
    const rows = await listCertificates(dbOf(tenant), tenant, null);
    return c.json(await revocationListOf(await deps.signerOf(tenant), tenant, rows, deps.now()), 200);
  });
}

type Row = Awaited<ReturnType<typeof listCertificates>>[number];

function present(row: Row, now: number): CertificateItem {
  const { serial, kid, not_before: notBefore, not_after: notAfter, assurance, revoked_at: at } = row;
  return {
    serial,
    kid,
    notBefore,
    notAfter,
    assurance,
    state: at !== null ? 'revoked' : notAfter <= now ? 'ended' : 'valid',
    revoked: at === null ? null : { at, by: row.revoked_by ?? '', why: row.revoked_why ?? '' },
  };
}
