import { PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { rewriteDocument } from '../../../../lib/classify/documents/rewrite-document.ts';
import { encryptedPdf } from './encrypted-pdf.ts';
import { fileOf, PNG, pdfLoader, pdfOf, read, reasonsOf, textOf } from './samples.ts';

const CARD = '4111 1111 1111 1111';

describe('PDF files', () => {
  it('are read page by page, in lines', async () => {
    const { parts } = await read(await pdfOf([`Card ${CARD}\nsecond line`, 'page two']));
    expect(parts.filter(({ id }) => id.startsWith('page'))).toEqual([
      { id: 'page-1', place: 'page 1', text: `Card ${CARD}\nsecond line` },
      { id: 'page-2', place: 'page 2', text: 'page two' },
    ]);
  });

  it('hold text beside their pages: properties, form fields, notes, links, attachments, scripts', async () => {
    const bytes = await pdfOf(['page'], async (pdf) => {
      pdf.setTitle('v-title');
      pdf.setAuthor('v-author');
      const page = pdf.getPage(0);
      const field = pdf.getForm().createTextField('v-field');
      field.setText('v-value');
      field.addToPage(page, { x: 10, y: 10 });
      const note = pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] });
      note.set(PDFName.of('Contents'), PDFHexString.fromText('v-note'));
      page.node.addAnnot(pdf.context.register(note));
      const link = pdf.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 9, 9],
        A: { S: 'URI', URI: PDFString.of('https://example.org/v-link') },
      });
      page.node.addAnnot(pdf.context.register(link));
      await pdf.attach(new TextEncoder().encode('v-attached'), 'v-name.txt', { description: 'v-description' });
      pdf.addJavaScript('s', 'app.alert("v-script")');
    });
    const reading = await read(bytes);
    const text = textOf(reading);
    for (const value of [
      'title',
      'author',
      'field',
      'value',
      'note',
      'link',
      'attached',
      'name.txt',
      'description',
      'script',
    ]) {
      expect(text, value).toContain(`v-${value}`);
    }
    expect(reading.unreadable).toEqual([]);
  });

  it('list pages that are pictures, also beside text; a logo and an empty page are none', async () => {
    const bytes = await pdfOf(['', 'text and scan', 'text and logo', ''], async (pdf) => {
      const picture = await pdf.embedPng(PNG);
      pdf.getPage(0).drawImage(picture, { x: 0, y: 0, width: 500, height: 700 });
      pdf.getPage(1).drawImage(picture, { x: 0, y: 0, width: 500, height: 500 });
      pdf.getPage(2).drawImage(picture, { x: 0, y: 0, width: 60, height: 30 });
    });
    expect(reasonsOf(await read(bytes))).toEqual(['page 1=image', 'page 2=image']);
  });

  it('with a password are encrypted; one that only forbids printing is read', async () => {
    expect(await read(encryptedPdf(CARD, 'user password'))).toMatchObject({
      parts: [],
      unreadable: [{ reason: 'encrypted' }],
    });
    expect(textOf(await read(encryptedPdf(CARD, '')))).toContain(CARD);
  });

  it('with more pages than allowed are read up to there, and the rest is listed', async () => {
    const reading = await read(await pdfOf(['a', 'b', 'c']), '', { limits: { pages: 2 } });
    expect(reading.parts.filter(({ id }) => id.startsWith('page')).map(({ text }) => text)).toEqual(['a', 'b']);
    expect(reasonsOf(reading)).toEqual(['page 3-3=oversized']);
  });

  it('behind other bytes are read and those are told; cut off they are damaged', async () => {
    const bytes = await pdfOf([CARD]);
    const shifted = await read(Uint8Array.of(0, 1, 2, 3, 4, 5, ...bytes));
    expect(reasonsOf(shifted)).toContain('=binary');
    expect(reasonsOf(await read(bytes.subarray(0, 200)))).toEqual(['=damaged']);
  });

  it('are unsupported without a reader, and never written', async () => {
    const bytes = await pdfOf([CARD]);
    expect(await read(bytes, '', { pdf: undefined as never })).toMatchObject({
      unreadable: [{ reason: 'unsupported' }],
    });
    expect(await rewriteDocument(fileOf(bytes), new Map([['page-1', 'x']]), { pdf: pdfLoader })).toBeNull();
  });
});
