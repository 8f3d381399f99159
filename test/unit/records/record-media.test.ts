import { describe, expect, it } from 'vitest';
import { attachmentType } from '../../../lib/records/record-media.ts';

describe('attachmentType', () => {
  it.each([
    ['application/pdf', 'x', 'pdf'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '', 'word'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '', 'spreadsheet'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation', '', 'presentation'],
    ['text/csv', '', 'spreadsheet'],
    ['application/json', '', 'data'],
    ['text/javascript', '', 'code'],
    ['text/plain', 'notes', 'text'],
    ['image/svg+xml', '', 'image'],
    ['application/octet-stream', 'Main.PY', 'code'],
    ['', 'photo.jpeg', 'image'],
    ['', 'backup.tar.gz', 'archive'],
    ['x-page/whatever the page says', 'no extension', 'other'],
    ['', 'a.constructor', 'other'],
  ])('%s %s is %s', (mediaType, name, type) => {
    expect(attachmentType(mediaType, name)).toBe(type);
  });
});
