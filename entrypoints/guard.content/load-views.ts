/** The views, loaded into this frame's isolated world when there is first something to show. */
import { openOverlay } from '../../components/overlay.ts';
import type { createViews, Views } from '../../components/views.tsx';
import { call } from '../../lib/platform/messenger.ts';

/** Where the loaded script leaves its factory. Pages have another global object. */
export const VIEWS = 'sluiceViews';
export type ViewsHost = typeof globalThis & { [VIEWS]?: typeof createViews };

let views: Promise<Views> | null = null;

/** Rejects when they cannot be loaded, e.g. because the extension is gone; the next call tries again. */
export function loadViews(): Promise<Views> {
  views ??= load().catch((error) => {
    views = null;
    throw error;
  });
  return views;
}

async function load(): Promise<Views> {
  await call('guard.views', {});
  const create = (globalThis as ViewsHost)[VIEWS];
  if (create === undefined) throw new Error('views did not load');
  return create(openOverlay);
}
