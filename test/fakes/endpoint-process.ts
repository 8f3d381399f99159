import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const HEALTHY_WITHIN_MS = 120_000;

/** The real endpoint as a process of its own, which can be killed and started again at the same address. */
export class EndpointProcess {
  readonly url: string;
  readonly #env: Record<string, string>;
  readonly #log: string | null;
  #process: ChildProcess | null = null;

  private constructor(port: number, env: Record<string, string>, log: string | null) {
    this.#log = log;
    this.url = `http://127.0.0.1:${port}`;
    this.#env = { ...env, PORT: String(port) };
  }

  /**
   * `env`: the endpoint's configuration besides its port, or what makes it of the address; `log`: a file for all that it
   * prints. Resolves when it is healthy.
   */
  static async start(
    env: Record<string, string> | ((url: string) => Promise<Record<string, string>>),
    log: string | null = null,
  ): Promise<EndpointProcess> {
    const port = await freePort();
    const settings = typeof env === 'function' ? await env(`http://127.0.0.1:${port}`) : env;
    const endpoint = new EndpointProcess(port, settings, log);
    await endpoint.restart();
    return endpoint;
  }

  /** `changes`: settings that are others this time. */
  async restart(changes: Record<string, string> = {}): Promise<void> {
    const out = this.#log === null ? 'ignore' : openSync(this.#log, 'a');
    this.#process = spawn(process.execPath, ['server/main.ts'], {
      env: { ...process.env, ...this.#env, ...changes },
      stdio: ['ignore', out, out],
    });
    if (out !== 'ignore') closeSync(out);
    const deadline = Date.now() + HEALTHY_WITHIN_MS;
    while (!(await this.#isHealthy())) {
      if (Date.now() > deadline) {
        await this.kill();
        throw new Error('the endpoint did not become healthy');
      }
      await sleep(200);
    }
  }

  /** SIGKILL; resolves when the process is gone. */
  async kill(): Promise<void> {
    const dying = this.#process;
    if (dying === null || dying.exitCode !== null || dying.signalCode !== null) return;
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill('SIGKILL');
    await gone;
  }

  #isHealthy(): Promise<boolean> {
    return fetch(`${this.url}/v1/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
