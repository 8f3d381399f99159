/** Reads a policy from a file: YAML or JSON as authors write it, or a signed envelope. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type AuthorFault, compilePolicyYaml } from '../../lib/policy/author.ts';
import { fromBase64 } from '../../lib/policy/base64.ts';
import type { CompileResult } from '../../lib/policy/compile.ts';
import { type Envelope, envelopeSchema } from '../../lib/policy/envelope.ts';
import { CommandError, type Terminal } from './terminal.ts';

export interface PolicyFile {
  compiled: Extract<CompileResult, { ok: true }>;
  /** Set when the file is an envelope. Reading it does not verify it. */
  envelope: Envelope | null;
}

/** Throws a `CommandError` that lists every fault as `file:line:column path message`. */
export async function readPolicyFile(path: string, terminal: Terminal): Promise<PolicyFile> {
  const source = await readText(path, terminal);
  const envelope = asEnvelope(source);
  const compiled = await compilePolicyYaml(envelope ? payloadText(envelope) : source);
  if (!compiled.ok) throw new CommandError(compiled.errors.map((fault) => faultLine(path, fault)).join('\n'));
  return { compiled, envelope };
}

/** A text file, or a `CommandError` that says what is the matter with it. */
export async function readText(path: string, terminal: Terminal): Promise<string> {
  try {
    return await readFile(resolve(terminal.cwd, path), 'utf8');
  } catch (error) {
    throw new CommandError(`${path}: ${readProblem(error)}`);
  }
}

function readProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder, not a file';
  return code === 'EACCES' ? 'may not be read' : 'cannot be read';
}

function faultLine(file: string, { path, message, line, column }: AuthorFault): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  return `${place}: ${path === '' ? '' : `${path} `}${message}`;
}

function asEnvelope(source: string): Envelope | null {
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(source));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function payloadText(envelope: Envelope): string {
  return new TextDecoder().decode(fromBase64(envelope.payload) ?? new Uint8Array());
}
