/**
 * Tells source code from prose, line by line. Names and places are not looked for inside code, where capitalised words
 * are types and identifiers. JSON, CSV and mail headers are data about people and count as prose.
 */

/** Signs of code that prose, JSON and CSV do not have. Each alternative is bounded and anchored. */
const CODE_LINE =
  /^[ \t]{0,80}(?:(?:import|export|from(?!:)|const|let|var|function|async|await|return|class|interface|type|enum|def|elif|public|private|protected|static|void|struct|impl|fn|func|pub|val|assert|elsif|package|using|namespace|throw|#include|#define|@\w+\()\b.{0,200}[;{}():=<>'"]|[\w.$]{1,60} ?(?:[-+*/|&]?=|:=) ?\S|[\w.$\]]{1,60}\([^()\n]{0,120}\)\s?[;{:]?$|(?:if|for|while|switch|catch)\s?\(|[})\]]{1,4}[;,]?$|\/\/|\/\*|\*\/|<\/?[a-z][\w-]{0,30}[ >]|SELECT |INSERT INTO |UPDATE |CREATE TABLE )|[;{]\s?$|=>|===|!==|::\w|->\w|\(\)/;

/** What every line of code has, of what few lines of prose have. */
const SIGN_OF_CODE = /[;{}():=<>'"\]/*]|SELECT |INSERT INTO |UPDATE |CREATE TABLE /;
const BEGINS_WITH_LETTER = /^[A-Za-z]/;

/** Brackets alone say nothing, and a quoted key with a colon is JSON: data, not code. */
const NEUTRAL_LINE = /^[\s{}[\](),;]*$/;
const JSON_LINE = /^[ \t]{0,80}"[^"\n]{1,80}" ?:/;
const FENCE = /^[ \t]{0,8}(?:```|~~~)/;
/** Share of code lines in a paragraph from which the whole paragraph counts as code. */
const PARAGRAPH_SHARE = 0.3;
const LONGEST_LINE = 400;

interface Line {
  start: number;
  code: boolean;
  /** Says nothing about the paragraph it is in. */
  neutral: boolean;
  blank: boolean;
  fence: boolean;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, Math.min(end, start + LONGEST_LINE)).trimEnd();
    // Most lines begin with a letter: those are neither neutral nor JSON nor a fence.
    const isWord = BEGINS_WITH_LETTER.test(line);
    const neutral = !isWord && NEUTRAL_LINE.test(line);
    const code = !neutral && SIGN_OF_CODE.test(line) && (isWord || !JSON_LINE.test(line)) && CODE_LINE.test(line);
    lines.push({ start, code, neutral, blank: line === '', fence: !isWord && FENCE.test(line) });
    start = end + 1;
  }
  return lines;
}

export class CodeGate {
  /** Starts of the stretches, alternately prose and code, beginning with prose at 0. */
  private readonly edges: number[] = [];

  constructor(text: string) {
    const lines = readLines(text);
    markFenced(lines);
    markParagraphs(lines);
    let code = false;
    for (const line of lines) {
      if (line.blank || (line.neutral && !line.code) || line.code === code) continue;
      code = line.code;
      this.edges.push(line.start);
    }
  }

  contains(offset: number): boolean {
    let low = 0;
    let high = this.edges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.edges[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low % 2 === 1;
  }
}

/** A fenced block is code when any line in it looks like code; fences also quote letters and tables. */
function markFenced(lines: Line[]): void {
  let open = -1;
  lines.forEach((line, index) => {
    if (!line.fence) return;
    if (open < 0) {
      open = index;
      return;
    }
    const inside = lines.slice(open + 1, index);
    const code = inside.some((each) => each.code);
    for (const each of inside) each.code = code;
    open = -1;
  });
}

function markParagraphs(lines: Line[]): void {
  let from = 0;
  for (let to = 0; to <= lines.length; to += 1) {
    if (to < lines.length && !lines[to]!.blank && !lines[to]!.fence) continue;
    const paragraph = lines.slice(from, to);
    const share =
      paragraph.filter((line) => line.code).length / Math.max(1, paragraph.filter((line) => !line.neutral).length);
    if (share >= PARAGRAPH_SHARE) for (const line of paragraph) line.code = true;
    from = to + 1;
  }
}
