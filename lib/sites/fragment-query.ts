/**
 * The part of a fragment that is written like a query, without `#` and a route before it: `#prompt=…`, `#?q=…`,
 * `#/new?q=…`, `#!/chat?q=…`. Empty where there is none.
 */
export function fragmentQuery(hash: string): string {
  const query = hash.replace(/^#(?:[!/][^?]*\?)?\??/, '');
  return query.includes('=') ? query : '';
}
