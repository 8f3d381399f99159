/**
 * Processor time that work takes, of this process and of a PostgreSQL together. Unlike the time on the clock it says much
 * the same on a busy machine, and it says what no machine of so many cores can exceed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** `USER_HZ`: the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** @returns Microseconds since some moment; null where they cannot be told. */
export async function openCpuMeter(postgresUrl: string | null): Promise<() => number | null> {
  const postmaster = postgresUrl === null ? null : await postmasterOf(postgresUrl);
  return () => {
    const { user, system } = process.cpuUsage();
    if (postgresUrl === null) return user + system;
    const database = postmaster === null ? null : ticksOf(postmaster);
    return database === null ? null : user + system + (database / TICKS_PER_SECOND) * 1e6;
  };
}

async function postmasterOf(connectionString: string): Promise<number | null> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const backend = readStat(rows[0].pid);
  await client.end();
  return backend?.parent ?? null;
}

/** Of the parent, of its children, and of those children that have ended. */
function ticksOf(parent: number): number | null {
  try {
    const own = readStat(parent);
    if (own === null) return null;
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readStat(Number(name)))
      .filter((stat) => stat?.parent === parent);
    return own.ticks + own.ended + children.reduce((sum, stat) => sum + stat!.ticks, 0);
  } catch {
    return null;
  }
}

/** `/proc/<pid>/stat` (proc_pid_stat(5)): fields 4, 14 to 17. Null when there is no such process, or no `/proc`. */
function readStat(pid: number): { parent: number; ticks: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, ticks: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! };
  } catch {
    return null;
  }
}
