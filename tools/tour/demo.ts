/** The whole product on this computer: signed demo policy, endpoint, practice site. The browser is the caller's. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePolicyYaml } from '../../lib/policy/author.ts';
import { toBase64url } from '../../lib/policy/base64.ts';
import { keyIdOf, signEnvelope } from '../../lib/policy/envelope.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { ADMIN } from '../../server/prepare.ts';
import { startEndpoint } from '../../server/start.ts';
import { startPracticeSite } from '../practice/site.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const TENANT = 'demo';

export interface Demo {
  endpoint: string;
  practice: Awaited<ReturnType<typeof startPracticeSite>>;
  admin: { user: string; password: string };
  /** What an admin would push to managed storage. */
  managed: { endpoint: string; tenant: string; enrolmentToken: string; policyRootKeys: string[] };
  close(): Promise<void>;
}

/** `dir` is emptied first: every demo starts from nothing. */
export async function startDemo(dir: string): Promise<Demo> {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const policy = await signDemoPolicy(join(dir, 'policy.dsse.json'));
  const admin = { user: ADMIN, password: randomBytes(9).toString('base64url') };
  const enrolmentToken = randomBytes(18).toString('base64url');
  const settings = readConfig({
    PORT: '0',
    DATA_DIR: join(dir, 'data'),
    CONSOLE_DIR: join(ROOT, '.output/console'),
    TENANT,
    ENROLMENT_TOKEN: enrolmentToken,
    ADMIN_PASSWORD: admin.password,
    POLICY_FILE: policy.file,
    POLICY_ROOT_KEYS: policy.rootKey,
  });
  if (!settings.ok) throw new Error(settings.errors.join('; '));
  const log = createLog((line) => appendFileSync(join(dir, 'endpoint.log'), `${line}\n`));
  const endpoint = await startEndpoint(settings.config, log);
  const practice = await startPracticeSite({ log: join(dir, 'practice.log') });
  return {
    endpoint: endpoint.url,
    practice,
    admin,
    managed: { endpoint: endpoint.url, tenant: TENANT, enrolmentToken, policyRootKeys: [policy.rootKey] },
    async close() {
      await practice.close();
      await endpoint.close();
    },
  };
}

/** The baseline, signed with a key that exists for this demo only. */
async function signDemoPolicy(file: string): Promise<{ file: string; rootKey: string }> {
  const compiled = await compilePolicyYaml(readFileSync(join(ROOT, 'policies/baseline.yaml'), 'utf8'));
  if (!compiled.ok)
    throw new Error('policies/baseline.yaml does not compile: npm run -s policy -- check policies/baseline.yaml');
  const { publicKey, privateKey } = (await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  const payload = new TextEncoder().encode(compiled.canonical);
  writeFileSync(file, JSON.stringify(await signEnvelope(payload, privateKey, await keyIdOf(raw))));
  return { file, rootKey: toBase64url(raw) };
}

/** Where the browser build for Chromium lies; the reason when it does not. */
export function chromeBuild(): string {
  const dir = join(ROOT, '.output/chrome-mv3');
  if (!existsSync(join(dir, 'manifest.json'))) throw new Error('The extension is not built: npm run build');
  return dir;
}
