import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { RecordOf } from '../../lib/records/record.ts';
import { accessAnswers, errorAnswer, idParam, json } from '../api/common.ts';
import {
  type DeviceItem,
  deviceItem,
  devicePage,
  deviceQuery,
  newToken,
  onceToken,
  revocation,
  SILENT_AFTER_MS,
  tokenList,
  tokenParam,
} from '../api/devices.ts';
import { access } from '../auth/access.ts';
import { createSecret, hashSecret } from '../auth/secret.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import {
  createToken,
  findListedDevice,
  type ListedDevice,
  listDevices,
  listTokens,
  revokeToken,
  setRevoked,
  TOKEN_ID_LENGTH,
} from '../store/devices.ts';
import type { Session } from '../store/sessions.ts';

const tokens = createRoute({
  method: 'get',
  path: '/v1/enrolment-tokens',
  summary: 'Enrolment tokens, newest first: how often each was used, never the token itself',
  middleware: access('devices.read'),
  responses: { 200: json(tokenList, 'The tokens'), ...accessAnswers },
});

const makeToken = createRoute({
  method: 'post',
  path: '/v1/enrolment-tokens',
  summary: 'Make an enrolment token, told once',
  middleware: access('devices.manage'),
  request: { body: { content: { 'application/json': { schema: newToken } }, required: true } },
  responses: { 201: json(onceToken, 'Made'), 400: errorAnswer('Not a token, or expired already'), ...accessAnswers },
});

const endToken = createRoute({
  method: 'delete',
  path: '/v1/enrolment-tokens/{id}',
  summary: 'End an enrolment token; devices that came with it stay',
  middleware: access('devices.manage'),
  request: { params: tokenParam },
  responses: { 204: { description: 'Ended' }, ...accessAnswers, 404: errorAnswer('No such token') },
});

const devices = createRoute({
  method: 'get',
  path: '/v1/devices',
  summary: 'Devices, enrolled last first',
  middleware: access('devices.read'),
  request: { query: deviceQuery },
  responses: { 200: json(devicePage, 'A page'), 400: errorAnswer('Not a page'), ...accessAnswers },
});

const detail = createRoute({
  method: 'get',
  path: '/v1/devices/{id}',
  summary: 'One device',
  middleware: access('devices.read'),
  request: { params: idParam },
  responses: { 200: json(deviceItem, 'The device'), ...accessAnswers, 404: errorAnswer('No such device') },
});

const revoke = createRoute({
  method: 'post',
  path: '/v1/devices/{id}/revoke',
  summary: 'Shut a device out: it can neither send nor enrol',
  middleware: access('devices.manage'),
  request: { params: idParam, body: { content: { 'application/json': { schema: revocation } }, required: true } },
  responses: {
    200: json(deviceItem, 'As it is now'),
    400: errorAnswer('No reason'),
    ...accessAnswers,
    404: errorAnswer('No such device'),
  },
});

const restore = createRoute({
  method: 'post',
  path: '/v1/devices/{id}/restore',
  summary: 'Let a revoked device in again, with the key it has',
  middleware: access('devices.manage'),
  request: { params: idParam },
  responses: { 200: json(deviceItem, 'As it is now'), ...accessAnswers, 404: errorAnswer('No such device') },
});

export const deviceRoutes = [tokens, makeToken, endToken, devices, detail, revoke, restore] as const;

export function addDevices(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const dbOf = ({ tenant }: Session) => deps.store.of(tenant, 'access');
  const by = ({ tenant, reviewer: actor }: Session) => ({ tenant, actor, at: deps.now() });

  app.openapi(tokens, async (c) => {
    const items = (await listTokens(dbOf(c.var.session), c.var.session.tenant)).map((row) => ({
      id: row.hash.slice(0, TOKEN_ID_LENGTH),
      label: row.label,
      maxUses: row.max_uses,
      uses: row.uses,
      expiresAt: row.expires_at,
      createdAt: row.created_at,
      createdBy: row.created_by,
      revokedAt: row.revoked_at,
    }));
    return c.json({ items }, 200);
  });
  app.openapi(makeToken, async (c) => {
    const { label, expiresAt = null, maxUses = null } = c.req.valid('json');
    if (expiresAt !== null && expiresAt <= deps.now()) return fail(c, 400, 'expired', 'This time has passed already.');
    const token = createSecret();
    const id = await createToken(dbOf(c.var.session), by(c.var.session), hashSecret(token), {
      label,
      expiresAt,
      maxUses,
    });
    return c.json({ id, label, token }, 201);
  });
  app.openapi(endToken, async (c) => {
    const isEnded = await revokeToken(dbOf(c.var.session), by(c.var.session), c.req.valid('param').id);
    return isEnded ? c.body(null, 204) : fail(c, 404, 'not_found', 'There is no such token.');
  });
  app.openapi(devices, async (c) => {
    const { tenant } = c.var.session;
    const silentSince = deps.now() - SILENT_AFTER_MS;
    const { items, nextCursor } = await listDevices(deps.store.of(tenant), tenant, {
      ...c.req.valid('query'),
      silentSince,
    });
    return c.json({ items: items.map((row) => present(row, silentSince, deps.now())), nextCursor }, 200);
  });
  const show = async (c: Context<AppEnv>, device: string) => {
    const { tenant } = c.var.session;
    const row = await findListedDevice(deps.store.of(tenant), tenant, device);
    if (row === null) return fail(c, 404, 'not_found', 'There is no such device.');
    return c.json(present(row, deps.now() - SILENT_AFTER_MS, deps.now()), 200);
  };
  const shut = async (session: Session, device: string, why: string | null) =>
    setRevoked(dbOf(session), await deps.signerOf(session.tenant), by(session), device, why);
  app.openapi(detail, (c) => show(c, c.req.valid('param').id));
  app.openapi(revoke, async (c) => {
    await shut(c.var.session, c.req.valid('param').id, c.req.valid('json').reason);
    return show(c, c.req.valid('param').id);
  });
  app.openapi(restore, async (c) => {
    await shut(c.var.session, c.req.valid('param').id, null);
    return show(c, c.req.valid('param').id);
  });
}

function present(row: ListedDevice, silentSince: number, now: number): DeviceItem {
  const { revoked_at: at, contiguous_seq: contiguous, last_seq: last, head_epoch: epoch } = row;
  return {
    id: row.device,
    kid: row.kid,
    appVersion: row.app_version,
    browser: row.browser,
    os: row.os,
    enrolledAt: row.enrolled_at,
    seenAt: row.seen_at,
    certificate: certificateState(row.certified_until, now),
    state: at !== null ? 'revoked' : row.seen_at < silentSince ? 'silent' : 'active',
    revoked: at === null ? null : { at, by: row.revoked_by, why: row.revoked_why },
    token: row.token_used,
    chain: contiguous === null || last === null ? null : { epoch, contiguous, last },
    told: toldBy(row),
  };
}

/** Only what was checked against its schema and its signature is stored: nothing to parse again. */
function toldBy({ body, received_at: at }: ListedDevice): DeviceItem['told'] {
  if (body === null || at === null) return null;
  const { coverage, policy, freshness, queued } = JSON.parse(body) as RecordOf<'heartbeat'>;
  return { at, coverage, policyVersion: policy?.version ?? null, freshness, queued };
}

function certificateState(until: number | null, now: number): DeviceItem['certificate'] {
  if (until === null) return null;
  return until === 0 ? 'revoked' : until <= now ? 'ended' : 'valid';
}
