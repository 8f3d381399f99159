/**
 * The normalised thing about to leave the browser. Site adapters make it, everything after them reads it.
 * Pure data: a Prompt may cross from the content script to the background, never to the page and never off the device.
 */

/** How the text got into the page, or the kind of call that carries it. */
export type Channel = 'typed' | 'paste' | 'drop' | 'file' | 'draft' | 'url' | 'voice' | 'tool' | 'other';

/** Who speaks in a part. Only `user` and `tool` parts are new; the others are replays of what the app already has. */
export type Role = 'user' | 'assistant' | 'tool' | 'system';

export interface PromptPart {
  /** The adapter's locator of this part inside the body, e.g. `messages.0.content.parts.0`. Unique within a prompt. */
  id: string;
  role: Role;
  kind: 'text' | 'attachment';
  /** The text exactly as it stands in the body (not normalised), UTF-16. */
  text: string;
  /** Attachments only: file name and media type as the page states them. */
  name?: string;
  mediaType?: string;
  /** Read out of a file: id of the file (the same for all its parts), and where in it this stands, for people. */
  fileId?: string;
  place?: string;
}

/** A file that was opened: its readable pieces are parts, the others are unreadable, and both name it by `fileId`. */
export interface PromptFile {
  id: string;
  name: string;
  mediaType: string;
  /** What the bytes are, e.g. `docx`, whatever name and media type say. */
  format: string;
  /** Bytes. */
  size: number;
  /** SHA-256 of the bytes, hex. Never leaves memory. */
  digest: string;
}

/** A file as it stands in a body. Name and media type are what the page says, often nothing. */
export interface AttachedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/**
 * Why something could not be read. The last six are about files: a picture, sound or film; a program or macro; an archive
 * inside an archive; a format that is known and not read.
 */
export const UNREADABLE_REASONS = [
  'binary',
  'encrypted',
  'oversized',
  'damaged',
  'unknown_shape',
  'stream',
  'no_body',
  'image',
  'audio',
  'video',
  'executable',
  'archive',
  'unsupported',
  'unread',
] as const;

/** Something in the body that could not be read as text. Policy decides what becomes of it. */
export interface Unreadable {
  id: string;
  reason: (typeof UNREADABLE_REASONS)[number];
  /** The bytes, where they are a whole file: lib/pipeline/files.ts may yet read it. */
  file?: AttachedFile;
  /** A piece of an opened file, and where in it, for people. */
  fileId?: string;
  place?: string;
}

export interface Prompt {
  /** Id of the app, e.g. `chatgpt`. */
  app: string;
  /** Host name the request goes to. */
  host: string;
  channel: Channel;
  /** `unknown` when the adapter did not recognise the body and fell back to reading every string in it. */
  shape: 'known' | 'unknown';
  /** The app's own conversation id where the call shows one. */
  conversation: string | null;
  parts: PromptPart[];
  unreadable: Unreadable[];
  /** Set once its files were opened (lib/pipeline/files.ts). */
  files?: PromptFile[];
}
