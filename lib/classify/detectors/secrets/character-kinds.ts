/** How many kinds of characters a value mixes, 0 to 4: small letters, capitals, digits, anything else. */
export function characterKinds(value: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
}
