const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
/** Reserved for documentation and tests (RFC 2606, RFC 6761): well formed, but nobody's. */
const RESERVED = /(?:^|\.)(?:example\.(?:com|net|org|edu)|example|test|invalid|localhost)$/i;
/** Top-level domains that are far more often the ending of a file name. */
const FILE_ENDINGS = new Set([
  'zip',
  'mov',
  'py',
  'sh',
  'rs',
  'md',
  'pl',
  'so',
  'ps',
  'cc',
  'java',
  'js',
  'ts',
  'rb',
  'app',
]);

/** What a host reserved for documentation counts for. */
export const DOCUMENTATION_HOST = 0.6;

/** How sure it is that a string is the name of a real host: 0 (no), 0.6 (reserved for documentation), 0.7, 0.97. */
export function hostConfidence(host: string, topLevelDomains: ReadonlySet<string>): number {
  const labels = host.toLowerCase().split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return 0;
  if (RESERVED.test(host)) return DOCUMENTATION_HOST;
  const top = labels.at(-1)!;
  if (!topLevelDomains.has(top)) return 0;
  return FILE_ENDINGS.has(top) && labels.length === 2 ? 0.7 : 0.97;
}
