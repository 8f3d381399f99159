import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DocumentReading } from '../../../../lib/classify/documents/document.ts';
import { readDocument } from '../../../../lib/classify/documents/read-document.ts';
import { rewriteDocument } from '../../../../lib/classify/documents/rewrite-document.ts';
import { docxOf, fileOf, odfOf, pdfLoader, pdfOf, read, reasonsOf, run, textOf, xlsxOf, zipOf } from './samples.ts';

const MEGABYTE = 1_000_000;
const reasons = ({ unreadable }: DocumentReading) => unreadable.map(({ reason }) => reason);

describe('archives that are made to hurt', () => {
  it('unpack to the limit and no further', async () => {
    const bomb = zipOf({ 'a.txt': new Uint8Array(12 * MEGABYTE).fill(0x61), 'b.txt': 'small' });
    expect(bomb.length).toBeLessThan(MEGABYTE / 10);
    const reading = await read(bomb, '', { limits: { unpackedBytes: 5 * MEGABYTE } });
    expect(reasonsOf(reading)).toContain('a.txt=oversized');
    expect(textOf(await read(bomb)).length).toBeGreaterThan(12 * MEGABYTE);
    const packed = gzipSync(new Uint8Array(12 * MEGABYTE).fill(0x61));
    expect(reasons(await read(packed, '', { limits: { unpackedBytes: MEGABYTE } }))).toContain('oversized');
  });

  it.each([
    ['smaller', 10],
    ['larger', 60 * MEGABYTE],
  ])('and say a %s size than they have are found out', async (_, size) => {
    const bytes = zipOf({ 'a.txt': new Uint8Array(6 * MEGABYTE).fill(0x61) });
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    new DataView(bytes.buffer).setUint32(directory + 24, size, true);
    expect(reasonsOf(await read(bytes))).toEqual(['a.txt=damaged']);
    expect(reasons(await read(bytes, '', { limits: { unpackedBytes: MEGABYTE } }))).toContain('oversized');
  });

  it('share their bytes between members', async () => {
    const bytes = zipOf({ 'a.txt': 'x'.repeat(100), 'b.txt': 'y' });
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    const second = directory + 46 + 5;
    // The second entry points into the first: same name, same data.
    bytes.copyWithin(second + 16, directory + 16, directory + 28);
    view.setUint32(second + 42, 0, true);
    bytes[second + 46] = 0x61;
    expect(reasons(await read(bytes))).toEqual(['damaged']);
  });

  it('have more members than anybody reads', async () => {
    const bytes = zipSync(
      Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`${index}.txt`, strToU8('x')])),
    );
    expect(reasons(await read(bytes, '', { limits: { members: 1_000 } }))).toContain('oversized');
    expect((await read(bytes)).unreadable).toEqual([]);
  });

  it('name their members twice or dangerously: each is read under an id of its own', async () => {
    const bytes = zipOf({ '../../x': 'one', __proto__x: 'two', constructor: 'three' });
    const { parts } = await read(bytes);
    expect(parts.slice(1).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });
});

