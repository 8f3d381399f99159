/** Values as they may be shown: enough for the person to know which one is meant, never more than a third of it. */

const DOTS = '•••';

/**
 * A value for display. The number of dots says nothing about its length.
 * Cards show at most the last four digits (PCI DSS 3.4.1), secrets only the beginning of a public prefix.
 */
export function maskValue(type: string, value: string): string {
  const characters = Array.from(value.trim());
  const budget = Math.floor(characters.length / 3);
  if (/SECRET|KEY|TOKEN|PASSWORD/.test(type)) return maskSecret(value, budget);
  if (/CREDIT_CARD/.test(type)) return lastDigits(value, Math.min(4, Math.floor(digitsOf(value).length / 3)));
  if (/IBAN/.test(type))
    return `${characters.slice(0, Math.min(2, budget)).join('')}•• ${lastDigits(value, 2, budget - 2)}`;
  if (/EMAIL/.test(type)) return `${characters.slice(0, Math.min(1, budget)).join('')}${DOTS}@…`;
  if (/PHONE|SSN|_ID$|_NUMBER$|PASSPORT|LICEN[CS]E/.test(type)) return lastDigits(value, 2, budget);
  if (/PERSON|NAME|LOCATION|ORGANI[SZ]ATION/.test(type)) return initials(value, budget);
  return `${characters.slice(0, Math.min(1, budget)).join('')}${DOTS}`;
}

/** Prefixes that providers put before their keys: they are the same for everybody. */
const PUBLIC_PREFIXES =
  /^(?:AKIA|ASIA|AIza|ya29\.|gh[opusr]_|github_pat_|glpat-|sk-|sk_live_|sk_test_|pk_live_|rk_live_|xox[abprs]-|npm_|pypi-|SG\.|hf_|eyJ|dop_v1_|shpat_|-----BEGIN )/;

function maskSecret(value: string, budget: number): string {
  const prefix = PUBLIC_PREFIXES.exec(value.trim())?.[0] ?? '';
  return `${prefix.slice(0, Math.min(4, budget))}${DOTS}${DOTS}`;
}

function digitsOf(value: string): string {
  return value.replace(/\P{Nd}/gu, '');
}

function lastDigits(value: string, wanted: number, budget = wanted): string {
  const digits = Array.from(digitsOf(value));
  const shown = Math.max(0, Math.min(wanted, budget));
  return shown === 0 || digits.length <= shown ? '••••' : `•••• ${digits.slice(-shown).join('')}`;
}

function initials(value: string, budget: number): string {
  const words = value.trim().split(/\s+/u);
  return words
    .slice(0, 4)
    .map((word, index) => (index < budget ? (Array.from(word)[0] ?? '') : '') + DOTS)
    .join(' ');
}
