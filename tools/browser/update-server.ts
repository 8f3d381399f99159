import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PackedCrx } from './crx.ts';
import { chromeUpdateManifest } from './update-manifest.ts';

export interface UpdateServer {
  updateUrl: string;
  /** Answers held requests and all later ones. */
  open(): void;
  close(): Promise<void>;
}

/**
 * Serves a CRX and its update manifest on loopback. Requests are held until `open()`: a driver that attaches after the
 * extension's worker has started never learns of it, so the install has to wait for the driver.
 */
export async function startUpdateServer(crx: PackedCrx): Promise<UpdateServer> {
  const gate = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    await gate.promise;
    if (request.url?.startsWith('/extension.crx')) {
      response.setHeader('content-type', 'application/x-chrome-extension').end(readFileSync(crx.crxPath));
    } else {
      response.setHeader('content-type', 'text/xml').end(manifest);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const manifest = chromeUpdateManifest(crx.extensionId, crx.version, `${origin}/extension.crx`);
  return {
    updateUrl: `${origin}/updates.xml`,
    open: () => gate.resolve(),
    async close() {
      gate.resolve();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
