/**
 * Files as the classifier sees them: readable pieces of text, and a list of what could not be read. Reading never changes
 * the file; a sanitised copy is made by `rewriteDocument` from the pieces' replaced texts.
 */
import type { Unreadable } from '../../prompt/prompt.ts';

/** A file as the page hands it over. `name` and `mediaType` are claims (either may be empty or wrong); the bytes decide. */
export interface SourceFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

export type DocumentFormat =
  | 'text'
  | 'csv'
  | 'json'
  | 'xml'
  | 'html'
  | 'rtf'
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odf'
  | 'eml'
  | 'zip'
  | 'gzip'
  | 'encrypted-office'
  | 'legacy-office'
  | 'image'
  | 'audio'
  | 'video'
  | 'executable'
  | 'archive'
  | 'unknown';

/**
 * A readable piece. `id` is unique within the reading and stable between readings of the same bytes. `place` names it for
 * people (`Sheet1!A1:D200`, `page 3`, `letters/may.docx: comments`) and may itself hold what a person wrote (a sheet's name).
 */
export interface DocumentPart {
  id: string;
  place: string;
  text: string;
}

export type UnreadableReason = Unreadable['reason'];

export interface UnreadablePart {
  id: string;
  place: string;
  reason: UnreadableReason;
}

export interface DocumentReading {
  format: DocumentFormat;
  parts: DocumentPart[];
  unreadable: UnreadablePart[];
}

export interface DocumentLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Bytes that may come out of all compressed parts together. */
  unpackedBytes: number;
  /** Members of all archives together. */
  members: number;
  /** UTF-16 code units of text that may be handed back. */
  textLength: number;
  /** Pages of a PDF. */
  pages: number;
}

/** The two calls of pdfjs-dist that are used; any build of it fits. How it is loaded (worker or not) is the host's matter. */
export type PdfLibrary = Pick<typeof import('pdfjs-dist'), 'getDocument' | 'OPS'>;
export type PdfLoader = () => Promise<PdfLibrary>;

export interface ReadOptions {
  /** Called with a share of the work between 0 and 1 that never goes down. */
  onProgress?(done: number): void;
  /** Aborting ends the reading: the file is then listed as `oversized`, it is not an error. */
  signal?: AbortSignal;
  limits?: Partial<DocumentLimits>;
  /** Without it PDF files are `unsupported`. */
  pdf?: PdfLoader;
}
