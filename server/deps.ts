/** What the routes are given. Made in start.ts, or by a test. */
import type { AttemptLimit } from './auth/attempt-limit.ts';
import type { Provider } from './auth/oidc/provider.ts';
import type { RunningConnector } from './connectors/running-connector.ts';
import type { Hub } from './hub.ts';
import type { Ingest } from './ingest/ingest.ts';
import type { RateLimit } from './ingest/rate-limit.ts';
import type { Signer } from './ingest/signer.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { News } from './news.ts';
import type { Privacy } from './privacy/privacy.ts';
import type { KnownDevice } from './store/enrolment.ts';
import type { Store } from './store/open.ts';
import type { Session } from './store/sessions.ts';

export interface AppDeps {
  store: Store;
  /** The tenant of reviewers who name none. */
  tenant: string;
  signerOf(tenant: string): Promise<Signer>;
  ingest: Ingest;
  hub: Hub;
  /** Says on every node what was just committed on this one. */
  news: News;
  log: Log;
  metrics: Metrics;
  privacy: Privacy;
  /** What this node can deliver to. */
  connectors: readonly RunningConnector[];
  /** Whether the endpoint is stopping: what comes now is answered, and nothing more is asked for. */
  isStopping(): boolean;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Tries to sign in, and to enrol. */
  limits: { signIn: AttemptLimit; signInAddress: AttemptLimit; enrol: AttemptLimit; deviceSignIn: AttemptLimit };
  /** Batches of one device, records of one tenant, how often a device asks whose it is. */
  rates: { batches: RateLimit; records: RateLimit; identity: RateLimit };
  /** Raw Ed25519, base64url; told to devices that pin none. */
  policyRootKeys: readonly string[];
  /** `https://sluice.example` when people reach the endpoint under another name than it sees, else null. */
  publicOrigin: string | null;
  /** Believe the last `X-Forwarded-For`: only behind one's own proxy. */
  trustProxy: boolean;
  /** Where reviewers sign in, null: with name and password here only. */
  provider: Provider | null;
  /** Whether people may sign in there on their browsers too. */
  browserSignIn: boolean;
  /** Whether names and passwords kept here let anybody in. */
  localSignIn: boolean;
  /** What a collector of metrics has to show; null: nobody may read them. */
  scrapeToken: string | null;
  /** Folder of the built console. */
  consoleFolder: string;
}

export interface AppEnv {
  /** Set by the guard: session and its hash for routes that need a permission, device for those of devices. */
  Variables: { session: Session; sessionHash: string; device: KnownDevice; requestId: string };
}
