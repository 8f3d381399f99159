import { HOSTILE } from '../text/hostile-text.ts';
import { mixedText } from '../text/mixed-text.ts';

/** A text to measure on. The same kind of text comes in lengths a factor of ten apart, so that growth can be seen. */
export interface Input {
  name: string;
  length: number;
  make(length: number): string;
}

const KB = 1_000;
/** Those that cost peers most; enough to see that everything works. */
const QUICK_HOSTILE = ['"1-"', 'base64'];

/** In the order to measure in: what people send first, then what costs little to know, then what may hang. */
export function inputs(quick: boolean): Input[] {
  const mixedLengths = quick ? [10 * KB, 100 * KB] : [10 * KB, 100 * KB, 1000 * KB];
  const mixed = mixedLengths.map((length) => ({ name: 'mixed text', length, make: (size: number) => mixedText(size) }));
  const chosen = HOSTILE.filter(({ name }) => !quick || QUICK_HOSTILE.includes(name));
  const hostile = [10 * KB, 100 * KB].flatMap((length) => chosen.map(({ name, make }) => ({ name, length, make })));
  return [...mixed, ...hostile];
}
