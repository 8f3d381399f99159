/** Files a person brings into the page: held by lib/capture/files.ts, judged by the guard, with a notice that it takes time. */
import { type FileChannel, type FilesOutcome, installFiles } from '../../lib/capture/files.ts';
import type { Language } from '../../lib/language/language.ts';
import type { WatchReading } from '../../lib/pipeline/files.ts';
import type { Hold } from '../../lib/pipeline/hold.ts';
import type { PickedFile } from '../../lib/pipeline/picked-files.ts';
import type { SiteAdapter } from '../../lib/sites/adapter.ts';
import { LARGEST_BODY } from '../../lib/sites/body.ts';
import { isOwnPage } from '../../lib/sites/own-page.ts';
import { loadViews } from './load-views.ts';

/** Shorter waits are not worth a notice. */
const PATIENCE_MS = 400;
/** All files of one pick together: they lie in memory while they are judged. */
const LARGEST_PICK = 8 * LARGEST_BODY;

export function holdFiles(site: SiteAdapter, hold: Hold): void {
  installFiles({
    window,
    // Firefox drops what a script-made paste carries (measured): there the network layer judges pasted files.
    canPaste: !import.meta.env.FIREFOX,
    judge: (files, channel) => judge(site, hold, files, channel),
  });
}

async function judge(site: SiteAdapter, hold: Hold, files: File[], channel: FileChannel): Promise<FilesOutcome> {
  if (!isOwnPage(site, location.href)) return { kind: 'pass' };
  const verdict = await hold.onFiles(site, location.href, await readAll(files), channel);
  if (verdict.kind !== 'replace') return verdict;
  return {
    kind: 'replace',
    files: verdict.files.map((after, index) => {
      const before = files[index]!;
      if (after === null) return before;
      const { name, bytes } = after;
      return new File([bytes as BlobPart], name, { type: before.type, lastModified: before.lastModified });
    }),
  };
}

async function readAll(files: File[]): Promise<PickedFile[]> {
  let left = LARGEST_PICK;
  const picked: PickedFile[] = [];
  for (const file of files) {
    left -= file.size;
    const fits = file.size <= LARGEST_BODY && left >= 0;
    const bytes = fits ? await contentOf(file) : null;
    picked.push({ name: file.name, mediaType: file.type, bytes });
  }
  return picked;
}

/** A copy of our own: in Firefox the buffer belongs to the page's world, and half of its methods are forbidden to us. */
async function contentOf(file: File): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  bytes.set(new Uint8Array(await file.arrayBuffer()));
  return bytes;
}

export function progressNotice(language: () => Language): WatchReading {
  return (names, onCancel) => {
    let isOver = false;
    let latest = 0;
    let notice: { progress(done: number): void; close(): void } | null = null;
    const timer = setTimeout(async () => {
      const views = await loadViews().catch(() => null);
      if (views === null || isOver) return;
      notice = views.showProgress(document, { language: language(), names, onCancel });
      notice.progress(latest);
    }, PATIENCE_MS);
    return {
      progress(done) {
        latest = done;
        notice?.progress(done);
      },
      end() {
        isOver = true;
        clearTimeout(timer);
        notice?.close();
      },
    };
  };
}
