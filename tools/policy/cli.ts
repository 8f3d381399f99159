/** The admin's policy bench: what can be asked for and what it is called. Each command is a file of its own. */
import { Command, CommanderError } from 'commander';
import { bundle, POLICIES } from './bundle.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { type EdmOptions, edm } from './edm.ts';
import { type FingerprintOptions, fingerprint } from './fingerprint.ts';
import { keygen } from './keygen.ts';
import { replay } from './replay.ts';
import { sign } from './sign.ts';
import { signSites } from './sign-sites.ts';
import { CommandError, type Terminal } from './terminal.ts';

/** Run one command. Resolves to the exit code: 0 done, 1 refused or failed. */
export async function runPolicyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = new Command('policy')
    .description('Write, test, compare, sign and replay policies.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  const command = (usage: string, description: string) => program.command(usage).description(description);

  command('check', 'compile a policy and tell every fault with its place')
    .argument('<file>', 'policy (YAML, JSON or signed)')
    .action(async (file: string) => {
      code = await check(file, terminal);
    });
  command('test', 'run the examples of a policy through the real classifier')
    .argument('<file>', 'policy')
    .action(async (file: string) => {
      // The classifier is the one heavy part, and only this command needs it.
      const { testExamples } = await import('./test-examples.ts');
      code = await testExamples(file, terminal);
    });
  command('diff', 'what changed between two policies in terms of enforcement')
    .argument('<before>', 'policy')
    .argument('<after>', 'policy')
    .option('--json', 'print one JSON object')
    .action(async (before: string, after: string, options: { json?: boolean }) => {
      code = await diff(before, after, options.json === true, terminal);
    });
  command('replay', 'decide past prompts again under a policy and count the differences')
    .argument('<file>', 'policy')
    .requiredOption('--records <jsonl>', 'past decisions, one JSON object a line')
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: { records: string; json?: boolean }) => {
      code = await replay(file, options.records, options.json === true, terminal);
    });
  command('keygen', 'make a key pair for signing policies')
    .requiredOption('--out <dir>', 'folder for the two files')
    .action(async (options: { out: string }) => {
      code = await keygen(options.out, terminal);
    });
  command('sign', 'sign a policy, or add a signature to a signed one')
    .argument('<file>', 'policy')
    .requiredOption('--key <file...>', 'private key; may be given more than once')
    .requiredOption('--out <file>', 'the signed policy')
    .action(async (file: string, options: { key: string[]; out: string }) => {
      code = await sign(file, options.key, options.out, terminal);
    });
  command('sign-sites', 'check and sign a site pack: newer hosts, calls and selectors of apps, as data')
    .argument('<file>', 'site pack (JSON, or signed)')
    .requiredOption('--key <file...>', 'private key; may be given more than once')
    .requiredOption('--out <file>', 'the signed site pack')
    .action(async (file: string, options: { key: string[]; out: string }) => {
      code = await signSites(file, options.key, options.out, terminal);
    });
  command('edm', 'put a list of records into a policy as keyed hashes, without the list itself')
    .argument('<csv>', 'list with a line of field names')
    .requiredOption('--policy <file>', 'policy (YAML) to write into')
    .requiredOption('--id <id>', 'name of the list in the policy')
    .requiredOption('--fields <names>', 'fields, the one to look for first, with commas between')
    .option('--together <number>', 'how many of the other fields have to stand near it', '1')
    .option('--class <class>', 'CUSTOM or CONFIDENTIAL', 'CUSTOM')
    .action(async (csv: string, options: EdmOptions) => {
      code = await edm(csv, options, terminal);
    });
  command('fingerprint', 'put documents into a policy as keyed hashes of passages, without their text')
    .argument('<file...>', 'documents of any kind that can be read')
    .requiredOption('--policy <file>', 'policy (YAML) to write into')
    .option('--least <share>', 'share of a document that has to be in a text, 0.01 to 1', '0.05')
    .option('--class <class>', 'CONFIDENTIAL or CUSTOM', 'CONFIDENTIAL')
    .action(async (files: string[], options: FingerprintOptions) => {
      code = await fingerprint(files, options, terminal);
    });
  command('bundle', 'sign the default policy that is built into the extension')
    .option('--dir <dir>', 'folder of baseline.yaml', POLICIES)
    .action(async (options: { dir: string }) => {
      code = await bundle(options.dir, terminal);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof CommandError)) throw error;
    terminal.err(error.message);
    return 1;
  }
}
