/**
 * Runs a pattern over a text in time proportional to the text: all ways to match are followed side by side (Thompson, 1968),
 * each with the place it began at, so that no way is ever taken twice from one place.
 */
import { type Assertion, type CharacterSet, PatternError, type PatternNode, parsePattern } from './pattern-syntax.ts';

type Step =
  | { kind: 'set'; has: (code: number) => boolean }
  | { kind: 'assert'; assertion: Assertion }
  | { kind: 'split'; first: number; second: number }
  | { kind: 'jump'; to: number }
  | { kind: 'match' };

/** Steps of a program: each may be alive once for each character of a text. */
const MOST_STEPS = 600;

interface Program {
  steps: readonly Step[];
  begins: Uint8Array;
}

export interface PatternMatch {
  start: number;
  end: number;
}

export interface Pattern {
  /** The leftmost longest matches that are not empty, in order and separate. */
  search(text: string): PatternMatch[];
}

/** Throws `PatternError`, with the place, when the pattern cannot be run. */
export function compilePattern(pattern: string, ignoreCase = false): Pattern {
  const node = parsePattern(pattern);
  const steps: Step[] = [];
  emit(node, steps, ignoreCase);
  steps.push({ kind: 'match' });
  if (steps.length > MOST_STEPS) throw new PatternError('is too large: its repetitions add up', pattern.length);
  if (reaches(steps)) throw new PatternError('fits an empty text', 0);
  const program = { steps, begins: beginnings(steps) };
  return { search: (text) => search(program, text) };
}

function emit(node: PatternNode, steps: Step[], ignoreCase: boolean): void {
  if (steps.length > MOST_STEPS) return;
  switch (node.kind) {
    case 'set':
      steps.push({ kind: 'set', has: tester(node.set, ignoreCase) });
      return;
    case 'assert':
      steps.push(node);
      return;
    case 'sequence':
      for (const item of node.items) emit(item, steps, ignoreCase);
      return;
    case 'choice': {
      const ends: { kind: 'jump'; to: number }[] = [];
      node.items.forEach((item, index) => {
        if (index === node.items.length - 1) {
          emit(item, steps, ignoreCase);
          return;
        }
        const split = { kind: 'split' as const, first: steps.length + 1, second: 0 };
        const end = { kind: 'jump' as const, to: 0 };
        steps.push(split);
        emit(item, steps, ignoreCase);
        steps.push(end);
        split.second = steps.length;
        ends.push(end);
      });
      for (const end of ends) end.to = steps.length;
      return;
    }
    case 'repeat': {
      for (let count = 0; count < node.least; count += 1) emit(node.item, steps, ignoreCase);
      if (node.most === Infinity) {
        const split = { kind: 'split' as const, first: steps.length + 1, second: 0 };
        const back = steps.length;
        steps.push(split);
        emit(node.item, steps, ignoreCase);
        steps.push({ kind: 'jump', to: back });
        split.second = steps.length;
        return;
      }
      const splits: { kind: 'split'; first: number; second: number }[] = [];
      for (let count = node.least; count < node.most && steps.length <= MOST_STEPS; count += 1) {
        const split = { kind: 'split' as const, first: steps.length + 1, second: 0 };
        steps.push(split);
        splits.push(split);
        emit(node.item, steps, ignoreCase);
      }
      for (const split of splits) split.second = steps.length;
    }
  }
}

function tester({ ranges, negated }: CharacterSet, ignoreCase: boolean): (code: number) => boolean {
  const within = (code: number) => ranges.some(([first, last]) => first <= code && code <= last);
  const has = (code: number) => {
    if (!ignoreCase) return within(code) !== negated;
    const char = String.fromCharCode(code);
    return (within(char.toLowerCase().charCodeAt(0)) || within(char.toUpperCase().charCodeAt(0))) !== negated;
  };
  const table = Uint8Array.from({ length: 256 }, (_, code) => (has(code) ? 1 : 0));
  return (code) => (code < 256 ? table[code] === 1 : has(code));
}

/** The steps that are reached without a character, each once. */
function* reachedAtOnce(steps: readonly Step[]): Generator<Step> {
  const seen = new Set<number>();
  const open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = steps[at]!;
    yield step;
    if (step.kind === 'split') open.push(step.first, step.second);
    else if (step.kind === 'jump') open.push(step.to);
    else if (step.kind === 'assert') open.push(at + 1);
  }
}

/** Whether the end can be reached without a character. */
function reaches(steps: readonly Step[]): boolean {
  for (const { kind } of reachedAtOnce(steps)) if (kind === 'match') return true;
  return false;
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}

function holds(assertion: Assertion, text: string, at: number): boolean {
  if (assertion === 'line-start') return at === 0 || text[at - 1] === '\n';
  if (assertion === 'line-end') return at === text.length || text[at] === '\n' || text[at] === '\r';
  const edge = isWord(text.charCodeAt(at - 1)) !== isWord(text.charCodeAt(at));
  return edge === (assertion === 'word-edge');
}

/** Whether a match may begin with a unit, by unit below 256; any other may. */
function beginnings(steps: readonly Step[]): Uint8Array {
  const may = new Uint8Array(256);
  for (const step of reachedAtOnce(steps)) {
    if (step.kind !== 'set') continue;
    for (let code = 0; code < 256; code += 1) if (step.has(code)) may[code] = 1;
  }
  return may;
}

interface Way {
  step: number;
  start: number;
}

function search({ steps, begins }: Program, text: string): PatternMatch[] {
  /** The longest end for each beginning. */
  const ends = new Map<number, number>();
  /** Where in the text a step was last made alive: no step is alive twice at one place. */
  const marks = new Int32Array(steps.length).fill(-1);
  const open: number[] = [];
  const follow = (ways: Way[], first: number, start: number, at: number) => {
    open.push(first);
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      if (marks[step] === at) continue;
      marks[step] = at;
      const made = steps[step]!;
      if (made.kind === 'set') ways.push({ step, start });
      else if (made.kind === 'jump') open.push(made.to);
      else if (made.kind === 'split') open.push(made.second, made.first);
      else if (made.kind === 'match') ends.set(start, at);
      else if (holds(made.assertion, text, at)) open.push(step + 1);
    }
  };
  let ways: Way[] = [];
  let next: Way[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // The newest beginning comes last: where two ways meet, the older one goes on, which is the leftmost match.
    if (code > 255 || begins[code] === 1) follow(ways, 0, at, at);
    for (const { step, start } of ways) {
      const made = steps[step]!;
      if (made.kind === 'set' && made.has(code)) follow(next, step + 1, start, at + 1);
    }
    [ways, next] = [next, ways];
    next.length = 0;
  }
  const found: PatternMatch[] = [];
  for (const [start, end] of [...ends].sort(([a], [b]) => a - b)) {
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end });
  }
  return found;
}
