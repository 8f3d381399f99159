/** Everything the endpoint is told when it starts: environment, secrets from files, the connectors' file. */
import { readFile } from 'node:fs/promises';
import { type EndpointConfig, readConfig, SECRET_NAMES, SETTING_NAMES } from './config.ts';
import { type ConnectorSettings, readConnectors } from './connectors/connector-settings.ts';

export type Environment = Record<string, string | undefined>;

export type SettingsResult =
  | { ok: true; config: EndpointConfig; connectors: ConnectorSettings[]; warnings: string[] }
  | { ok: false; errors: string[] };

export async function readSettings(env: Environment): Promise<SettingsResult> {
  const secrets = await readSecretFiles(env);
  if (!secrets.ok) return secrets;
  const read = readConfig(secrets.env);
  if (!read.ok) return read;
  const { config } = read;
  const warnings = strangeNames(env).map((name) => `${name} is not a setting, but looks like one`);
  if (config.connectorsFile === null) return { ok: true, config, connectors: [], warnings };
  const file = await readConnectors(config.connectorsFile, secrets.env);
  if (!file.ok) return { ok: false, errors: file.errors.map((error) => `CONNECTORS_FILE: ${error}`) };
  for (const connector of file.connectors) {
    if (connector.type === 'syslog' && connector.security === 'none') {
      warnings.push(`connector ${connector.name}: syslog without TLS can be read and changed on its way`);
    }
  }
  return { ok: true, config, connectors: file.connectors, warnings };
}

/** `ADMIN_PASSWORD_FILE=/run/secrets/admin` stands for the variable without `_FILE`; both at once is a mistake. */
async function readSecretFiles(
  env: Environment,
): Promise<{ ok: true; env: Environment } | { ok: false; errors: string[] }> {
  const errors: string[] = [];
  const read: Environment = { ...env };
  for (const name of SECRET_NAMES) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    const text = await readFile(path, 'utf8').catch(() => null);
    if (env[name]) errors.push(`${name}: is given twice, itself and as ${name}_FILE`);
    else if (text === null) errors.push(`${name}_FILE: the file cannot be read`);
    else if (text.trim() === '') errors.push(`${name}_FILE: the file is empty`);
    else read[name] = text.trim();
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, env: read };
}

/** Shorter names are too like those of other programs. */
const MIN_LENGTH = 8;

/** Variables that are probably meant for the endpoint and are not known to it. */
export function strangeNames(env: Environment): string[] {
  const known = new Set([...SETTING_NAMES, ...SECRET_NAMES.map((name) => `${name}_FILE`)]);
  return Object.keys(env).filter((name) => {
    if (known.has(name)) return false;
    if (name.startsWith('SLUICE_')) return true;
    return name.length >= MIN_LENGTH && [...known].some((other) => other.length >= MIN_LENGTH && isTypo(name, other));
  });
}

/** One or two letters wrong, missing, too many or swapped. */
function isTypo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change));
    }
    row = next;
  }
  return row[b.length]! <= 2;
}
