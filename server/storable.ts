/**
 * Whether every string in a value can be stored and given back unchanged: PostgreSQL has no NUL character in text, and a
 * lone surrogate has no UTF-8.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
