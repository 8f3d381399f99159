/** An Excel workbook: which members are its sheets, and how cells, formulas and shared strings are written together. */
import { applySplices, type MappedText, spliceText } from './mapped-text.ts';
import { markupTokens } from './markup.ts';
import { localName, readMarkup } from './markup-text.ts';
import type { PackageMember, XmlMember } from './office-member.ts';
import type { Replacements } from './open-document.ts';
import { emptyStrings, numberStyles, readSheet, sharedStrings, type Workbook } from './sheet.ts';
import type { Work } from './work.ts';

const SHEET = /^\/?xl\/worksheets\/[^/]+\.xml$/;
const STRINGS = /^\/?xl\/sharedStrings\.xml$/i;

export interface WorkbookMembers extends Workbook {
  /** Names of the sheets (hidden ones too) by the path of their member. */
  names: ReadonlyMap<string, string>;
  /** Shared strings that cells show. */
  shown: Set<number>;
  /** Per sheet how many of its texts, from the first on, are cells; their number stays when the rest is rewritten. */
  cells: Map<XmlMember, number>;
}

export function readWorkbook(members: readonly PackageMember[]): WorkbookMembers {
  const source = (path: string) => members.find((member) => isXmlAt(member, path))?.decoded.text ?? '';
  const book = source('xl/workbook.xml');
  const strings = members.find(isStrings)?.decoded.text ?? '';
  return {
    strings: sharedStrings(strings).map(({ text }) => text),
    styles: numberStyles(source('xl/styles.xml')),
    from1904: /\sdate1904="(?:1|true)"/.test(book.slice(0, 10_000)),
    names: sheetNames(book, source('xl/_rels/workbook.xml.rels')),
    shown: new Set(),
    cells: new Map(),
  };
}

const isXmlAt = (member: PackageMember, path: string): member is XmlMember =>
  member.kind === 'xml' && member.zip.name === path;

export const isStrings = (member: PackageMember): member is XmlMember =>
  member.kind === 'xml' && STRINGS.test(member.zip.name);

function sheetNames(book: string, relations: string): Map<string, string> {
  const targets = new Map(
    attributesOf(relations, 'Relationship').map((relation) => [relation.get('Id') ?? '', relation.get('Target') ?? '']),
  );
  return new Map(
    attributesOf(book, 'sheet').map((sheet) => {
      const target = targets.get(sheet.get('id') ?? '') ?? '';
      return [target.startsWith('/') ? target.slice(1) : `xl/${target}`, sheet.get('name') ?? ''];
    }),
  );
}

function attributesOf(source: string, element: string): Map<string, string>[] {
  return [...markupTokens(source, 'xml')].flatMap((token) =>
    token.kind === 'start' && localName(token.name) === element
      ? [new Map(token.attributes.map(({ name, value }) => [localName(name), value]))]
      : [],
  );
}

/** The texts of a sheet or of the table of shared strings (those no cell shows, so it comes last); null for other members. */
export async function workbookTexts(
  member: XmlMember,
  book: WorkbookMembers,
  work: Work,
): Promise<MappedText[] | null> {
  const { text } = member.decoded;
  const path = member.zip.name;
  if (SHEET.test(path)) {
    const sheet = await readSheet(text, book.names.get(path) ?? path, book, work);
    for (const index of sheet.strings) book.shown.add(index);
    book.cells.set(member, sheet.cells.length);
    return [...sheet.cells, ...sheet.formulas, ...sheet.others];
  }
  if (!isStrings(member)) return null;
  const unshown = await readMarkup(emptyStrings(text, book.shown), 'office', path, work);
  return unshown.map((mapped) => inOriginal(mapped, text, book.shown));
}

/** Shifts pieces found in the table without the shown strings to where they stand in the whole one. */
function inOriginal(mapped: MappedText, source: string, shown: ReadonlySet<number>): MappedText {
  const removed = sharedStrings(source)
    .filter(({ from, to }, index) => shown.has(index) && to > from)
    .map(({ from, to }) => ({ from, gain: to - from - '<t/>'.length }));
  let next = 0;
  let shift = 0;
  const pieces = mapped.pieces.map((piece) => {
    while (next < removed.length && removed[next]!.from <= piece.from + shift) {
      shift += removed[next]!.gain;
      next += 1;
    }
    return { ...piece, from: piece.from + shift, to: piece.to + shift };
  });
  return { ...mapped, pieces };
}

/**
 * The sources of sheets and shared strings with the replacements. A changed cell gets a text of its own, so that others that
 * shared its string keep it; a string that no cell shows any more is emptied.
 */
export async function rewriteWorkbook(
  members: readonly PackageMember[],
  book: WorkbookMembers,
  replacements: Replacements,
  work: Work,
): Promise<Map<XmlMember, string>> {
  const sources = new Map<XmlMember, string>();
  const shown = new Set<number>();
  for (const [member, cells] of book.cells) {
    const written = await rewriteSheet(member, cells, book, replacements, work);
    for (const index of written.strings) shown.add(index);
    sources.set(member, written.source);
  }
  const strings = members.find(isStrings);
  if (strings !== undefined) {
    const orphans = strings.texts.flatMap(({ id, mapped }) => changed(id, mapped, replacements));
    const gone = new Set([...book.shown].filter((index) => !shown.has(index)));
    sources.set(strings, emptyStrings(applySplices(strings.decoded.text, orphans), gone));
  }
  return sources;
}

async function rewriteSheet(
  { decoded, texts, zip }: XmlMember,
  cells: number,
  book: WorkbookMembers,
  replacements: Replacements,
  work: Work,
) {
  const name = book.names.get(zip.name) ?? zip.name;
  // Formulas first: they stand inside the cells, which are then read again as they are.
  const others = texts.slice(cells).flatMap(({ id, mapped }) => changed(id, mapped, replacements));
  const source = applySplices(decoded.text, others);
  const again = await readSheet(source, name, book, work);
  const splices = again.cells.flatMap((mapped, index) => changed(texts[index]!.id, mapped, replacements));
  if (splices.length === 0) return { source, strings: again.strings };
  const written = applySplices(source, splices);
  return { source: written, strings: (await readSheet(written, name, book, work)).strings };
}

function changed(id: string, mapped: MappedText, replacements: Replacements) {
  const after = replacements.get(id);
  return after === undefined ? [] : spliceText(mapped, after);
}
