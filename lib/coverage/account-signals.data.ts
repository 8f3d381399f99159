/**
 * What the requests of an app tell of the account behind them. All of it is said by the page (it makes the requests),
 * so it is a hint. A named group `tenant` in `url`, or the value of `header`, is the id of the organisation; `kind` says
 * it without one. Facts: late 2026, recorded from the apps.
 */
export interface AccountSignal {
  /** Host pattern as in lib/sites/hosts.ts. */
  host: string;
  /** Lower-case name of a request header whose value is the organisation's id. */
  header?: string;
  /** Tested against the path with its query. */
  url?: RegExp;
  kind?: 'personal' | 'corporate' | 'anonymous';
}

export const ACCOUNT_SIGNALS: readonly AccountSignal[] = [
  { host: 'chatgpt.com', header: 'chatgpt-account-id' },
  { host: 'chatgpt.com', url: /^\/backend-anon\//, kind: 'anonymous' },
  { host: 'claude.ai', header: 'x-organization-uuid' },
  { host: 'claude.ai', url: /^\/api\/organizations\/(?<tenant>[0-9a-f-]{36})(?:[/?]|$)/ },
  // User and tenant stand in the socket's path: `Chathub/{user}@{tenant}`.
  { host: 'substrate.office.com', url: /^\/m365Copilot\/Chathub\/[^/?@]*(?:@|%40)(?<tenant>[0-9a-f-]{36})/i },
  { host: 'api.individual.githubcopilot.com', url: /^/, kind: 'personal' },
  { host: 'api.business.githubcopilot.com', url: /^/, kind: 'corporate' },
  { host: 'api.enterprise.githubcopilot.com', url: /^/, kind: 'corporate' },
];
