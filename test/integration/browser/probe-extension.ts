import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DriverName } from '../../e2e/drivers/driver.ts';

/**
 * A small extension that does the things the harness promises: refuses requests with `refuse-me` in the URL, reads
 * managed storage, counts how often its background started, and shows a dialogue in a closed shadow root.
 */
export function writeProbeExtension(browser: DriverName): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'sluice-probe-'));
  mkdirSync(dir, { recursive: true });
  const files: Record<string, string> = {
    'manifest.json': JSON.stringify(manifest(browser)),
    'schema.json': JSON.stringify({ type: 'object', properties: { tenant: { type: 'string' } } }),
    'background.js': BACKGROUND,
    'dialog.js': DIALOG,
    'page.html': '<!doctype html><title>probe</title><pre id="out"></pre><script src="page.js"></script>',
    'page.js': PAGE,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function manifest(browser: DriverName) {
  return {
    manifest_version: 3,
    name: 'Probe',
    version: '1.0.0',
    permissions: ['storage', 'webRequest', 'webRequestBlocking'],
    host_permissions: ['<all_urls>'],
    content_scripts: [{ matches: ['https://chatgpt.com/*'], js: ['dialog.js'] }],
    ...(browser === 'chromium'
      ? { background: { service_worker: 'background.js' }, storage: { managed_schema: 'schema.json' } }
      : {
          background: { scripts: ['background.js'] },
          browser_specific_settings: { gecko: { id: 'probe@sluice.example' } },
        }),
  };
}

const BACKGROUND = `
const api = globalThis.browser ?? chrome;
const bornAt = Math.random();
api.webRequest.onBeforeRequest.addListener(
  ({ url }) => ({ cancel: url.includes('refuse-me') }), { urls: ['<all_urls>'] }, ['blocking', 'requestBody']);
api.runtime.onMessage.addListener((message, sender, sendResponse) => {
  api.storage.managed.get().then((managed) => sendResponse({ managed, bornAt }));
  return true;
});`;

const PAGE = `
(globalThis.browser ?? chrome).runtime.sendMessage('state').then((state) => {
  document.getElementById('out').textContent = JSON.stringify(state);
});`;

const DIALOG = `
addEventListener('show-dialog', () => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '<div role="dialog" style="position:fixed;top:20px;left:20px;background:#fff;padding:10px">' +
    '<p>Stop and think</p><label>Reason <input></label><button>Send anyway</button></div>';
  root.querySelector('button').addEventListener('click', (event) => {
    document.body.dataset.pressed = event.isTrusted + ':' + root.querySelector('input').value;
    host.remove();
  });
});`;
