import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rewriteDocument } from '../../../../lib/classify/documents/rewrite-document.ts';
import {
  allBytes,
  docxOf,
  fileOf,
  odfOf,
  PNG,
  pptxOf,
  read,
  reasonsOf,
  run,
  textOf,
  xlsxOf,
  zipOf,
} from './samples.ts';

const CARD = '4111 1111 1111 1111';

/** The file with a value replaced wherever it is read; what it reads as then. */
async function replaced(bytes: Uint8Array, value: string, token: string): Promise<{ bytes: Uint8Array; text: string }> {
  const before = await read(bytes);
  const changes = before.parts.map(({ id, text }) => [id, text.replaceAll(value, token)] as const);
  const written = await rewriteDocument(fileOf(bytes), new Map(changes));
  const after = await read(written!);
  expect(textOf(after)).toBe(textOf(before).replaceAll(value, token));
  return { bytes: written!, text: textOf(after) };
}

const member = (bytes: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(bytes)[name]);

describe('Word files', () => {
  it('are read paragraph by paragraph, tables by cells, whatever formatting cuts a value up', async () => {
    const cell = (text: string) => `<w:tc><w:tcPr/><w:p>${run(text)}</w:p></w:tc>`;
    const bytes = docxOf([
      run('Card 4111 ', '<w:b/>') + run('1111 ') + run('1111 1111', '<w:i/>'),
      `<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>`,
      `</w:p><w:tbl><w:tr>${cell('SSN')}${cell('123-45-6789')}</w:tr><w:tr>${cell('x')}</w:tr></w:tbl><w:p>`,
    ]);
    expect(textOf(await read(bytes))).toBe(`Card ${CARD}\na\tb\nc\nSSN\t123-45-6789\nx`);
  });

  it('hold text in many places, and all of them are read', async () => {
    const bytes = docxOf(
      [
        '<w:del w:author="v-author"><w:r><w:delText>v-deleted</w:delText></w:r></w:del>',
        '<w:r><w:instrText>v-field</w:instrText></w:r>',
        '<w:r><w:drawing><wp:docPr id="1" descr="v-description"/><w:txbxContent><w:p><w:r><w:t>v-box</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>',
        run('v-hidden', '<w:vanish/>'),
        '<w:sdt><w:sdtPr><w:alias w:val="v-alias"/><w:tag w:val="v-tag"/></w:sdtPr></w:sdt><w:x w:y="4111 1111 1111 1111" w:z="v-1234567890123456789012"/>',
      ],
      {
        'word/comments.xml':
          '<w:comments><w:comment w:author="v-commenter"><w:p><w:r><w:t>v-comment</w:t></w:r></w:p></w:comment></w:comments>',
        'word/footnotes.xml': '<w:footnotes><w:p><w:r><w:t>v-footnote</w:t></w:r></w:p></w:footnotes>',
        'word/header1.xml': '<w:hdr><w:p><w:r><w:t>v-header</w:t></w:r></w:p></w:hdr>',
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r1" Target="mailto:v-link@example.org" TargetMode="External"/></Relationships>',
        'docProps/core.xml':
          '<cp:coreProperties><dc:title>v-title</dc:title><dc:creator>v-creator</dc:creator></cp:coreProperties>',
        'docProps/custom.xml':
          '<Properties><property name="v-name"><vt:lpwstr>v-custom</vt:lpwstr></property></Properties>',
        'customXml/item1.xml': '<data><field>v-data</field></data>',
      },
    );
    const text = textOf(await read(bytes));
    for (const name of Object.keys(unzipSync(bytes))) {
      for (const value of member(bytes, name).match(/v-\w+/g) ?? []) expect(text, value).toContain(value);
    }
  });

  it('hold settings that nobody wrote: these are not read', async () => {
    const bytes = docxOf([run('hi')], {
      'word/styles.xml':
        '<w:styles><w:style w:styleId="a"><w:name w:val="Medium Grid 1 Accent 2"/><w:rFonts w:ascii="Times New Roman"/></w:style><w:lsdException w:name="Light List Accent 3"/></w:styles>',
      'word/fontTable.xml':
        '<w:fonts><w:font w:name="Courier New"><w:panose1 w:val="02020603050405020304"/></w:font></w:fonts>',
      'word/theme/theme1.xml':
        '<a:graphic><p:cNvPr id="4" name="Footer Placeholder 5"/><p:creationId val="2209977519"/></a:graphic>',
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r" Type="http://schemas.example.org/a" Target="theme/theme1.xml"/></Relationships>',
    });
    expect(textOf(await read(bytes))).toBe('hi');
  });

  it('keep their formatting when a value across several runs is replaced', async () => {
    const bytes = docxOf([run('Card 4111 ', '<w:b/>') + run('1111 ') + run('1111 1111 ok', '<w:i/>')]);
    const written = await replaced(bytes, CARD, '[CARD_1·k7q2]');
    expect(member(written.bytes, 'word/document.xml')).toContain(
      `<w:p>${run('Card [CARD_1·k7q2]', '<w:b/>')}${run('')}${run(' ok', '<w:i/>')}</w:p>`,
    );
  });

  it('lose the value everywhere: comments, properties, and the thumbnail that shows it', async () => {
    const bytes = docxOf([run(CARD)], {
      'word/comments.xml': `<w:comments><w:p><w:r><w:t>${CARD}</w:t></w:r></w:p></w:comments>`,
      'docProps/core.xml': `<cp:coreProperties><dc:title>${CARD}</dc:title></cp:coreProperties>`,
      'docProps/thumbnail.jpeg': PNG,
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/><Relationship Id="b" Target="word/document.xml"/></Relationships>',
    });
    const written = await replaced(bytes, CARD, '[C]');
    expect(allBytes(written.bytes)).not.toContain(CARD);
    expect(Object.keys(unzipSync(written.bytes))).not.toContain('docProps/thumbnail.jpeg');
    expect(member(written.bytes, '_rels/.rels')).toBe(
      '<Relationships><Relationship Id="b" Target="word/document.xml"/></Relationships>',
    );
  });

  it('list what cannot be read in them: pictures, macros, objects; embedded workbooks are read', async () => {
    const bytes = docxOf([run('hi')], {
      'word/media/image1.png': PNG,
      'word/vbaProject.bin': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'word/embeddings/oleObject1.bin': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'word/embeddings/book.xlsx': xlsxOf({ sheets: { A: `<row><c r="A1" t="str"><v>${CARD}</v></c></row>` } }),
      'word/embeddings/more.zip': zipOf({ 'a.txt': 'x' }),
    });
    const reading = await read(bytes);
    expect(reasonsOf(reading)).toEqual([
      'word/media/image1.png=image',
      'word/vbaProject.bin=executable',
      'word/embeddings/oleObject1.bin=unsupported',
      'word/embeddings/more.zip=archive',
    ]);
    expect(reading.parts.map(({ place }) => place)).toContain('word/embeddings/book.xlsx: A!A1:A1');
    const written = await replaced(bytes, CARD, '[C]');
    expect(allBytes(written.bytes)).not.toContain(CARD);
  });
});

