// Every detector carries its own true and false examples: they are its tests and its documentation. What people install
// need not carry them.
import type { Plugin } from 'vite';

const DETECTORS = /\/lib\/classify\/(?:detectors|uses)\//;

interface Span {
  start: number;
  end: number;
}

/** What is looked at of a node; its children are whatever else it holds. */
interface Node {
  type: string;
  key?: { type: string; name?: string };
  shorthand?: boolean;
  value?: unknown;
}

/** Bundles detectors without their examples. Runs after TypeScript is gone. */
export function stripExamples(): Plugin {
  return {
    name: 'strip-examples',
    enforce: 'post',
    transform(code, id) {
      if (!DETECTORS.test(id)) return null;
      return { code: withoutExamples(code, this.parse(code)), map: null };
    },
  };
}

/** `code` without the properties written `examples: …`, each with the comma behind it. `tree`: its ESTree program. */
export function withoutExamples(code: string, tree: unknown): string {
  const spans: Span[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as Partial<Node>;
    const isNamed = node.type === 'Property' && !node.shorthand && node.key?.type === 'Identifier';
    if (isNamed && node.key?.name === 'examples') {
      spans.push(value as Span);
      return;
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(tree);
  // From the back, so that earlier places stay where they are.
  return spans.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}${text.slice(end).replace(/^\s*,/, '')}`,
    code,
  );
}
