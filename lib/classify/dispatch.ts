/** Which detectors have anything to find in a text. With hundreds of them, what does not fire must cost nothing. */
import type { Detector, WordList } from './detector.ts';
import type { Scan } from './scan.ts';

export class Dispatch {
  readonly #detectors: readonly Detector[];
  /** For each of `#detectors`: 1 when it needs nothing that sets it off. */
  readonly #always: Uint8Array;
  /** Places in `#detectors` of those that a list of words sets off. */
  readonly #byList = new Map<WordList, number[]>();
  /** Places in `#detectors` of those that a word of a form sets off. */
  readonly #byForm = new Map<string, number[]>();

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors;
    this.#always = Uint8Array.from(detectors, ({ requires }) => (requires === undefined ? 1 : 0));
    detectors.forEach(({ requires = [], forms = [] }, index) => {
      for (const list of requires) wait(this.#byList, list, index);
      for (const form of forms) wait(this.#byForm, form, index);
    });
  }

  /** Those whose words or forms, and character classes the text has, in the order they were given. */
  for(scan: Scan): Detector[] {
    const fired = this.#always.slice();
    for (const list of scan.foundLists()) for (const index of this.#byList.get(list) ?? []) fired[index] = 1;
    if (this.#byForm.size > 0 && scan.shape.has('digit'))
      for (const form of scan.forms().all()) for (const index of this.#byForm.get(form) ?? []) fired[index] = 1;
    return this.#detectors.filter(
      (detector, index) => fired[index] === 1 && detector.needs.every((shape) => scan.shape.has(shape)),
    );
  }
}

function wait<K>(waiting: Map<K, number[]>, key: K, index: number): void {
  const known = waiting.get(key);
  if (known === undefined) waiting.set(key, [index]);
  else known.push(index);
}
