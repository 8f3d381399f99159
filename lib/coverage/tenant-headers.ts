/**
 * Headers with which vendors let a network say whose accounts may be used on it. The browser adds them itself
 * (declarativeNetRequest), to that vendor's hosts and no others.
 */
import type { TenantHeaders } from '../policy/schema.ts';

/** One header on the requests to a vendor; `hosts` cover their subdomains. */
export interface TenantHeader {
  header: string;
  value: string;
  hosts: string[];
}

/** The headers a policy asks for. Values are lists separated by commas without blanks, as every vendor wants them. */
export function tenantHeaders(wanted: TenantHeaders | undefined): TenantHeader[] {
  const { openai, anthropic, google, microsoft } = wanted ?? {};
  const all: (TenantHeader | null)[] = [
    // help.openai.com/en/articles/20001323 (Corporate Network Controls): workspace ids, separated by commas.
    openai
      ? { header: 'ChatGPT-Allowed-Workspace-Id', value: openai.join(','), hosts: ['chatgpt.com', 'openai.com'] }
      : null,
    // support.claude.com/en/articles/13198485 (Tenant Restrictions): organisation UUIDs.
    anthropic
      ? { header: 'anthropic-allowed-org-ids', value: anthropic.join(','), hosts: ['claude.ai', 'api.anthropic.com'] }
      : null,
    // support.google.com/a/answer/1668854 (Block access to consumer accounts): Workspace domains.
    google
      ? { header: 'X-GoogApps-Allowed-Domains', value: google.join(','), hosts: ['google.com', 'googleapis.com'] }
      : null,
    // learn.microsoft.com/entra/identity/enterprise-apps/tenant-restrictions: on the sign-in hosts only.
    ...(microsoft?.tenants && microsoft.directory !== undefined
      ? [
          { header: 'Restrict-Access-To-Tenants', value: microsoft.tenants.join(','), hosts: MICROSOFT_SIGN_IN },
          { header: 'Restrict-Access-Context', value: microsoft.directory, hosts: MICROSOFT_SIGN_IN },
        ]
      : []),
    microsoft?.consumer === 'block'
      ? { header: 'sec-Restrict-Tenant-Access-Policy', value: 'restrict-msa', hosts: ['login.live.com'] }
      : null,
  ];
  return all.filter((header) => header !== null);
}

const MICROSOFT_SIGN_IN = ['login.microsoftonline.com', 'login.microsoft.com', 'login.windows.net'];
