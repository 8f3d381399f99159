/** Which licences may ship with the product: those that ask for a notice, and nothing of one's own sources. */

const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
]);

/** What of a CycloneDX document is looked at. */
export interface Sbom {
  components: {
    name: string;
    version: string;
    licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
  }[];
}

/** Components whose licence may not ship, or that name none: `name@version: licence`. */
export function licenceFaults({ components }: Sbom): string[] {
  return components.flatMap(({ name, version, licenses = [] }) => {
    const given = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '');
    const isFine = given.length > 0 && given.every(isAllowed);
    return isFine ? [] : [`${name}@${version}: ${given.join(', ') || 'no licence named'}`];
  });
}

/** An SPDX expression without nested brackets: of `OR` one part has to be allowed, of `AND` all. */
function isAllowed(expression: string): boolean {
  const flat = expression.replace(/[()]/g, '');
  return flat.split(/ or /i).some((choice) => choice.split(/ and /i).every((id) => ALLOWED.has(id.trim())));
}
