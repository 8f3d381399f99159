/** Two browsers on the same fixture page: one with the extension as a company installs it, one with an empty extension. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FixtureServer } from '../../../test/fixtures/server/server.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { MeasuredPage } from './measured-page.ts';

export interface Arms {
  without: MeasuredPage;
  with: MeasuredPage;
  close(): Promise<void>;
}

/** @param build Folder of the unpacked production build. */
export async function openArms(build: string, server: FixtureServer): Promise<Arms> {
  const empty = writeEmptyExtension();
  const common = { hosts: server.hosts, trustedKeys: server.trustedKeys };
  const closing: (() => unknown)[] = [() => rmSync(empty, { recursive: true, force: true })];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  const open = async (extensionDir: string, mode: 'policy' | 'unpacked') => {
    const run = await launchChromium({ ...common, extensionDir, mode });
    closing.push(() => run.close());
    return MeasuredPage.open(await run.context.newPage());
  };
  try {
    return { without: await open(empty, 'unpacked'), with: await open(build, 'policy'), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Does nothing, so that both browsers have extensions switched on and differ in ours alone. */
function writeEmptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1.0.0',
    background: { service_worker: 'background.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), '');
  return folder;
}
