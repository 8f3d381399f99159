/** The first two steps of the deployment pages with the probe extension: build folders, pack, serve. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../meta/tree.ts';
import { writeProbeExtension } from '../browser/probe-extension.ts';

export interface SelfHosting {
  /** For the run's own files; removed by `close`. */
  dir: string;
  baseUrl: string;
  /** What was asked for, without queries, in order. */
  requests: string[];
  /** Give the builds this version and pack them with the same key. Resolves to what the command printed. */
  pack(version: string): string;
  close(): Promise<void>;
}

export async function startSelfHosting(): Promise<SelfHosting> {
  const dir = mkdtempSync(join(tmpdir(), 'sluice-self-hosting-'));
  const packages = join(dir, 'packages');
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    requests.push(path);
    try {
      response.end(readFileSync(join(packages, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const builds = ['chrome', 'edge', 'firefox'].map((target) => {
    const probe = writeProbeExtension(target === 'firefox' ? 'firefox' : 'chromium');
    const build = join(dir, `${target}-mv3`);
    cpSync(probe.dir, build, { recursive: true });
    probe.remove();
    // The real schema, so that Chromium judges the managed values as it will for the real extension.
    cpSync(join(ROOT, 'public/managed_schema.json'), join(build, 'schema.json'));
    return join(build, 'manifest.json');
  });
  return {
    dir,
    baseUrl,
    requests,
    pack(version) {
      for (const path of builds) {
        writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version }));
      }
      const options = ['--builds', dir, '--out', packages, '--key', join(dir, 'key.pem'), '--base-url', baseUrl];
      const run = spawnSync(process.execPath, [join(ROOT, 'tools/pack.ts'), ...options], { encoding: 'utf8' });
      if (run.status !== 0) throw new Error(run.stderr);
      return run.stdout;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