describe('Excel files', () => {
  const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
  const shared = (at: string, index: number) => `<c r="${at}" s="0" t="s"><v>${index}</v></c>`;

  it('are read as rows and columns with names, hidden sheets and ranges', async () => {
    const bytes = xlsxOf({
      strings: ['<t>Name</t>', '<r><t>Erika </t></r><r><rPr><b/></rPr><t>Muster</t></r>'],
      sheets: {
        'Staff 1':
          row(shared('A1', 0), '<c r="B1" t="inlineStr"><is><t>SSN</t></is></c>') +
          row(shared('A2', 1), '<c r="B2"><v>123456789</v></c>', '<c r="C2" t="b"><v>1</v></c>'),
        Secret: row('<c r="A1" t="str"><f>"4111"&amp;B1</f><v>hidden value</v></c>'),
      },
    });
    const { parts } = await read(bytes);
    expect(parts).toContainEqual({
      id: '5#0',
      place: 'Staff 1!A1:C2',
      text: 'Name\tSSN\nErika Muster\t123456789\tTRUE',
    });
    expect(parts).toContainEqual({ id: '6#0', place: 'Secret!A1:A1', text: 'hidden value' });
    expect(parts).toContainEqual({ id: '6#1', place: 'Secret!formulas', text: '"4111"&B1' });
    expect(textOf({ parts })).toContain('name: Staff 1\nname: Secret');
  });

  it('show numbers as people see them', async () => {
    const bytes = xlsxOf({
      formats: [
        { id: 164, code: '000\\-00\\-0000' },
        { id: 165, code: 'yyyy\\-mm\\-dd' },
        { id: 166, code: '0.00' },
      ],
      cellFormats: [0, 164, 165, 14, 166],
      sheets: {
        A: row(
          '<c r="A1"><v>4.111111111111111E15</v></c>',
          '<c r="B1" s="1"><v>12345678</v></c>',
          '<c r="C1" s="2"><v>25569</v></c>',
          '<c r="D1" s="3"><v>45000.5</v></c>',
          '<c r="E1" s="4"><v>1.5</v></c>',
        ),
      },
    });
    expect((await read(bytes)).parts.find(({ place }) => place.startsWith('A!'))?.text).toBe(
      '4111111111111111\t012-34-5678\t1970-01-01\t2023-03-15\t1.5',
    );
  });

  it('give a replaced cell a text of its own; the string it shared stays for others and goes with the last', async () => {
    const bytes = xlsxOf({
      strings: [`<t>${CARD}</t>`, '<t>keep</t>'],
      sheets: {
        A: row(shared('A1', 0), shared('B1', 1)) + row(shared('A2', 0)),
        B: row('<c r="A1" s="0"><v>4111111111111111</v></c>'),
      },
    });
    const { parts } = await read(bytes);
    const first = parts.find(({ place }) => place.startsWith('A!'))!;
    const one = await rewriteDocument(fileOf(bytes), new Map([[first.id, first.text.replace(CARD, '[C]')]]));
    expect(textOf(await read(one!))).toContain(`[C]\tkeep\n${CARD}`);
    const all = await replaced(bytes, CARD, '[C]');
    expect(allBytes(all.bytes)).not.toContain(CARD);
    expect(member(all.bytes, 'xl/sharedStrings.xml')).toBe('<sst><si><t/></si><si><t>keep</t></si></sst>');
    const number = await replaced(bytes, '4111111111111111', '[C]');
    expect(member(number.bytes, 'xl/worksheets/sheet2.xml')).toContain(
      '<c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve">[C]</t></is></c>',
    );
  });

  it('keep a formula while its last result changes, and lose one whose own text changes', async () => {
    const formula = `<c r="A1" t="str"><f>B1&amp;"x"</f><v>${CARD}</v></c>`;
    const kept = await replaced(xlsxOf({ sheets: { A: row(formula) } }), CARD, '[C]');
    expect(member(kept.bytes, 'xl/worksheets/sheet1.xml')).toContain(
      '<c r="A1" t="str"><f>B1&amp;"x"</f><v>[C]</v></c>',
    );
    const literal = `<c r="A1" t="str"><f>"${CARD}"&amp;B1</f><v>${CARD}</v></c>`;
    const changed = await replaced(xlsxOf({ sheets: { A: row(literal) } }), CARD, '[C]');
    expect(member(changed.bytes, 'xl/worksheets/sheet1.xml')).toContain('<f>"[C]"&amp;B1</f><v>[C]</v>');
    const bytes = xlsxOf({ sheets: { A: row('<c r="A1"><f>SUM(4111111111111111)</f><v>7</v></c>') } });
    const { parts } = await read(bytes);
    const part = parts.find(({ place }) => place.endsWith('formulas'))!;
    const dropped = await rewriteDocument(fileOf(bytes), new Map([[part.id, 'SUM([C])']]));
    expect(member(dropped!, 'xl/worksheets/sheet1.xml')).toContain('<c r="A1"><v>7</v></c>');
  });

  it('are read in comments, tables, headers, pivot copies, charts, and strings no cell shows', async () => {
    const bytes = xlsxOf({
      strings: ['<t>shown</t>', '<t>v-orphan</t>'],
      sheets: {
        A: `${row(shared('A1', 0))}</sheetData><headerFooter><oddHeader>v-header</oddHeader></headerFooter><sheetData>`,
      },
      more: {
        'xl/comments1.xml':
          '<comments><authors><author>v-author</author></authors><comment ref="A1"><text><r><t>v-comment</t></r></text></comment></comments>',
        'xl/pivotCache/pivotCacheDefinition1.xml':
          '<pivotCacheDefinition><sharedItems><s v="v-pivot"/></sharedItems></pivotCacheDefinition>',
        'xl/charts/chart1.xml': '<c:chartSpace><c:pt idx="0"><c:v>v-chart</c:v></c:pt></c:chartSpace>',
        'xl/printerSettings/printerSettings1.bin': Uint8Array.from(
          [...'v-printer'].flatMap((letter) => [letter.charCodeAt(0), 0]),
        ),
      },
    });
    const reading = await read(bytes);
    const values = ['v-orphan', 'v-header', 'v-author', 'v-comment', 'v-pivot', 'v-chart', 'v-printer'];
    for (const value of values) expect(textOf(reading), value).toContain(value);
    expect(reading.unreadable).toEqual([]);
    for (const value of values.slice(0, 6))
      expect(allBytes((await replaced(bytes, value, '[X]')).bytes)).not.toContain(value);
  });

  it('get a name for a sheet that Excel accepts', async () => {
    const bytes = xlsxOf({ sheets: { 'Erika Muster': row('<c r="A1"><v>1</v></c>') } });
    const part = (await read(bytes)).parts.find(({ text }) => text.includes('Erika Muster'))!;
    const written = await rewriteDocument(
      fileOf(bytes),
      new Map([[part.id, part.text.replace('Erika Muster', '[PERSON_1·k7q2]')]]),
    );
    expect(member(written!, 'xl/workbook.xml')).toContain('name="(PERSON_1·k7q2)"');
  });
});

