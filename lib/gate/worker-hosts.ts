/**
 * Chromium shows no extension the sockets of shared and service workers. Their scripts come from the network, so the
 * answer that brings one can forbid it: the browser adds this policy to the scripts of these hosts. On scripts of a page
 * it has no meaning; pages keep the sockets their hooks announce.
 */
import type { GovernedApps } from '../sites/governed-apps.ts';

/** Everything but sockets. */
export const WORKER_POLICY = 'connect-src http: https: blob: data:';

/** Domains (with all below them) whose workers are to open no socket. Hosts shared with other products are left alone. */
export function workerHosts({ sites }: GovernedApps): string[] {
  const hosts = sites.flatMap((site) =>
    site.hosts
      .map((host) => host.replace(/^\*\./, ''))
      .filter((host) => site.callKind({ transport: 'fetch', method: 'GET', url: `https://${host}/` }) !== 'outside'),
  );
  return [...new Set(hosts)].sort();
}
