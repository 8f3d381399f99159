import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteDocument } from '../../../../lib/classify/documents/rewrite-document.ts';
import { allBytes, docxOf, fileOf, odfOf, pptxOf, read, run, textOf, xlsxOf, zipOf } from './samples.ts';

/** What a finding covers: letters, digits and what stands between them, in places where formats have their own characters. */
const value = fc.stringMatching(/^[A-Z]{3}[0-9]{3}[ .,;/&<>'-][0-9]{5}$/);
const token = fc.oneof(
  fc.stringMatching(/^\[[A-Z]{3,8}_[1-9]·[a-z0-9]{4}\]$/),
  fc.stringMatching(/^[a-z<>&"',;{}\\=]{1,12}$/).filter((text) => !/[A-Z0-9]/.test(text)),
);
const words = fc
  .array(fc.constantFrom('Card', 'of', 'Jürgen', '数', 'x1'), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(' '));
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Case {
  lines: string[];
  values: string[];
  token: string;
  /** Where a text is cut into runs. */
  cut: number;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    values: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
    texts: fc.array(words, { minLength: 2, maxLength: 6 }),
    token,
    cut: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ values, texts, token: by, cut }) => ({
    values,
    token: by,
    cut,
    lines: texts.map((text, index) => `${text} ${values[index % values.length]} end`),
  }));

function pieces(text: string, cut: number): string[] {
  return text.match(new RegExp(`[^]{1,${cut}}`, 'gu')) ?? [];
}

type Maker = (test: Case) => { bytes: Uint8Array; name: string };
const utf8 = (text: string) => new TextEncoder().encode(text);

const MAKERS: Record<string, Maker> = {
  text: ({ lines }) => ({ bytes: utf8(lines.join('\n')), name: 'a.txt' }),
  JSON: ({ lines }) => ({ bytes: utf8(JSON.stringify({ lines, more: { [lines[0]!]: lines } })), name: 'a.json' }),
  CSV: ({ lines }) => ({ bytes: utf8(lines.map((line) => `"${line}",x`).join('\r\n')), name: 'a.csv' }),
  XML: ({ lines, cut }) => ({
    bytes: utf8(
      `<?xml version="1.0"?><a>${lines.map((line) => `<l at="${escaped(line).replaceAll("'", '&apos;')}">x${pieces(line, cut).map(escaped).join('<b/>')}</l>`).join('')}</a>`,
    ),
    name: 'a.xml',
  }),
  HTML: ({ lines, cut }) => ({
    bytes: utf8(
      `<html>${lines
        .map(
          (line) =>
            `<p>${pieces(line, cut)
              .map((piece) => `<b>${escaped(piece)}</b>`)
              .join('')}</p>`,
        )
        .join('\n')}</html>`,
    ),
    name: '',
  }),
  RTF: ({ lines, cut }) => ({
    bytes: utf8(
      `{\\rtf1 ${lines
        .map((line) =>
          pieces(line, cut)
            .map(
              (piece) =>
                `{\\b ${[...piece].map((letter) => (letter > '~' ? `\\u${letter.charCodeAt(0)}?` : letter)).join('')}}`,
            )
            .join(''),
        )
        .join('\\par ')}}`,
    ),
    name: '',
  }),
  Word: ({ lines, cut }) => ({
    bytes: docxOf(
      lines.map((line) =>
        pieces(line, cut)
          .map((piece) => run(escaped(piece), '<w:b/>'))
          .join(''),
      ),
      {
        'docProps/core.xml': `<a><b>${escaped(lines[0]!)}</b></a>`,
        'word/comments.xml': `<w:comments><w:p>${run(escaped(lines[1]!))}</w:p></w:comments>`,
      },
    ),
    name: '',
  }),
  Excel: ({ lines }) => ({
    bytes: xlsxOf({
      strings: lines.map((line) => `<t>${escaped(line)}</t>`),
      sheets: {
        A: lines
          .map(
            (_, index) =>
              `<row><c r="A${index + 1}" t="s"><v>${index}</v></c><c r="B${index + 1}" t="s"><v>0</v></c></row>`,
          )
          .join(''),
        B: `<row><c r="A1" t="inlineStr"><is><t>${escaped(lines[0]!)}</t></is></c></row>`,
      },
    }),
    name: '',
  }),
  PowerPoint: ({ lines }) => ({ bytes: pptxOf(lines.map(escaped)), name: '' }),
  OpenDocument: ({ lines, cut }) => ({
    bytes: odfOf(
      'text',
      lines
        .map(
          (line) =>
            `<text:p>${pieces(line, cut)
              .map((piece) => `<text:span>${escaped(piece)}</text:span>`)
              .join('')}</text:p>`,
        )
        .join(''),
    ),
    name: '',
  }),
  ZIP: (test) => ({
    bytes: zipOf({ 'a.docx': MAKERS.Word!(test).bytes, 'b.json': MAKERS.JSON!(test).bytes }),
    name: '',
  }),
};

describe('rewriting', () => {
  it.each(Object.keys(MAKERS))(
    '%s: what is read again is the replaced text, and no byte holds the original',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(cases, async (test) => {
          const { bytes, name } = MAKERS[format]!(test);
          const before = await read(bytes, name);
          const redact = (text: string) =>
            test.values.reduce((done, original) => done.replaceAll(original, test.token), text);
          const changes = new Map(before.parts.map(({ id, text }) => [id, redact(text)]));
          for (const original of test.values.filter((one) => test.lines.some((line) => line.includes(one)))) {
            expect(textOf(before)).toContain(original);
          }
          const written = await rewriteDocument(fileOf(bytes, name), changes);
          const after = await read(written!, name);
          expect(after.parts.map(({ text }) => text)).toEqual([...changes.values()]);
          const everything = allBytes(written!);
          for (const original of test.values) {
            expect(everything).not.toContain(original);
            expect(everything).not.toContain(escaped(original));
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('of nothing keeps every part as it was', async () => {
    const bytes = docxOf([run('a') + run('b')]);
    expect(await read((await rewriteDocument(fileOf(bytes), new Map()))!)).toEqual(await read(bytes));
  });

  it('with an id of another file is refused', async () => {
    expect(await rewriteDocument(fileOf('text'), new Map([['nowhere', 'x']]))).toBeNull();
  });

  it('keeps structure that a value runs across', async () => {
    const bytes = docxOf([run('4111 1111'), run('1111 1111 end')]);
    const { parts } = await read(bytes);
    const written = await rewriteDocument(fileOf(bytes), new Map([[parts[0]!.id, '[CARD] end']]));
    expect(textOf(await read(written!))).toMatch(/^\[CARD\]\n? ?end$/);
    expect(allBytes(written!)).not.toContain('1111');
  });
});
