import { runPolicyCommand } from './cli.ts';

process.exitCode = await runPolicyCommand(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  // npm runs scripts in the repository; paths are meant from where the command was typed.
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
