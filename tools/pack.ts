// Packs the built extension for self-hosting: CRX for Chromium and Edge, XPI for Firefox, and the update manifests that
// enterprise policies point at. Serve the folder of packages at --base-url.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { ensureSigningKey, packCrx } from './browser/crx.ts';
import { chromeUpdateManifest, firefoxUpdateManifest } from './browser/update-manifest.ts';
import { makeSbom } from './sbom.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Fixed, so that the same build gives the same bytes. (Zip cannot say less than 1980.) */
const ZIP_TIME = new Date('1980-01-02T00:00:00Z');

/** All files of a folder as a zip archive, in order of their names. */
function zipFolder(dir: string): Uint8Array {
  const paths = globSync('**/*', { cwd: dir })
    .filter((path) => statSync(join(dir, path)).isFile())
    .sort();
  const files = paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(dir, path))] as const);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: ZIP_TIME });
}

interface Places {
  /** Holds the builds `chrome-mv3`, `edge-mv3` and `firefox-mv3`. */
  builds: string;
  out: string;
  /** Without a slash at its end. */
  baseUrl: string;
}

async function packChromium(target: 'chrome' | 'edge', keyPath: string, places: Places): Promise<void> {
  const { builds, out, baseUrl } = places;
  const crxName = `sluice-${target}.crx`;
  const packed = await packCrx(join(builds, `${target}-mv3`), keyPath, join(out, crxName));
  const updates = join(out, `updates-${target}.xml`);
  writeFileSync(updates, chromeUpdateManifest(packed.extensionId, packed.version, `${baseUrl}/${crxName}`));
  console.log(`${target}: ${packed.crxPath}\n${target}: ${updates}\n${target}: extension id ${packed.extensionId}`);
}

function packFirefox({ builds, out, baseUrl }: Places): void {
  const dir = join(builds, 'firefox-mv3');
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as {
    version: string;
    browser_specific_settings: { gecko: { id: string } };
  };
  const { id } = manifest.browser_specific_settings.gecko;
  const xpi = zipFolder(dir);
  const xpiPath = join(out, 'sluice-firefox.xpi');
  writeFileSync(xpiPath, xpi);
  const sha256 = createHash('sha256').update(xpi).digest('hex');
  const updates = join(out, 'updates-firefox.json');
  writeFileSync(updates, firefoxUpdateManifest(id, manifest.version, `${baseUrl}/sluice-firefox.xpi`, sha256));
  console.log(`firefox: ${xpiPath}\nfirefox: ${updates}\nfirefox: add-on id ${id}`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      builds: { type: 'string', default: join(ROOT, '.output') },
      out: { type: 'string', default: join(ROOT, '.output/packages') },
      key: { type: 'string', default: join(ROOT, '.output/keys/extension.pem') },
      'base-url': { type: 'string', default: 'http://127.0.0.1:8787/extension' },
    },
  });
  const places = {
    builds: resolve(values.builds),
    out: resolve(values.out),
    baseUrl: values['base-url'].replace(/\/+$/, ''),
  };
  const missing = ['chrome', 'edge', 'firefox'].filter(
    (target) => !existsSync(join(places.builds, `${target}-mv3/manifest.json`)),
  );
  if (missing.length > 0) {
    console.error(`not built yet: ${missing.join(', ')}; run "npm run build" first`);
    return 1;
  }
  const keyPath = resolve(values.key);
  if (!existsSync(keyPath)) console.error(`new signing key: ${keyPath} (keep it: the extension's id hangs on it)`);
  ensureSigningKey(keyPath);
  mkdirSync(places.out, { recursive: true });
  await packChromium('chrome', keyPath, places);
  await packChromium('edge', keyPath, places);
  packFirefox(places);
  const sbom = join(places.out, 'sbom.cdx.json');
  writeFileSync(sbom, makeSbom(ROOT));
  console.log(`bill of materials: ${sbom}`);
  return 0;
}

process.exitCode = await main();
