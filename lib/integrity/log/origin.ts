/** The name of a tenant's log. Names in checkpoints hold neither spaces nor plus signs, tenants may. */
export function originOf(tenant: string): string {
  return `sluice-log/${encodeURIComponent(tenant).replaceAll('+', '%2B')}`;
}
