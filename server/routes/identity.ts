/** A device tells whose it is, as its managed settings say. What is told is sealed at once, and in no log. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { identityRequest } from '../../lib/sync/api.ts';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describeIssues, fail } from '../errors.ts';
import { isStorable } from '../storable.ts';
import { setIdentity } from '../store/subjects.ts';

const MAX_BYTES = 4_096;

export function addIdentity(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const limit = bodyLimit({
    maxSize: MAX_BYTES,
    onError: (c) => fail(c, 413, 'too_large', `The body may have ${MAX_BYTES} bytes.`),
  });
  app.put('/v1/identity', access('device'), limit, async (c) => {
    const parsed = identityRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return fail(c, 400, 'malformed', describeIssues(parsed.error.issues));
    const user = parsed.data.user?.trim() || null;
    if (!isStorable(user)) return fail(c, 400, 'malformed', 'Not as expected: text without NUL characters.');
    const { tenant, device } = c.var.device;
    await setIdentity(
      deps.store.of(tenant, 'privacy'),
      deps.privacy.keys.of(tenant),
      { tenant, device, at: deps.now() },
      user,
    );
    return c.body(null, 204);
  });
}
