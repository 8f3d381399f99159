import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { extensionId, manifestKey, publicKeyDer } from '../../../tools/browser/extension-id.ts';
import { writeProbeExtension } from './probe-extension.ts';

const PACK = fileURLToPath(new URL('../../../tools/pack.ts', import.meta.url));

describe('pack', () => {
  const dir = mkdtempSync(join(tmpdir(), 'sluice-pack-'));
  const file = (name: string) => join(dir, 'packages', name);
  const keyPath = join(dir, 'key.pem');

  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  function pack(...args: string[]) {
    const options = ['--builds', dir, '--out', join(dir, 'packages'), '--key', keyPath, ...args];
    return spawnSync(process.execPath, [PACK, ...options], { encoding: 'utf8' });
  }

  it('says what is missing and fails when nothing is built', () => {
    const run = pack();
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('not built yet: chrome, edge, firefox');
  });

  it('writes packages and update manifests that agree, and keeps the id with the key', () => {
    for (const [target, browser] of [
      ['chrome', 'chromium'],
      ['edge', 'chromium'],
      ['firefox', 'firefox'],
    ] as const) {
      const probe = writeProbeExtension(browser);
      cpSync(probe.dir, join(dir, `${target}-mv3`), { recursive: true });
      probe.remove();
    }
    const run = pack('--base-url', 'https://updates.example/sluice/');
    expect(run.stderr).toContain('new signing key');
    expect(run.status).toBe(0);
    const id = extensionId(publicKeyDer(readFileSync(keyPath, 'utf8')));
    expect(run.stdout).toContain(`chrome: extension id ${id}`);
    expect(readFileSync(file('sluice-chrome.crx')).subarray(0, 4).toString()).toBe('Cr24');
    const xml = readFileSync(file('updates-chrome.xml'), 'utf8');
    expect(xml).toContain(`appid="${id}"`);
    expect(xml).toContain('codebase="https://updates.example/sluice/sluice-chrome.crx" version="1.0.0"');

    const xpi = readFileSync(file('sluice-firefox.xpi'));
    expect(JSON.parse(strFromU8(unzipSync(xpi)['manifest.json']!)).name).toBe('Probe');
    const [update] = JSON.parse(readFileSync(file('updates-firefox.json'), 'utf8')).addons['probe@sluice.example']
      .updates;
    expect(update).toEqual({
      version: '1.0.0',
      update_link: 'https://updates.example/sluice/sluice-firefox.xpi',
      update_hash: `sha256:${createHash('sha256').update(xpi).digest('hex')}`,
    });

    const again = pack();
    expect(again.stderr).toBe('');
    expect(again.stdout).toContain(`extension id ${id}`);
    expect(readFileSync(file('sluice-firefox.xpi')).equals(xpi)).toBe(true);
  });
});

describe('extension ids', () => {
  it('are the same from a key, its manifest form and its DER bytes', () => {
    const probeKey = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=';
    expect(extensionId(probeKey)).toBe(extensionId(Buffer.from(probeKey, 'base64')));
    expect(extensionId(probeKey)).toMatch(/^[a-p]{32}$/);
    const pem = `-----BEGIN PUBLIC KEY-----\n${probeKey}\n-----END PUBLIC KEY-----`;
    expect(manifestKey(pem)).toBe(probeKey);
  });
});
