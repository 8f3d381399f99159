/** What every format module makes of a file: one walk through it serves both reading and writing. */
import type { DocumentFormat, DocumentPart, SourceFile, UnreadablePart, UnreadableReason } from './document.ts';
import { applySplices, type MappedText, spliceText } from './mapped-text.ts';
import type { Work } from './work.ts';

export type Replacements = ReadonlyMap<string, string>;

export interface OpenDocument {
  format: DocumentFormat;
  parts: DocumentPart[];
  unreadable: UnreadablePart[];
  /** The file with these texts in it. Null where the format cannot be written, or a part inside it that has to change. */
  rewrite: ((replacements: Replacements) => Promise<Uint8Array | null>) | null;
}

export interface OpenContext {
  work: Work;
  /** How deep this file lies inside others; 0 for the file itself. */
  depth: number;
  /** Opens a file that lies inside this one. */
  openInner(file: SourceFile): Promise<OpenDocument>;
}

export type DocumentOpener = (file: SourceFile, context: OpenContext) => Promise<OpenDocument>;

/** Files inside files inside files: deeper ones are listed, not opened. */
export const DEEPEST = 3;

export function unreadable(format: DocumentFormat, reason: UnreadableReason): OpenDocument {
  return { format, parts: [], unreadable: [{ id: 'file', place: '', reason }], rewrite: null };
}

/** Texts of one source with their ids: `<source>#<number>`. */
export interface SourceTexts {
  texts: { id: string; mapped: MappedText }[];
  parts: DocumentPart[];
}

export function numberTexts(source: string, texts: MappedText[]): SourceTexts {
  const numbered = texts.map((mapped, index) => ({ id: `${source}#${index}`, mapped }));
  return { texts: numbered, parts: numbered.map(({ id, mapped }) => ({ id, place: mapped.place, text: mapped.text })) };
}

export function rewriteSource(source: string, texts: SourceTexts['texts'], replacements: Replacements): string {
  const splices = texts.flatMap(({ id, mapped }) => {
    const after = replacements.get(id);
    return after === undefined ? [] : spliceText(mapped, after);
  });
  return applySplices(source, splices);
}

/** The parts and gaps of a file inside another: numbered under `path`, placed under `name`. */
export function nest(path: string, name: string, inner: OpenDocument): Pick<OpenDocument, 'parts' | 'unreadable'> {
  const lift = <T extends { id: string; place: string }>(part: T): T => ({
    ...part,
    id: `${path}/${part.id}`,
    place: part.place === '' || name === '' ? name + part.place : `${name}: ${part.place}`,
  });
  return { parts: inner.parts.map(lift), unreadable: inner.unreadable.map(lift) };
}

/** Of the replacements those inside `path`, under the ids the inner file knows. */
export function replacementsWithin(path: string, replacements: Replacements): Replacements {
  const prefix = `${path}/`;
  return new Map(
    [...replacements].filter(([id]) => id.startsWith(prefix)).map(([id, text]) => [id.slice(prefix.length), text]),
  );
}
