/** What a drop or a paste brings: its files, folders opened, and its texts. */

export interface HeldTransfer {
  files: File[];
  texts: { type: string; text: string }[];
}

/** Folders may hold more than anybody means to upload. */
const MOST_FILES = 2_000;

export function holdsFiles(data: DataTransfer): boolean {
  return data.files.length > 0 || [...data.items].some(({ kind }) => kind === 'file');
}

/** Takes everything out of `data` before it returns; resolves when folders are read. Rejects when one cannot be. */
export function fileTransferOf(data: DataTransfer): Promise<HeldTransfer> {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...data.files];
  const texts = [...data.types].filter((type) => type !== 'Files').map((type) => ({ type, text: data.getData(type) }));
  const folders = entries.filter((entry) => entry?.isDirectory);
  if (folders.length === 0) return Promise.resolve({ files, texts });
  // A folder stands among the files as an entry without content.
  return allFiles(entries.filter((entry) => entry !== null)).then((inside) => ({ files: inside, texts }));
}

/** A transfer that a script may hand on: folders have become their files. */
export function refill(window: Window, { files, texts }: HeldTransfer): DataTransfer {
  const { DataTransfer } = pageRealm(window);
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  for (const { type, text } of texts) data.setData(type, text);
  return data;
}

/** Firefox hides from the page what another world has put into a transfer, so it is made in the page's own (measured). */
function pageRealm(window: Window): typeof globalThis {
  return ((window as { wrappedJSObject?: Window }).wrappedJSObject ?? window) as unknown as typeof globalThis;
}

async function allFiles(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const found: File[] = [];
  const queue = [...entries];
  for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
    if (found.length >= MOST_FILES) throw new Error('too many files');
    if (entry.isDirectory) queue.push(...(await entriesIn(entry as FileSystemDirectoryEntry)));
    else found.push(await fileOf(entry as FileSystemFileEntry));
  }
  return found;
}

/** `readEntries` gives a hundred at a time. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
