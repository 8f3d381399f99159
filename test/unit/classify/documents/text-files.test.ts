import { describe, expect, it } from 'vitest';
import { rewriteDocument } from '../../../../lib/classify/documents/rewrite-document.ts';
import { fileOf, read, reasonsOf, textOf } from './samples.ts';

const CARD = '4111 1111 1111 1111';

/** The file with one value replaced wherever it is read, as text. */
async function replaced(content: string | Uint8Array, name: string, value: string, token: string): Promise<string> {
  const file = fileOf(content, name);
  const { parts } = await read(file.bytes, name);
  const changes = new Map(
    parts.filter(({ text }) => text.includes(value)).map(({ id, text }) => [id, text.replaceAll(value, token)]),
  );
  expect(changes.size).toBeGreaterThan(0);
  const bytes = await rewriteDocument(file, changes);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes!);
}

describe('text', () => {
  const words = `Grüße, Jürgen – Karte ${CARD}`;
  const units = [...words].map((letter) => letter.charCodeAt(0));
  const ENCODED: [string, Uint8Array][] = [
    ['UTF-8', new TextEncoder().encode(words)],
    ['UTF-8 with mark', new TextEncoder().encode(`\ufeff${words}`)],
    ['UTF-16 LE', Uint8Array.from([0xff, 0xfe, ...units.flatMap((unit) => [unit & 255, unit >> 8])])],
    ['UTF-16 BE', Uint8Array.from([0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 255])])],
    ['UTF-16 LE without mark', Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8]))],
    ['Windows-1252', Uint8Array.from(units.map((unit) => (unit === 0x2013 ? 0x96 : unit)))],
  ];

  it.each(ENCODED)('in %s is read, and written back in it', async (_, bytes) => {
    const reading = await read(bytes);
    expect(textOf(reading)).toBe(words);
    const written = await rewriteDocument(fileOf(bytes), new Map([[reading.parts[0]!.id, words.replace(CARD, '[C]')]]));
    expect(textOf(await read(written!))).toBe(words.replace(CARD, '[C]'));
    expect([...written!.subarray(0, 5)]).toEqual([...bytes.subarray(0, 5)]);
  });

  it('gets a Unicode encoding when its own lacks a character', async () => {
    const bytes = Uint8Array.of(0xfc, 0x20, 0x31);
    const { parts } = await read(bytes);
    const written = await rewriteDocument(fileOf(bytes), new Map([[parts[0]!.id, 'ü [数]']]));
    expect(textOf(await read(written!))).toBe('ü [数]');
  });

  it('keeps every byte when nothing is replaced', async () => {
    const bytes = Uint8Array.from({ length: 200 }, (_, index) => 0x20 + (index % 95));
    expect(await rewriteDocument(fileOf(bytes), new Map())).toEqual(bytes);
  });
});

describe('JSON', () => {
  it('is read without escapes and written with them', async () => {
    const source = '{"n\\u0061me": "M\\u00fcller \\"M\\"", "card": "4111\\u00201111 1111 1111", "k": [1, true]}';
    expect(textOf(await read(source, 'a.json'))).toContain(`"card": "${CARD}"`);
    expect(await replaced(source, 'a.json', CARD, '["x"]')).toBe(
      source.replace('4111\\u00201111 1111 1111', '[\\"x\\"]'),
    );
  });

  it('turns a number that is replaced into a string', async () => {
    const written = await replaced('{"card": 4111111111111111, "b": 2}', '', '4111111111111111', '[CARD_1]');
    expect(JSON.parse(written)).toEqual({ card: '[CARD_1]', b: 2 });
  });

  it('of one object a line, and broken JSON, is read all the same', async () => {
    expect(textOf(await read(`{"a":1}\n{"card":"${CARD}"}\n`))).toContain(CARD);
    expect(textOf(await read(`{"a": "${CARD}`, 'a.json'))).toContain(CARD);
  });
});

