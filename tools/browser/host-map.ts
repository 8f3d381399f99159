/** Host name (a leading `*.` covers every subdomain) to the local TLS port that answers for it. */
export interface HostMap {
  [hostname: string]: { port: number };
}

/** The local port for a host: an exact entry first, then the longest wildcard. */
export function portOf(hosts: HostMap, host: string): number | undefined {
  const exact = hosts[host];
  if (exact !== undefined) return exact.port;
  const labels = host.split('.');
  for (let start = 1; start < labels.length; start++) {
    const wildcard = hosts[`*.${labels.slice(start).join('.')}`];
    if (wildcard !== undefined) return wildcard.port;
  }
  return undefined;
}
