/** Tabs and their guards: who is there, and how a person learns that a tab has to be loaded again. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { GUARD_CHECK, type GuardAnswer } from '../messages/guard-check.ts';
import type { GovernedApps } from '../sites/governed-apps.ts';

const guardAnswer: z.ZodMiniType<GuardAnswer> = z.strictObject({ current: z.boolean(), version: z.string() });

/** A guard answers from memory, in a few milliseconds even when its page is busy with something else. */
const ANSWER_MS = 2_000;

export async function tabAddress(tab: number): Promise<string | null> {
  try {
    return (await browser.tabs.get(tab)).url ?? null;
  } catch {
    return null;
  }
}

/** True when a guard of this very version answers in one of the frames. */
export async function isGuarded(tab: number, frames: readonly number[]): Promise<boolean> {
  for (const frame of frames) if (await answers(tab, frame)) return true;
  return false;
}

async function answers(tab: number, frameId: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ANSWER_MS);
  });
  try {
    const answer = guardAnswer.safeParse(
      await Promise.race([browser.tabs.sendMessage(tab, GUARD_CHECK, { frameId }), late]),
    );
    return answer.success && answer.data.current && answer.data.version === browser.runtime.getManifest().version;
  } catch {
    // "Receiving end does not exist": no guard, or one that has outlived its extension.
    return false;
  } finally {
    clearTimeout(timer);
  }
}

const MARK = '!';

/** Mark a tab whose page has no living guard. The mark goes away by itself when the tab is loaded again. */
export async function markForReload(tabId: number, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: MARK }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#b3261e' }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => undefined);
}

/** Since it was loaded last. */
export async function isMarked(tabId: number): Promise<boolean> {
  return (await browser.action.getBadgeText({ tabId }).catch(() => '')) === MARK;
}

/** After an install or update: open tabs of governed apps whose page was there before its guard. */
export async function unguardedTabs(apps: GovernedApps): Promise<number[]> {
  const tabs = await browser.tabs.query({});
  const ids = tabs.flatMap(({ id, url }) => (id !== undefined && apps.forUrl(url ?? '') !== null ? [id] : []));
  const guarded = await Promise.all(ids.map((id) => isGuarded(id, [0])));
  return ids.filter((_, index) => !guarded[index]);
}
