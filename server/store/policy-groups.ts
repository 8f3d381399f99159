/** Which of a person's groups the policy in force speaks of: the others are nobody's business. */
import { fromBase64 } from '../../lib/policy/base64.ts';
import { parsePolicy } from '../../lib/policy/compile.ts';
import { envelopeSchema } from '../../lib/policy/envelope.ts';
import { namedGroups } from '../../lib/policy/named-groups.ts';
import { currentPolicy } from './policies.ts';
import type { Db } from './schema.ts';

/** As many as a device takes. */
const MOST = 200;

export async function groupsForPolicy(db: Db, tenant: string, groups: readonly string[]): Promise<string[]> {
  const current = groups.length === 0 ? null : await currentPolicy(db, tenant);
  if (current === null) return [];
  const named = namesIn(current.digest, current.envelope);
  return [...new Set(groups)].filter((group) => named.has(group)).slice(0, MOST);
}

/** Of the policies that were asked for last, by digest: a policy may be large, and every device asks. */
const known = new Map<string, Set<string>>();
const KEPT = 20;

/** The envelope was verified when it was published. */
function namesIn(digest: string, envelope: string): Set<string> {
  const before = known.get(digest);
  if (before !== undefined) return before;
  const payload = fromBase64(envelopeSchema.parse(JSON.parse(envelope)).payload);
  const parsed = parsePolicy(JSON.parse(new TextDecoder().decode(payload!)));
  const names = parsed.ok ? namedGroups(parsed.policy) : new Set<string>();
  if (known.size >= KEPT) known.delete(known.keys().next().value!);
  known.set(digest, names);
  return names;
}
