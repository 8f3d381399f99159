import { HOSTILE } from '../text/hostile-text.ts';
import { mixedText } from '../text/mixed-text.ts';

/** Two lengths of one kind of text, a factor of ten apart, so that growth can be seen. */
export interface Input {
  name: string;
  kind: 'mixed' | 'hostile';
  lengths: number[];
  make(length: number): string;
}

const KB = 1_000;
/** Those that cost peers most; enough to see that everything works. */
const QUICK_HOSTILE = ['"1-"', 'base64'];

export function inputs(quick: boolean): Input[] {
  const mixed: Input = {
    name: 'mixed text',
    kind: 'mixed',
    lengths: quick ? [10 * KB, 100 * KB] : [10 * KB, 100 * KB, 1000 * KB],
    make: (length) => mixedText(length),
  };
  const hostile = HOSTILE.filter(({ name }) => !quick || QUICK_HOSTILE.includes(name)).map(
    ({ name, make }): Input => ({ name, kind: 'hostile', lengths: [10 * KB, 100 * KB], make }),
  );
  return [mixed, ...hostile];
}
