const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_LENGTH = 6;

/** CRC-32 (ISO 3309, reflected polynomial 0xEDB88320) of an ASCII string, unsigned. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i += 1) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** True when the last six characters are the CRC-32 of those before them, in base 62 padded with zeros. */
export function hasCrc32Suffix(text: string): boolean {
  let rest = crc32(text.slice(0, -CHECK_LENGTH));
  let check = '';
  for (let i = 0; i < CHECK_LENGTH; i += 1) {
    check = BASE62[rest % 62] + check;
    rest = Math.floor(rest / 62);
  }
  return text.endsWith(check);
}
