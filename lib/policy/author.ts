/**
 * Policies as people write them: YAML in, the same compile as everywhere out, every fault with its line. Only the command
 * line and the endpoint import this file; the YAML parser has no place in a browser bundle.
 */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type CompileResult, compilePolicy } from './compile.ts';
import { type PolicyFault, parsePath } from './faults.ts';

export interface AuthorFault extends PolicyFault {
  /** 1-based place in the source; absent where the source has none. */
  line?: number;
  column?: number;
}

export type AuthorResult = Extract<CompileResult, { ok: true }> | { ok: false; errors: AuthorFault[] };

/** A policy file is some hundred kilobytes at most; anything larger is not one. */
const MAX_SOURCE = 2_000_000;

/** Compile a policy from YAML (or JSON, which is YAML). */
export async function compilePolicyYaml(source: string): Promise<AuthorResult> {
  if (source.length > MAX_SOURCE) return { ok: false, errors: [{ path: '', message: 'is too large for a policy' }] };
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    const errors = document.errors.map(({ message, pos }) => ({ path: '', message, ...place(lines, pos[0]) }));
    return { ok: false, errors };
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 });
  } catch {
    return { ok: false, errors: [{ path: '', message: 'repeats its aliases (&name, *name) far too often' }] };
  }
  const compiled = await compilePolicy(plain);
  if (compiled.ok) return compiled;
  return { ok: false, errors: compiled.errors.map((fault) => ({ ...fault, ...locate(document, lines, fault.path) })) };
}

/** The place of a path, or of the nearest mapping around it when the path itself is missing. */
function locate(document: Document.Parsed, lines: LineCounter, path: string): { line?: number; column?: number } {
  const keys = parsePath(path);
  for (let length = keys.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return place(lines, node.range[0]);
  }
  return {};
}

function place(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
