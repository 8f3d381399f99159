/** Five digits or more that are all the same, whatever is between them. */
const ONE_DIGIT = /^[^0-9]*([0-9])(?:[^0-9]*\1){4,}[^0-9]*$/;

/** Whether a number stands in for one: `000-00-0000`, `MRN1111111`. */
export function isStandIn(value: string): boolean {
  return ONE_DIGIT.test(value);
}
