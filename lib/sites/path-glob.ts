/**
 * Paths as patterns that come from outside (managed settings, site packs): `*` stands for one whole segment, `**` (last
 * only) for any number including none. Never a regular expression from elsewhere, so that matching is always linear.
 */

/** Does an absolute path fit? A final slash makes no difference. */
export function matchesPath(glob: string, path: string): boolean {
  const wanted = segmentsOf(glob);
  const given = segmentsOf(path);
  const open = wanted.at(-1) === '**';
  const fixed = open ? wanted.slice(0, -1) : wanted;
  if (open ? given.length < fixed.length : given.length !== fixed.length) return false;
  return fixed.every((segment, index) => segment === '*' || segment === given[index]);
}

/** The same as a regular expression over host name and path, for calls of a site definition. */
export function globExpression(glob: string, host: string): RegExp {
  return new RegExp(`^${hostSource(host)}${globSource(glob)}/?$`);
}

/** A host pattern as an expression, without anchors. */
export function hostSource(host: string): string {
  const name = host.replace(/^\*\./, '').replaceAll('.', '\\.');
  return host.startsWith('*.') ? `(?:[^/@:]+\\.)?${name}` : name;
}

/** An expression of the path alone, without anchors, in the words that JavaScript and RE2 share. */
export function globSource(glob: string): string {
  const segments = segmentsOf(glob).map((segment) => {
    if (segment === '**') return '(?:/.*)?';
    return `/${segment === '*' ? '[^/]*' : segment.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`)}`;
  });
  return segments.join('');
}

function segmentsOf(path: string): string[] {
  return path.replace(/^\//, '').replace(/\/$/, '').split('/');
}