describe('PowerPoint and OpenDocument files', () => {
  it('are read slide by slide, with notes and comments', async () => {
    const bytes = pptxOf(['first', CARD], {
      'ppt/notesSlides/notesSlide2.xml': '<p:notes><a:p><a:r><a:t>say it</a:t></a:r></a:p></p:notes>',
      'ppt/comments/comment1.xml': '<p:cmLst><p:cm><p:text>why?</p:text></p:cm></p:cmLst>',
    });
    const { parts } = await read(bytes);
    expect(parts.map(({ place, text }) => `${place}=${text}`)).toEqual([
      'slide 1=first',
      `slide 2=${CARD}`,
      'notes 2=say it',
      'ppt/comments/comment1.xml=why?',
    ]);
    expect(allBytes((await replaced(bytes, CARD, '[C]')).bytes)).not.toContain(CARD);
  });

  it('of OpenDocument are read and written with styles, spaces and stored values', async () => {
    const bytes = odfOf(
      'spreadsheet',
      `<table:table table:name="T"><table:table-row><table:table-cell office:value-type="float" office:value="4111111111111111"><text:p>4.11E+15</text:p></table:table-cell><table:table-cell><text:p>4111<text:s text:c="2"/><text:span>1111</text:span></text:p></table:table-cell></table:table-row></table:table>`,
      {
        'meta.xml':
          '<office:document-meta><meta:initial-creator>Erika Muster</meta:initial-creator></office:document-meta>',
        'Thumbnails/thumbnail.png': PNG,
      },
    );
    const text = textOf(await read(bytes));
    expect(text).toContain('4.11E+15\t4111  1111');
    expect(text).toContain('4111111111111111');
    expect(text).toContain('Erika Muster');
    const written = await replaced(bytes, '4111111111111111', '[C]');
    expect(allBytes(written.bytes)).not.toContain('4111111111111111');
    expect(member(written.bytes, 'content.xml')).toContain('office:value-type="string" office:string-value="[C]"');
    expect(Object.keys(unzipSync(written.bytes))).toEqual(['mimetype', 'content.xml', 'meta.xml']);
  });

  it('that are encrypted are listed as such', async () => {
    const bytes = odfOf('text', '', {
      'META-INF/manifest.xml':
        '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    });
    expect((await read(bytes)).unreadable).toMatchObject([{ reason: 'encrypted' }]);
  });
});