describe('CSV', () => {
  it('is unquoted, and quoted where the new value asks for it', async () => {
    const source = 'name;card\r\n"Muster; ""E""";4111 1111 1111 1111\r\n';
    expect(textOf(await read(source, 'a.csv'))).toBe(`name;card\r\nMuster; "E";${CARD}\r\n`);
    expect(await replaced(source, 'a.csv', CARD, 'a;"b"')).toBe('name;card\r\n"Muster; ""E""";"a;""b"""\r\n');
  });

  it('with a quote that never ends is read to the end', async () => {
    expect(textOf(await read(`a,"b\n${CARD}`, 'a.csv'))).toContain(CARD);
  });
});

describe('markup', () => {
  it('is read as people see it: one value across formatting, entities resolved', async () => {
    const html =
      '<html><body><p>Card <b>4111&nbsp;1111</b> 1111&#32;11<!-- x -->11</p><p>J&uuml;rgen</p></body></html>';
    expect(textOf(await read(html)).replaceAll('\u00a0', ' ')).toContain(`Card ${CARD}\nJürgen`);
  });

  it('holds nothing back: attributes, comments, scripts, styles, sections, instructions, declarations', async () => {
    const html = `<html title="v-title"><!-- v-comment --><script>v-script</script><style>v-style</style><input value=v-bare><a href='v-href'>`;
    for (const value of html.match(/v-\w+/g)!) expect(textOf(await read(html)), value).toContain(value);
    const xml =
      '<?xml version="1.0"?><?pi v-pi?><!DOCTYPE a [<!ENTITY e "v-entity">]><a b="v-attr"><![CDATA[v-cdata]]><c>v-text</c></a>';
    for (const value of xml.match(/v-\w+/g)!) expect(textOf(await read(xml)), value).toContain(value);
  });

  it('says which field an XML value stands in', async () => {
    expect(textOf(await read('<?xml version="1.0"?><a><ssn>123-45-6789</ssn><n>x</n></a>'))).toBe(
      'ssn: 123-45-6789\nn: x',
    );
  });

  it('is escaped when written, in text, attributes and sections', async () => {
    const xml = '<a b="v"><![CDATA[v]]> - v<!--v--></a>';
    const written = await replaced(xml, 'a.xml', 'v', ']]><"&--');
    expect(written).toBe(
      '<a b="]]&gt;&lt;&quot;&amp;--"><![CDATA[]]]]><![CDATA[><"&--]]> - ]]&gt;&lt;"&amp;--<!--]]><"&- - --></a>',
    );
  });

  it('in another declared encoding is read in it', async () => {
    const bytes = Uint8Array.of(
      ...new TextEncoder().encode('<?xml version="1.0" encoding="windows-1251"?><a>'),
      0xcf,
      0xf0,
      ...new TextEncoder().encode('</a>'),
    );
    expect(textOf(await read(bytes))).toBe('a: Пр');
  });
});

describe('RTF', () => {
  const rtf = `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\info{\\author Erika Muster}}\\b Card\\b0  4111\\'201111\\~1111 {\\i 1111}\\par J\\u252?rgen\\par}`;

  it('is read with its properties, without its tables', async () => {
    const text = textOf(await read(rtf)).replaceAll('\u00a0', ' ');
    expect(text).toContain(`Card ${CARD}\nJürgen`);
    expect(text).toContain('Erika Muster');
    expect(text).not.toContain('Arial');
  });

  it('is written with escapes', async () => {
    const written = await replaced(rtf, '', 'Erika Muster', '{Ü\\}');
    expect(written).toContain('\\{{\\uc1\\u220?}\\\\\\}');
    expect(textOf(await read(written))).toContain('{Ü\\}');
  });

  it('lists pictures and objects', async () => {
    const reading = await read('{\\rtf1 a{\\pict 89504e47}{\\object{\\*\\objdata 0105}}}');
    expect(reasonsOf(reading)).toEqual(['=image', '=binary']);
  });
});
