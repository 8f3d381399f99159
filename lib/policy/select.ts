/** Which verified policy is in force: inline in managed storage, then from the endpoint, then the bundled default. */
import type { VerifiedPolicy } from './envelope.ts';

export type PolicySource = 'managed' | 'endpoint' | 'bundled';

export interface PolicySources {
  /** An inline policy in managed storage: `configured` as soon as the key is set, whether or not it verifies. */
  managed: { configured: boolean; held: VerifiedPolicy | null };
  endpoint: { configured: boolean; held: VerifiedPolicy | null };
  bundled: VerifiedPolicy;
}

export interface SelectedPolicy {
  source: PolicySource;
  verified: VerifiedPolicy;
  /**
   * An admin configured a policy and none has arrived yet. The bundled rules stand in, and prompts are held to
   * `defaults.noPolicy` besides (`decideWithout('no_policy', ...)`) until one does.
   */
  waiting: boolean;
}

export function selectPolicy({ managed, endpoint, bundled }: PolicySources): SelectedPolicy {
  if (managed.held) return { source: 'managed', verified: managed.held, waiting: false };
  if (endpoint.held) return { source: 'endpoint', verified: endpoint.held, waiting: false };
  return { source: 'bundled', verified: bundled, waiting: managed.configured || endpoint.configured };
}
