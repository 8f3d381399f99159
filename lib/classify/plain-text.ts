/** What everything that looks at a text needs of it: made once, when somebody asks for it. */
import { type Normalised, normalise } from '../prompt/normalise.ts';
import { CodeGate } from './code-gate.ts';
import { fold } from './fold.ts';

/** A text that is read as it stands. */
export class PlainText {
  readonly text: string;
  #folded: string | undefined;
  #gate: CodeGate | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Lower case without accents, same length. */
  get folded(): string {
    this.#folded ??= fold(this.text);
    return this.#folded;
  }

  /** True when the line at `offset` belongs to source code. */
  inCode(offset: number): boolean {
    this.#gate ??= new CodeGate(this.text);
    return this.#gate.contains(offset);
  }
}

/** A text as somebody wrote it, with its normalised form. */
export class SourceText {
  readonly source: string;
  #normal: Normalised | undefined;
  #plain: PlainText | undefined;

  constructor(source: string) {
    this.source = source;
  }

  get normal(): Normalised {
    this.#normal ??= normalise(this.source);
    return this.#normal;
  }

  /** The normalised text. */
  get plain(): PlainText {
    this.#plain ??= new PlainText(this.normal.text);
    return this.#plain;
  }
}
