/** The check digit of a GTIN-14 behind the application identifier 01 (GS1 General Specifications 7.9: weights 3 and 1). */
export function isUdi(value: string): boolean {
  const digits = value.replace(/^\(?01\)?/, '').slice(0, 14);
  let sum = 0;
  for (let i = 0; i < 14; i += 1) sum += Number(digits[i]) * (i % 2 === 0 ? 3 : 1);
  return digits.length === 14 && sum % 10 === 0;
}
