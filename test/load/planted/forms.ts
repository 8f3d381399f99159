/** The ways in which a value can lie about in bytes. */
import { createHash } from 'node:crypto';

export interface Form {
  name: string;
  bytes: Buffer;
}

/** Shorter ones would be found by chance. */
const SHORTEST = 8;

/** Every form of a text, each once. */
export function formsOf(value: string): Form[] {
  const forms = new Map<string, Form>();
  const add = (name: string, bytes: Buffer) => {
    const known = forms.has(bytes.toString('latin1'));
    if (bytes.length >= SHORTEST && !known) forms.set(bytes.toString('latin1'), { name, bytes });
  };
  const digits = value.replace(/\D/g, '');
  const packed = value.replace(/[\s-]/g, '');
  const spellings: [string, string][] = [
    ['as it is', value],
    ['without spaces', packed],
    ['in small letters', value.toLowerCase()],
    ['in capitals', value.toUpperCase()],
    ['backwards', [...value].reverse().join('')],
  ];
  if (digits.length >= 9) {
    const groups = (of: string, length: number, by: string) =>
      of.replace(new RegExp(`(?<=^(?:\\d{${length}})+)(?=\\d)`, 'g'), by);
    spellings.push(
      ['its digits', digits],
      ['its digits backwards', [...digits].reverse().join('')],
      ['in groups of four', groups(digits, 4, ' ')],
      ['with dashes', groups(digits, 4, '-')],
      ['in groups of three', groups(digits, 3, ' ')],
    );
  }
  for (const [name, text] of spellings) {
    const bytes = Buffer.from(text);
    add(name, bytes);
    add(`${name}, UTF-16LE`, Buffer.from(text, 'utf16le'));
    add(`${name}, UTF-16BE`, Buffer.from(text, 'utf16le').swap16());
    add(`${name}, hex`, Buffer.from(bytes.toString('hex')));
    add(`${name}, HEX`, Buffer.from(bytes.toString('hex').toUpperCase()));
    // IndexedDB keys of Firefox: each character one higher.
    add(`${name}, as a key`, Buffer.from(bytes.map((byte) => byte + 1)));
    for (const [how, part] of inBase64(bytes)) add(`${name}, ${how}`, Buffer.from(part));
  }
  add('URL-encoded', Buffer.from(encodeURIComponent(value)));
  add('as a form', Buffer.from(new URLSearchParams({ v: value }).toString().slice(2)));
  add('in JSON', Buffer.from(JSON.stringify(value).slice(1, -1)));
  add('in JSON in JSON', Buffer.from(JSON.stringify(JSON.stringify(value)).slice(3, -3)));
  add('in HTML', Buffer.from(value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')));
  for (const text of new Set([value, packed, digits])) {
    for (const algorithm of text.length >= SHORTEST ? (['md5', 'sha1', 'sha256'] as const) : []) {
      const hash = createHash(algorithm).update(text).digest();
      add(algorithm, hash);
      add(`${algorithm}, hex`, Buffer.from(hash.toString('hex')));
      add(`${algorithm}, HEX`, Buffer.from(hash.toString('hex').toUpperCase()));
      add(`${algorithm}, base64`, Buffer.from(hash.toString('base64').replace(/=+$/, '')));
      add(`${algorithm}, base64url`, Buffer.from(hash.toString('base64url')));
    }
  }
  return [...forms.values()];
}

/** What of a base64 text is the same whatever stands around these bytes, for each place they can begin at. */
function inBase64(bytes: Buffer): [string, string][] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    const part = whole.slice(from, to);
    return [
      ['base64', part],
      ['base64url', part.replaceAll('+', '-').replaceAll('/', '_')],
    ] as [string, string][];
  });
}