describe('texts that are made to hurt', () => {
  const REPEATED = [
    '<',
    '<a',
    '<a ',
    '<a b="',
    '<!',
    '<!--',
    '<![CDATA[',
    '<?',
    '</',
    '<!a[',
    '&',
    '&#',
    '<a>',
    '<script>',
    '<p>x</b>',
  ];
  it.each(REPEATED)('of markup: %j a million times', async (piece) => {
    const source = `<html>${piece.repeat(MEGABYTE / piece.length)}`;
    expect((await read(`${source}${piece}`)).format).toBe('html');
    for (const name of ['a.html', 'a.xml']) expect((await read(source, name)).format).toMatch(/html/);
    expect((await read(`<?xml version="1.0"?>${piece.repeat(MEGABYTE / piece.length)}`)).format).toBe('xml');
  });

  it('of any pieces of a format in any order are read to an end', async () => {
    const marks = [
      '<',
      '>',
      '</',
      '/>',
      '<!',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<![CDATA[',
      ']]>',
      '[',
      ']',
      '&',
      '&#',
      '=',
      '"',
      "'",
      ' ',
      '\n',
      'a',
      'script',
    ];
    const signs = [
      '{',
      '}',
      '\\',
      "\\'4",
      '\\u8',
      '\\bin3',
      '\\pict',
      '*',
      '1',
      ',',
      ';',
      '//',
      '/*',
      ':',
      '\r',
      '--b',
      'b:',
    ];
    const heads = [
      '<html>',
      '<?xml version="1.0"?>',
      '{\\rtf1',
      '{"a":',
      'a,b\n',
      'From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n',
    ];
    const body = fc.array(fc.constantFrom(...marks, ...signs), { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), body, async (head, text) => {
        const reading = await read(head + text, 'a.csv');
        const changes = new Map(reading.parts.map(({ id, text: part }) => [id, `${part}.`]));
        await rewriteDocument(fileOf(head + text, 'a.csv'), changes);
      }),
      { numRuns: 1_500 },
    );
  });

  it.each(['{', '[', '"', '""', '{"a":', '/*', '//', '\\', ',', '"a\n'])('of JSON and CSV: %j', async (piece) => {
    const source = piece.repeat(MEGABYTE / piece.length);
    for (const name of ['a.json', 'a.csv', 'a.txt']) expect((await read(source, name)).unreadable).toEqual([]);
  });

  it.each(['{', '}', '\\', "\\'", '\\u1', '\\bin9', '{\\pict', '\\uc9\\u99?'])('of RTF: %j', async (piece) => {
    expect((await read(`{\\rtf1 ${piece.repeat(MEGABYTE / piece.length)}`)).format).toBe('rtf');
  });

  it('declare entities that would grow without end: nothing is expanded, and what is declared is read', async () => {
    const entities = Array.from({ length: 20 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(20)}">`);
    const reading = await read(
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "v-secret">${entities.join('')}]><a>&e20;</a>`,
    );
    expect(textOf(reading)).toContain('v-secret');
    expect(textOf(reading).length).toBeLessThan(10_000);
  });

  it('nest a hundred thousand deep in an office file', async () => {
    const deep = docxOf([`${'<w:p>'.repeat(100_000)}${run('deep')}${'</w:p>'.repeat(100_000)}`]);
    expect(textOf(await read(deep))).toBe('deep');
  });

  it('carry more text than is read', async () => {
    const reading = await read('word '.repeat(1_000), '', { limits: { textLength: 100 } });
    expect(reasons(reading)).toEqual(['oversized']);
    const large = await read('word', '', { limits: { fileBytes: 3 } });
    expect(large).toMatchObject({ parts: [], unreadable: [{ reason: 'oversized' }] });
  });
});

describe('a reading', () => {
  it('ends when its caller gives up, and says so', async () => {
    const big = docxOf(Array.from({ length: 40_000 }, (_, index) => run(`paragraph ${index}`)));
    const control = new AbortController();
    const reading = read(big, '', { signal: control.signal, onProgress: () => control.abort() });
    expect(reasons(await reading)).toContain('oversized');
    expect(reasons(await read(big, '', { signal: AbortSignal.abort() }))).toContain('oversized');
    expect(await rewriteDocument(fileOf(big), new Map(), { signal: AbortSignal.abort() })).toBeNull();
  });

  it('of a PDF ends too', async () => {
    const control = new AbortController();
    const bytes = await pdfOf(Array.from({ length: 30 }, (_, index) => `page ${index}`));
    const reading = await read(bytes, '', {
      signal: control.signal,
      onProgress: (done) => done > 0.1 && control.abort(),
    });
    expect(reasons(reading)).toContain('oversized');
  });

  it('reports progress that only rises, to the end', async () => {
    const seen: number[] = [];
    await read(zipOf({ 'a.docx': docxOf([run('a')]), 'b.docx': docxOf([run('b')]) }), '', {
      onProgress: (done) => seen.push(done),
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('lets others work in between', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    await read(`<?xml version="1.0"?><a>${'<b>text</b>'.repeat(400_000)}</a>`);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });
});

describe('broken files', () => {
  const SAMPLES: [string, () => Uint8Array | Promise<Uint8Array>][] = [
    ['Word', () => docxOf([run('hello')], { 'docProps/core.xml': '<a><b>title</b></a>' })],
    ['Excel', () => xlsxOf({ strings: ['<t>a</t>'], sheets: { A: '<row><c r="A1" t="s"><v>0</v></c></row>' } })],
    ['OpenDocument', () => odfOf('text', '<text:p>hello</text:p>')],
    ['PDF', () => pdfOf(['hello'])],
    ['ZIP', () => zipOf({ 'a.txt': 'hello', 'b.json': '{"a":1}' })],
    ['gzip', () => gzipSync(strToU8('hello '.repeat(100)))],
    [
      'e-mail',
      () =>
        strToU8(
          'From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x</p>\n--b--',
        ),
    ],
    ['RTF', () => strToU8('{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\u8364? hello\\par}')],
  ];

  it.each(SAMPLES)('%s: cut off anywhere they are read or listed, never both empty', async (name, make) => {
    const bytes = await make();
    const step = bytes.length > 3_000 ? 100 : 10;
    for (let length = 1; length < bytes.length; length += step) {
      const reading = await readDocument(fileOf(bytes.slice(0, length)), { pdf: pdfLoader });
      // The first words of an RTF file are settings: cut off there it says nothing.
      if (name === 'RTF' && length < 40) expect(reading.format).toMatch(/rtf|text/);
      else expect(reading.parts.length + reading.unreadable.length, `${length} of ${bytes.length}`).toBeGreaterThan(0);
    }
  });

  it.each(SAMPLES)('%s: with bytes changed at random they never throw, and writing never does', async (_, make) => {
    const bytes = await make();
    const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), byte: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const broken = bytes.slice();
        for (const { at, byte } of changes) broken[at] = byte;
        const { parts } = await readDocument(fileOf(broken), { pdf: pdfLoader });
        await rewriteDocument(fileOf(broken), new Map(parts.map(({ id, text }) => [id, `${text}!`])), {
          pdf: pdfLoader,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('of random bytes behind any beginning never throw', async () => {
    const heads = [
      '',
      'PK\x03\x04',
      '%PDF-1.7\n',
      '\x1f\x8b\x08\x00',
      '{\\rtf1',
      '<?xml version="1.0"?>',
      '{"',
      'From: a@b.c\nTo: d\nSubject: x\n\n',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), async (head, tail) => {
        const bytes = Uint8Array.of(...[...head].map((letter) => letter.charCodeAt(0)), ...tail);
        const reading = await readDocument(fileOf(bytes), { pdf: pdfLoader });
        if (head === '' && tail.some((byte) => byte > 0x20))
          expect(reading.parts.length + reading.unreadable.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
