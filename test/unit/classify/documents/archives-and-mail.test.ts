import { gzipSync, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rewriteDocument } from '../../../../lib/classify/documents/rewrite-document.ts';
import { allBytes, docxOf, fileOf, PNG, pdfLoader, pdfOf, read, reasonsOf, run, textOf, zipOf } from './samples.ts';

const CARD = '4111 1111 1111 1111';

describe('archives', () => {
  it('are read member by member, their paths and comments too', async () => {
    const bytes = zipOf({
      'Erika Muster/card.txt': CARD,
      'a.docx': docxOf([run('in Word')]),
      'b.pdf': await pdfOf(['in PDF']),
      'c.png': PNG,
    });
    const reading = await read(bytes);
    expect(reading.parts.map(({ place, text }) => `${place}=${text}`)).toEqual(
      expect.arrayContaining([
        '=Erika Muster/card.txt\na.docx\nb.pdf\nc.png',
        `Erika Muster/card.txt=${CARD}`,
        'a.docx: word/document.xml=in Word',
        'b.pdf: page 1=in PDF',
      ]),
    );
    expect(reasonsOf(reading)).toEqual(['c.png=image']);
    expect(new Set(reading.parts.map(({ id }) => id)).size).toBe(reading.parts.length);
  });

  it('are written member by member; what did not change keeps its bytes', async () => {
    const bytes = zipOf({ 'Erika Muster.txt': CARD, 'a.docx': docxOf([run(`x ${CARD}`)]), 'same.bin': PNG });
    const { parts } = await read(bytes);
    const changes = new Map(
      parts.map(({ id, text }) => [id, text.replaceAll(CARD, '[C]').replaceAll('Erika Muster', '[P]')]),
    );
    const written = await rewriteDocument(fileOf(bytes), changes);
    expect(Object.keys(unzipSync(written!))).toEqual(['[P].txt', 'a.docx', 'same.bin']);
    expect(unzipSync(written!)['same.bin']).toEqual(PNG);
    expect(allBytes(written!)).not.toContain(CARD);
    expect(textOf(await read(written!))).toBe([...changes.values()].join('\n'));
  });

  it('cannot be written where a member cannot', async () => {
    const bytes = zipOf({ 'b.pdf': await pdfOf([CARD]) });
    const part = (await read(bytes)).parts.find(({ text }) => text === CARD)!;
    expect(await rewriteDocument(fileOf(bytes), new Map([[part.id, 'x']]), { pdf: pdfLoader })).toBeNull();
    expect(await rewriteDocument(fileOf(bytes), new Map(), { pdf: pdfLoader })).not.toBeNull();
  });

  it('inside archives, members with a password and unknown compression are listed', async () => {
    const locked = zipOf({ 'a.txt': CARD });
    locked[6]! |= 1;
    const directory = new DataView(locked.buffer).getUint32(locked.length - 6, true);
    locked[directory + 8]! |= 1;
    expect(reasonsOf(await read(locked))).toEqual(['a.txt=encrypted']);
    expect(reasonsOf(await read(zipOf({ 'inner.zip': zipOf({ a: 'x' }), 'b.gz': gzipSync(strToU8(CARD)) })))).toEqual([
      'inner.zip=archive',
      'b.gz=archive',
    ]);
    const odd = zipSync({ 'a.txt': strToU8(CARD) }, { level: 0 });
    odd[new DataView(odd.buffer).getUint32(odd.length - 6, true) + 10] = 12;
    expect(reasonsOf(await read(odd))).toEqual(['a.txt=unsupported']);
  });

  it('with bytes of no member, behind the last or between, are told', async () => {
    const bytes = zipOf({ 'a.txt': 'hello' });
    expect(reasonsOf(await read(bytes))).toEqual([]);
    const secret = strToU8(CARD);
    expect(reasonsOf(await read(Uint8Array.of(...bytes, ...secret)))).toEqual(['=binary']);
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    const parted = Uint8Array.of(...bytes.subarray(0, directory), ...secret, ...bytes.subarray(directory));
    new DataView(parted.buffer).setUint32(parted.length - 6, directory + secret.length, true);
    expect(reasonsOf(await read(parted))).toEqual(['=binary']);
  });

  it('of gzip hold one file and perhaps its name', async () => {
    const bytes = gzipSync(strToU8(`{"card": "${CARD}"}`), { filename: 'Erika Muster.json' });
    const reading = await read(bytes, 'x.json.gz');
    expect(textOf(reading)).toContain(CARD);
    expect(textOf(reading)).toContain('Erika Muster.json');
    const part = reading.parts.find(({ text }) => text.includes(CARD))!;
    const written = await rewriteDocument(
      fileOf(bytes, 'x.json.gz'),
      new Map([[part.id, part.text.replace(CARD, '[C]')]]),
    );
    expect(textOf(await read(written!, 'x.json.gz'))).toBe('{"card": "[C]"}');
  });
});

describe('e-mail', () => {
  const mail = [
    'Received: from mail.example.org by example.org; Mon, 1 Jan 2024 10:00:00 +0000',
    'From: "Erika Muster" <erika@example.org>',
    'To: hans@example.org',
    'Subject: =?utf-8?B?S3VuZGUgVsO2Z2Vs?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    'v-preamble',
    '--b',
    'Content-Type: multipart/alternative; boundary="c"',
    '',
    '--c',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Card 4111 1111 =',
    '1111 1111',
    '--c',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Card <b>v-html</b></p>',
    '--c--',
    '--b',
    'Content-Type: text/csv; name="staff.csv"',
    'Content-Disposition: attachment; filename="staff.csv"',
    'Content-Transfer-Encoding: base64',
    '',
    btoa('name;ssn\nErika;123-45-6789\n'),
    '--b',
    'Content-Type: image/png',
    'Content-Disposition: attachment; filename="scan.png"',
    'Content-Transfer-Encoding: base64',
    '',
    btoa(String.fromCharCode(...PNG)),
    '--b--',
    'v-epilogue',
    '',
  ].join('\r\n');

  it('is read with headers, both bodies, attachments and what stands around them', async () => {
    const reading = await read(mail);
    expect(reading.format).toBe('eml');
    const text = textOf(reading);
    for (const value of [
      'Subject: Kunde Vögel',
      'erika@example.org',
      CARD,
      'Card v-html',
      'v-preamble',
      'v-epilogue',
      'staff.csv',
    ]) {
      expect(text, value).toContain(value);
    }
    expect(reading.parts).toContainEqual({
      id: 'attachment-0/text#0',
      place: 'staff.csv',
      text: 'name;ssn\nErika;123-45-6789\n',
    });
    expect(reasonsOf(reading)).toEqual(['scan.png=image']);
  });

  it('of more lines than anybody wrote is oversized', async () => {
    expect((await read(`${mail}${'\n'.repeat(400_001)}`)).unreadable).toMatchObject([{ reason: 'oversized' }]);
  });

  it('is not written', async () => {
    const { parts } = await read(mail);
    expect(await rewriteDocument(fileOf(mail), new Map([[parts[0]!.id, 'x']]))).toBeNull();
  });
});
