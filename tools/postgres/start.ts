/**
 * A real PostgreSQL of one's own for a test or a measurement: a fresh cluster in a temporary folder, listening on a free
 * loopback port, gone when stopped. Uses the programs of the machine's newest installed version.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const VERSIONS = '/usr/lib/postgresql';
const READY_WITHIN_MS = 120_000;
const USER = 'sluice';

export interface RunningPostgres {
  /** `postgres://...` of the database `postgres`, for the cluster's only (super)user. */
  url: string;
  port: number;
  /** Make an empty database and answer its URL. */
  createDatabase(name: string): Promise<string>;
  /** Shut down by process id; the data stays, so that `start` can bring the same cluster back. */
  stop(): Promise<void>;
  /** SIGKILL to all its processes at once, as a machine does that loses its power; then as after `stop`. */
  kill(): Promise<void>;
  /** Whether its main process runs: a full disk can end it. */
  isRunning(): boolean;
  /** Start again on the same port after `stop`. @param settings Instead of those it was started with first. */
  start(settings?: Record<string, string>): Promise<void>;
  /** Stop, and delete everything that is not kept. */
  remove(): Promise<void>;
}

/**
 * Initialise and start a cluster. `settings` are server parameters (`{ fsync: 'off' }`); `within`: where its folder is
 * made, which its account has to be able to reach; `kept`: a folder of its own that stays, and whose cluster is used when
 * there is one. Throws with the package to install when the machine has no PostgreSQL.
 */
export async function startPostgres(
  settings: Record<string, string> = {},
  within: string = tmpdir(),
  kept: string | null = null,
): Promise<RunningPostgres> {
  const bin = findPrograms();
  const account = unprivilegedAccount();
  const folder = kept ?? mkdtempSync(join(within, 'sluice-postgres-'));
  const data = join(folder, 'data');
  const sockets = join(folder, 'sockets');
  for (const path of [data, sockets]) mkdirSync(path, { mode: 0o700, recursive: true });
  if (account) for (const path of [folder, data, sockets]) chownSync(path, account.uid, account.gid);
  const as = { ...account, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
  if (!existsSync(join(data, 'PG_VERSION'))) {
    execFileSync(
      join(bin, 'initdb'),
      ['--pgdata', data, '--username', USER, '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'],
      { ...as, stdio: 'ignore' },
    );
  }

  const port = await freePort();
  const url = `postgres://${USER}@127.0.0.1:${port}/postgres`;
  const own = { listen_addresses: '127.0.0.1', unix_socket_directories: sockets, port: String(port) };
  let child: ChildProcess | undefined;
  const killWithParent = () => child?.kill('SIGQUIT');
  process.on('exit', killWithParent);

  const start = async (now: Record<string, string> = settings) => {
    const options = Object.entries({ ...own, ...now }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const args = ['-D', data, ...options];
    child = spawn(join(bin, 'postgres'), args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    const messages: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => messages.push(chunk.toString()));
    await untilReady(url, child, messages);
  };
  const stop = async () => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    // SIGINT is PostgreSQL's fast shutdown: open sessions are ended, nothing committed is lost.
    running.kill('SIGINT');
    await gone;
  };
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const kill = async () => {
    const running = child;
    child = undefined;
    if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    const all = [running.pid, ...childrenOf(running.pid)];
    for (const pid of all) kill9(pid);
    await gone;
    while (all.some((pid) => existsSync(`/proc/${pid}`) && !isZombie(pid))) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const remove = async () => {
    await stop();
    process.off('exit', killWithParent);
    if (kept === null) rmSync(folder, { recursive: true, force: true });
  };

  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  const createDatabase = async (name: string) => {
    await query(url, `create database "${name.replaceAll('"', '""')}"`);
    return url.replace(/postgres$/, encodeURIComponent(name));
  };
  return { url, port, createDatabase, stop, kill, isRunning, start, remove };
}

/** Linux names them; elsewhere they notice by themselves that their parent is gone. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function kill9(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** Dead, and nobody has asked how it died yet. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

function findPrograms(): string {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).map(Number).filter(Boolean) : [];
  const newest = versions.sort((a, b) => b - a)[0];
  if (newest === undefined)
    throw new Error('PostgreSQL is not installed (Debian or Ubuntu: apt-get install postgresql)');
  return `${VERSIONS}/${newest}/bin`;
}

/** PostgreSQL refuses to run as root; who is not root runs it as himself. */
function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such account: the next one.
    }
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither an account `postgres` nor `nobody`');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(url: string, child: ChildProcess, messages: string[]): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}: ${messages.join('')}`);
    try {
      return await query(url, 'select 1');
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
