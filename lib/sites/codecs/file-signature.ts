/** Tells by their first bytes contents that only files have (IANA registrations and the formats' own specifications). */

type Signatures = readonly (readonly number[])[];

const DOCUMENTS: Signatures = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // ZIP, and with it the Office and OpenDocument formats
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], // OLE: older Office, protected Office
];

const OTHERS: Signatures = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF8
  [0x52, 0x49, 0x46, 0x46], // RIFF: WebP, WAV, AVI
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], // 7z
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], // RAR
  [0x4f, 0x67, 0x67, 0x53], // Ogg
  [0x49, 0x44, 0x33], // MP3 with tags
  [0x1a, 0x45, 0xdf, 0xa3], // Matroska, WebM
];

export function isFileContent(bytes: Uint8Array): boolean {
  return isDocument(bytes) || beginsAs(bytes, OTHERS);
}

/** A document or an archive: what an app's own traffic has no use for. */
export function isDocument(bytes: Uint8Array): boolean {
  return beginsAs(bytes, DOCUMENTS);
}

function beginsAs(bytes: Uint8Array, signatures: Signatures): boolean {
  return signatures.some((signature) => signature.every((byte, at) => bytes[at] === byte));
}
