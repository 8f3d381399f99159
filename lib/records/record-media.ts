/** What kind of file an attachment is, as one of a few words: media types and names are the page's text, not ours. */
import type { ATTACHMENT_TYPES } from './record-fields.ts';

export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

const BY_MEDIA_TYPE: [RegExp, AttachmentType][] = [
  [/^image\//, 'image'],
  [/^audio\//, 'audio'],
  [/^video\//, 'video'],
  [/^application\/pdf$/, 'pdf'],
  [/wordprocessingml|msword|opendocument\.text|rtf$/, 'word'],
  [/spreadsheet|ms-excel|^text\/csv$/, 'spreadsheet'],
  [/presentation|ms-powerpoint/, 'presentation'],
  [/json|xml|yaml|sql|parquet/, 'data'],
  [/javascript|typescript|x-(python|java|c|sh|ruby|go|rust)\b/, 'code'],
  [/zip|x-tar|gzip|x-7z|x-rar/, 'archive'],
  [/^text\//, 'text'],
];

const BY_EXTENSION: Record<string, AttachmentType> = {
  pdf: 'pdf',
  ...spread('doc docx odt rtf pages', 'word'),
  ...spread('xls xlsx ods csv tsv numbers', 'spreadsheet'),
  ...spread('ppt pptx odp key', 'presentation'),
  ...spread('txt md log eml', 'text'),
  ...spread('js ts tsx jsx py java c h cpp cs go rs rb php sh ps1 swift kt ipynb', 'code'),
  ...spread('json xml yaml yml sql parquet db', 'data'),
  ...spread('png jpg jpeg gif webp svg heic tiff bmp', 'image'),
  ...spread('mp3 wav m4a ogg flac', 'audio'),
  ...spread('mp4 mov webm mkv avi', 'video'),
  ...spread('zip tar gz tgz 7z rar', 'archive'),
};

/** By what the bytes are (lib/classify/documents), whatever name and media type say. */
export const FORMAT_TYPES: Record<string, AttachmentType> = {
  __proto__: null as never,
  pdf: 'pdf',
  docx: 'word',
  rtf: 'word',
  xlsx: 'spreadsheet',
  csv: 'spreadsheet',
  pptx: 'presentation',
  json: 'data',
  xml: 'data',
  text: 'text',
  html: 'text',
  eml: 'text',
  image: 'image',
  audio: 'audio',
  video: 'video',
  zip: 'archive',
  gzip: 'archive',
  archive: 'archive',
};

/** By media type, else by the name's extension, else `other`. */
export function attachmentType(mediaType: string, name: string): AttachmentType {
  const known = BY_MEDIA_TYPE.find(([pattern]) => pattern.test(mediaType.toLowerCase()))?.[1];
  const extension = /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase())?.[1] ?? '';
  return known ?? (Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension]! : 'other');
}

function spread(extensions: string, type: AttachmentType): Record<string, AttachmentType> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, type]));
}
