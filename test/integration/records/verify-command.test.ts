import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleEvidence, sampleEvidence } from '../../fakes/sample-evidence.ts';

let sample: SampleEvidence;
let root: string;

beforeAll(async () => {
  sample = await sampleEvidence();
  root = await mkdtemp(join(tmpdir(), 'evidence-'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function writePack(name: string, change: (files: Map<string, Uint8Array>) => void = () => {}): Promise<string> {
  const files = new Map<string, Uint8Array>(sample.files);
  change(files);
  for (const [file, bytes] of files) {
    const path = join(root, name, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  return join(root, name);
}

function verify(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['tools/verify.ts', ...args], (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

describe('npm run -s verify', () => {
  it('exits 1 with the reason for a changed byte', async () => {
    const dir = await writePack('changed', (files) => {
      const bytes = files.get('records.jsonl')!.slice();
      bytes[100] = bytes[100]! ^ 1;
      files.set('records.jsonl', bytes);
    });
    const { status, stdout } = await verify(dir);
    expect(status).toBe(1);
    expect(stdout).toMatch(/\nFAILED file_changed\n$/);
  });

  it('exits 1 when the pinned key is not the one that signed', async () => {
    const dir = await writePack('whole');
    const { status, stdout } = await verify(dir, '--server-key', sample.root.publicKey);
    expect(status).toBe(1);
    expect(stdout).toMatch(/FAILED server_key_mismatch/);
  });

  it('exits 2 when there is nothing to verify or a key is no key', async () => {
    expect((await verify(join(root, 'nowhere'))).status).toBe(2);
    const dir = await writePack('whole');
    expect(await verify(dir, '--root-key', 'short')).toMatchObject({ status: 2, stdout: '' });
  });

  it('exits 0 and says what it checked and what it cannot prove', async () => {
    const dir = await writePack('whole');
    const { publicKey } = sample.source.keys.server;
    const pinned = await verify(`${dir}/`, '--server-key', publicKey, '--root-key', sample.root.publicKey);
    expect(pinned.stderr).toBe('');
    expect(pinned.status).toBe(0);
    expect(pinned.stdout).toMatch(/order and gaps: 5 \(chains: 1\)/);
    expect(pinned.stdout).toMatch(/What this cannot prove/);
    expect(pinned.stdout).not.toMatch(/nothing outside the pack/);
    expect(pinned.stdout).toMatch(/\nVERIFIED\n$/);
    const json = JSON.parse((await verify(dir, '--json')).stdout);
    expect(json).toMatchObject({ ok: true, checked: { records: 5, decisions: 3 } });
    expect(json.limits.join('\n')).toMatch(/nothing outside the pack/);
  });
});
