/** Runs commands with what this checkout has installed and compiled. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
/** Where Node keeps what it has compiled: more than a hundred processes begin with the same modules. */
const COMPILED = join(ROOT, '.output/compiled');

export interface RunOptions {
  env?: Record<string, string>;
  /** Print the output when the command has ended, because another one is printing now. */
  hold?: boolean;
}

/** Resolves to true when the command ended well. */
export async function run(name: string, args: string[], { env = {}, hold = false }: RunOptions = {}): Promise<boolean> {
  const stdio = hold ? 'pipe' : 'inherit';
  const inherited = { NODE_COMPILE_CACHE: COMPILED, ...process.env };
  const child = spawn(name, args, { cwd: ROOT, env: { ...inherited, ...env }, stdio: ['inherit', stdio, stdio] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(chunk));
  const [status] = await once(child, 'close').catch(() => [1]);
  if (hold) process.stdout.write(Buffer.concat(output));
  return status === 0;
}
