/** The bill of materials of what ships: CycloneDX, made by npm from the lock file. */
import { spawnSync } from 'node:child_process';
import { licenceFaults, type Sbom } from './licences.ts';

/** @returns The document's text. Throws when npm cannot make it, or when a licence may not ship. */
export function makeSbom(root: string): string {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
  const made = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (made.status !== 0) throw new Error(`npm sbom ended with ${made.status}`);
  const document = JSON.parse(made.stdout) as Sbom & { metadata: { component: { name: string } } };
  const faults = licenceFaults(document);
  if (faults.length > 0) throw new Error(`licences that may not ship:\n  ${faults.join('\n  ')}`);
  // npm takes the folder's name.
  document.metadata.component.name = 'sluice';
  return `${JSON.stringify(document, null, 2)}\n`;
}
