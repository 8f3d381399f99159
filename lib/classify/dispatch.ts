/** Which detectors have anything to find in a text. With hundreds of them, what does not fire must cost nothing. */
import type { Detector, WordList } from './detector.ts';
import type { Scan } from './scan.ts';

export class Dispatch {
  readonly #detectors: readonly Detector[];
  /** Places in `#detectors` of those that no list of words sets off. */
  readonly #always: readonly number[];
  /** Places in `#detectors` of those that a list of words sets off. */
  readonly #byList = new Map<WordList, number[]>();

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors;
    this.#always = detectors.flatMap(({ requires }, index) => (requires === undefined ? [index] : []));
    detectors.forEach(({ requires = [] }, index) => {
      for (const list of requires) {
        const waiting = this.#byList.get(list);
        if (waiting === undefined) this.#byList.set(list, [index]);
        else waiting.push(index);
      }
    });
  }

  /** Those whose words and character classes the text has, in the order they were given. */
  for(scan: Scan): Detector[] {
    const fired = new Set(this.#always);
    for (const list of scan.foundLists()) for (const index of this.#byList.get(list) ?? []) fired.add(index);
    return Array.from(fired)
      .sort((a, b) => a - b)
      .map((index) => this.#detectors[index]!)
      .filter(({ needs }) => needs.every((shape) => scan.shape.has(shape)));
  }
}
