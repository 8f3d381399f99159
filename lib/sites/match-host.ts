/** Does a host name fall under a host pattern? Same meaning as in WebExtension match patterns. */
export function matchesHost(pattern: string, host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (!pattern.startsWith('*.')) return name === pattern;
  return name === pattern.slice(2) || name.endsWith(pattern.slice(1));
}
