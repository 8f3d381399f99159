/** Which detectors have anything to find in a text. With hundreds of them, what does not fire must cost nothing. */
import type { Detector, WordList } from './detector.ts';
import type { Scan } from './scan.ts';

export class Dispatch {
  readonly #detectors: readonly Detector[];
  /** Places in `#detectors` of those that nothing sets off. */
  readonly #always: readonly number[];
  /** Places in `#detectors` of those that a list of words sets off. */
  readonly #byList = new Map<WordList, number[]>();
  /** Places in `#detectors` of those that a word of a form sets off. */
  readonly #byForm = new Map<string, number[]>();

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors;
    this.#always = detectors.flatMap(({ requires }, index) => (requires === undefined ? [index] : []));
    detectors.forEach(({ requires = [], forms = [] }, index) => {
      for (const list of requires) wait(this.#byList, list, index);
      for (const form of forms) wait(this.#byForm, form, index);
    });
  }

  /** Those whose words or forms, and character classes the text has, in the order they were given. */
  for(scan: Scan): Detector[] {
    const fired = new Set(this.#always);
    for (const list of scan.foundLists()) for (const index of this.#byList.get(list) ?? []) fired.add(index);
    if (this.#byForm.size > 0 && scan.shape.has('digit'))
      for (const form of scan.forms().all()) for (const index of this.#byForm.get(form) ?? []) fired.add(index);
    return Array.from(fired)
      .sort((a, b) => a - b)
      .map((index) => this.#detectors[index]!)
      .filter(({ needs }) => needs.every((shape) => scan.shape.has(shape)));
  }
}

function wait<K>(waiting: Map<K, number[]>, key: K, index: number): void {
  const known = waiting.get(key);
  if (known === undefined) waiting.set(key, [index]);
  else known.push(index);
}
