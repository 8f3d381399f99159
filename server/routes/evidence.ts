import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { errorAnswer } from '../api/common.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { fail } from '../errors.ts';
import { collectEvidence, MAX_PACK_RECORDS, zipEvidence } from '../evidence/export.ts';
import { writeAudit } from '../store/audit.ts';

const evidence = createRoute({
  method: 'get',
  path: '/v1/evidence',
  summary: 'An evidence pack as ZIP: everything, or one chain',
  middleware: access('evidence.export'),
  request: {
    query: z.object({
      chain: z.uuid().toLowerCase().optional(),
      since: z.coerce
        .number()
        .int()
        .min(1)
        .optional()
        .openapi({ description: 'Size of an earlier checkpoint with which the pack shall prove itself consistent' }),
    }),
  },
  responses: {
    200: { description: 'The pack', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } },
    401: errorAnswer('Not signed in'),
    413: errorAnswer('Too many records for one pack'),
  },
});

export function addEvidence(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(evidence, async (c) => {
    const { tenant, reviewer: actor } = c.var.session;
    const { chain, since } = c.req.valid('query');
    const created = deps.now();
    const request = {
      tenant,
      chain,
      since,
      created,
      signer: await deps.signerOf(tenant),
      policyRootKeys: deps.policyRootKeys,
    };
    const files = await collectEvidence(deps.store, request);
    if (files === null) {
      return fail(c, 413, 'too_many_records', `More than ${MAX_PACK_RECORDS} records: ask for one chain at a time.`);
    }
    const at = deps.now();
    await writeAudit(deps.store.of(tenant), {
      tenant,
      at,
      actor,
      act: 'evidence_exported',
      subject: chain ?? 'all chains',
    });
    const name = `sluice-evidence-${new Date(created).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}.zip`;
    return c.body(await zipEvidence(files), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
    });
  });
}
