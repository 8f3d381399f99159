/** A labelled text: spans are UTF-16 offsets, end exclusive, in order and free of overlaps. */
import type { NameType } from '../../../lib/classify/names/tag-names.ts';

export interface Span {
  type: NameType;
  start: number;
  end: number;
}

export interface Example {
  text: string;
  spans: Span[];
}
