/** How probable each label of a chain is, all labellings considered: forward and backward sums. */
import { LABEL_COUNT as SIZE } from './name-model.ts';

/**
 * Rows of `LABEL_COUNT` probabilities, one for each of `length` tokens. `chances`: e to the power of the scores of a label
 * (column) after a label (row), the last row for the beginning; `unary`: scores of the labels at each token.
 */
export function probabilities(chances: Float64Array, unary: Float64Array, length: number): Float64Array {
  const local = new Float64Array(length * SIZE);
  for (let i = 0; i < length; i += 1) {
    let top = unary[i * SIZE]!;
    for (let label = 1; label < SIZE; label += 1) top = Math.max(top, unary[i * SIZE + label]!);
    for (let label = 0; label < SIZE; label += 1) local[i * SIZE + label] = Math.exp(unary[i * SIZE + label]! - top);
  }
  const forward = new Float64Array(length * SIZE);
  for (let i = 0; i < length; i += 1) {
    let total = 0;
    for (let label = 0; label < SIZE; label += 1) {
      let sum = i === 0 ? chances[SIZE * SIZE + label]! : 0;
      for (let previous = 0; i > 0 && previous < SIZE; previous += 1) {
        sum += forward[(i - 1) * SIZE + previous]! * chances[previous * SIZE + label]!;
      }
      forward[i * SIZE + label] = sum * local[i * SIZE + label]!;
      total += forward[i * SIZE + label]!;
    }
    for (let label = 0; label < SIZE; label += 1) forward[i * SIZE + label]! /= total;
  }
  const backward = new Float64Array(length * SIZE).fill(1);
  for (let i = length - 2; i >= 0; i -= 1) {
    let total = 0;
    for (let label = 0; label < SIZE; label += 1) {
      let sum = 0;
      for (let next = 0; next < SIZE; next += 1) {
        const at = (i + 1) * SIZE + next;
        sum += chances[label * SIZE + next]! * local[at]! * backward[at]!;
      }
      backward[i * SIZE + label] = sum;
      total += sum;
    }
    for (let label = 0; label < SIZE; label += 1) backward[i * SIZE + label]! /= total;
  }
  for (let i = 0; i < length; i += 1) {
    let total = 0;
    for (let label = 0; label < SIZE; label += 1) total += forward[i * SIZE + label]! * backward[i * SIZE + label]!;
    for (let label = 0; label < SIZE; label += 1) {
      forward[i * SIZE + label] = (forward[i * SIZE + label]! * backward[i * SIZE + label]!) / total;
    }
  }
  return forward;
}
