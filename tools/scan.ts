import { once } from 'node:events';
import { runScanCommand } from './scan/cli.ts';

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runScanCommand(process.argv.slice(2), {
  input: process.stdin,
  out: async (line) => {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  },
  err: (line) => process.stderr.write(`${line}\n`),
  // npm runs scripts in the repository; paths are meant from where the command was typed.
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
