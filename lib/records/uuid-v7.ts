import { toHex } from '../policy/base64.ts';

/**
 * UUID version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, then random bits.
 * @param ms Milliseconds since the epoch.
 * @param random 10 random bytes.
 */
export function uuidV7(ms: number, random: Uint8Array): string {
  const hex = toHex(random.subarray(0, 10));
  if (hex.length !== 20) throw new Error('a UUID needs 10 random bytes');
  const time = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0').slice(-12);
  const variant = ((Number.parseInt(hex[3]!, 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

/** The milliseconds in a version 7 id. */
export function uuidV7Time(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
