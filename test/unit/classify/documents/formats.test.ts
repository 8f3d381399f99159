import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../../lib/classify/documents/detect-format.ts';
import { readDocument } from '../../../../lib/classify/documents/read-document.ts';
import { docxOf, fileOf, odfOf, PNG, pdfLoader, pdfOf, pptxOf, run, textOf, xlsxOf, zipOf } from './samples.ts';

const CFB = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504));
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
const startingWith = (head: number[]) => Uint8Array.of(...head, ...new Uint8Array(64));

describe('the format of a file', () => {
  const MADE: [string, () => Uint8Array | string | Promise<Uint8Array>, string][] = [
    ['prose', () => 'Dear all,\nplease see below.', 'text'],
    ['source code', () => 'const key = { a: [1] };\n', 'text'],
    ['JSON', () => '{"a": [1, 2]}', 'json'],
    ['JSON Lines', () => '{"a":1}\n{"a":2}\n', 'json'],
    ['XML', () => '<?xml version="1.0"?><a/>', 'xml'],
    ['SVG', () => '<svg xmlns="http://www.w3.org/2000/svg"><text>hi</text></svg>', 'xml'],
    ['HTML', () => '<!DOCTYPE html><html><body>hi</body></html>', 'html'],
    ['RTF', () => '{\\rtf1\\ansi hi}', 'rtf'],
    ['e-mail', () => 'Received: from a\nFrom: a@example.org\nSubject: hi\n\nbody', 'eml'],
    ['PDF', () => pdfOf(['hi']), 'pdf'],
    ['Word', () => docxOf([run('hi')]), 'docx'],
    ['Excel', () => xlsxOf({ sheets: { A: '<row><c r="A1"><v>1</v></c></row>' } }), 'xlsx'],
    ['PowerPoint', () => pptxOf(['hi']), 'pptx'],
    ['OpenDocument', () => odfOf('text', '<text:p>hi</text:p>'), 'odf'],
    ['ZIP', () => zipOf({ 'a.txt': 'hi' }), 'zip'],
    ['gzip', () => gzipSync(strToU8('hi'.repeat(20))), 'gzip'],
    ['a picture', () => PNG, 'image'],
    ['old Office', () => CFB, 'legacy-office'],
    ['encrypted Office', () => Uint8Array.of(...CFB, ...utf16('EncryptedPackage')), 'encrypted-office'],
    ['a program', () => startingWith([0x4d, 0x5a, 0x90, 0]), 'executable'],
    ['MP3', () => startingWith([0x49, 0x44, 0x33, 4]), 'audio'],
    ['MP4', () => startingWith([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]), 'video'],
    ['HEIC', () => startingWith([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63]), 'image'],
    ['7-Zip', () => startingWith([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'archive'],
    ['nothing known', () => Uint8Array.from({ length: 256 }, (_, index) => index), 'unknown'],
  ];

  it.each(MADE)('[B33] of %s is known without name and media type', async (_, make, format) => {
    const reading = await readDocument(fileOf(await make()), { pdf: pdfLoader });
    expect(reading.format).toBe(format);
  });

  it.each(MADE)('[B33] of %s is the same under a wrong or double extension', async (_, make, format) => {
    const content = await make();
    for (const name of ['x.png', 'report.pdf.exe', 'image', 'a.docx.txt']) {
      const reading = await readDocument(fileOf(content, name, 'image/png'), { pdf: pdfLoader });
      expect(reading.format, name).toBe(format);
    }
  });

  it('lets the name choose between readings of one text', () => {
    expect(detectFormat(fileOf('a,b\n1,2\n', 'a.csv'))).toBe('csv');
    expect(detectFormat(fileOf('a,b\n1,2\n', '', 'text/csv'))).toBe('csv');
    expect(detectFormat(fileOf('a,b\n1,2\n'))).toBe('text');
    expect(detectFormat(fileOf('just words', 'a.html'))).toBe('html');
    expect(detectFormat(fileOf('From: a@example.org\n\nhi', 'a.eml'))).toBe('eml');
  });

  it('takes text that begins like a picture or program for text', async () => {
    for (const content of [
      'BM 4111 1111 1111 1111',
      'MZ is a country code',
      'ID3 tags explained',
      'GIF89a is a format',
    ]) {
      expect(await readDocument(fileOf(content, 'x.png', 'image/png'))).toMatchObject({
        format: 'text',
        unreadable: [],
      });
    }
  });

  it('[B33] reads a pasted picture without a name as a picture, and a text that claims to be one as text', async () => {
    expect((await readDocument(fileOf(PNG, '', 'image/png'))).unreadable).toMatchObject([{ reason: 'image' }]);
    const claimed = await readDocument(fileOf('SSN 123-45-6789', '', 'image/png'));
    expect(textOf(claimed)).toBe('SSN 123-45-6789');
  });
});
