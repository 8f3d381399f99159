/** The scan command: what Sluice finds in a text and what a policy would do with it. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import * as z from 'zod';
import type { Classifier } from '../../lib/classify/classifier.ts';
import type { Policy } from '../../lib/policy/schema.ts';
import { openClassifier } from '../open-classifier.ts';
import { readPolicyFile } from '../policy/policy-file.ts';
import { CommandError } from '../policy/terminal.ts';
import { readLines } from './read-lines.ts';
import { type FileScan, scanFile } from './scan-file.ts';
import { scanText } from './scan-text.ts';

const DEFAULT_POLICY = fileURLToPath(new URL('../../policies/baseline.yaml', import.meta.url));

/** Where the command reads and writes. `out` resolves when the reader can take more. */
export interface ScanTerminal {
  input: AsyncIterable<Uint8Array>;
  out(line: string): Promise<void>;
  err(line: string): void;
  /** Folder that relative paths are taken from. */
  cwd: string;
}

interface Options {
  jsonl?: boolean;
  json?: boolean;
  policy: string;
}

/** What texts are judged by. */
interface Core {
  classifier: Classifier;
  policy: Policy;
}

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** Runs the command. Resolves to the exit code: 0 all read, 1 something could not be read, named on `err`. */
export async function runScanCommand(args: readonly string[], terminal: ScanTerminal): Promise<number> {
  let code = 0;
  const program = new Command('scan')
    .description('Find regulated data and secrets in texts and tell what the policy would do.')
    .argument('[file...]', 'files of any kind; the values found are never printed')
    .option('--jsonl', 'read {"id","text"} lines from standard input and print one result a line')
    .option('--json', 'print one JSON object a file')
    .option('--policy <file>', 'policy to decide by', DEFAULT_POLICY)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .action(async (files: string[], options: Options) => {
      if (options.jsonl === true && files.length > 0) throw new CommandError('give either files or --jsonl, not both');
      if (options.jsonl !== true && files.length === 0) throw new CommandError('name a file to scan, or use --jsonl');
      const policy = await loadPolicy(options.policy, terminal);
      const core = { classifier: await openClassifier(policy), policy };
      code = options.jsonl === true ? await scanLines(core, terminal) : await scanFiles(files, options, core, terminal);
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof CommandError)) throw error;
    terminal.err(error.message);
    return 1;
  }
}

async function loadPolicy(file: string, terminal: ScanTerminal): Promise<Policy> {
  const { compiled } = await readPolicyFile(file, { ...terminal, out: (line) => void terminal.out(line) });
  return compiled.policy;
}

/** A bad line is named on `err` and passed over, so that one of a million does not lose the rest. */
async function scanLines({ classifier, policy }: Core, terminal: ScanTerminal): Promise<number> {
  let number = 0;
  let failed = false;
  for await (const line of readLines(terminal.input)) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if (typeof parsed === 'string') {
      terminal.err(`line ${number}: ${parsed}`);
      failed = true;
      continue;
    }
    await terminal.out(JSON.stringify({ id: parsed.id, ...scanText(parsed.text, classifier, policy, Date.now()) }));
  }
  return failed ? 1 : 0;
}

/** The line, or what is wrong with it (without repeating any of it: it may hold what must not be shown). */
function parseLine(line: string): z.infer<typeof lineSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  return `must be an object with "id" and "text": ${issue.path.join('.') || 'the line'} ${issue.message.toLowerCase()}`;
}

/** What cannot be read in a file is named on `err`; the rest of it is scanned all the same. */
async function scanFiles(
  files: string[],
  options: Options,
  { classifier, policy }: Core,
  terminal: ScanTerminal,
): Promise<number> {
  let failed = false;
  for (const file of files) {
    const bytes = await readBytes(resolve(terminal.cwd, file));
    if (!(bytes instanceof Uint8Array)) {
      terminal.err(`${file}: ${bytes.problem}`);
      failed = true;
      continue;
    }
    const scan = await scanFile({ name: basename(file), mediaType: '', bytes }, classifier, policy, Date.now());
    for (const { place, reason } of scan.unreadable) {
      terminal.err(`${file}: ${place === '' ? '' : `${place}: `}cannot be read (${reason})`);
      failed = true;
    }
    await terminal.out(options.json === true ? JSON.stringify(publicForm(file, scan)) : describe(file, scan));
  }
  return failed ? 1 : 0;
}

async function readBytes(path: string): Promise<Uint8Array | { problem: string }> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { problem: 'there is no such file' };
    return { problem: code === 'EISDIR' ? 'is a folder, not a file' : 'cannot be read' };
  }
}

/** Everything but the text; each finding says in which place of the file it stands. */
function publicForm(file: string, { format, parts, findings, uses, unreadable, decision }: FileScan) {
  const placed = findings.map(({ part, ...finding }) => ({
    ...finding,
    part: parts[part]!.id,
    place: parts[part]!.place,
  }));
  return { file, format, findings: placed, uses, unreadable, decision };
}

/** Places and kinds, one finding a line; never the value. */
function describe(file: string, { parts, findings, decision }: FileScan): string {
  const rules = decision.rules.length === 0 ? '' : ` (${decision.rules.join(', ')})`;
  const lines = [`${file}: ${findings.length} found, ${decision.action}${rules}`];
  let current = -1;
  let line = 1;
  let lineStart = 0;
  for (const { part, start, end, type, detector, confidence } of findings) {
    const { place, text } = parts[part]!;
    if (part !== current) {
      [current, line, lineStart] = [part, 1, 0];
      if (place !== '') lines.push(`  ${place}`);
    }
    for (let next = text.indexOf('\n', lineStart); next >= 0 && next < start; next = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    const at = `${line}:${start - lineStart + 1}`.padEnd(10);
    lines.push(`  ${at} ${type.padEnd(22)} ${detector.padEnd(26)} ${confidence.toFixed(2)}  ${end - start} characters`);
  }
  return lines.join('\n');
}
