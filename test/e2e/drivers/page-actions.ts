import { CONTROL_POINT, DIALOG_ID, DIALOG_TEXT, NOTICE_TEXT, type Point } from './dialog-script.ts';
import type { DriverPage } from './driver.ts';
import { poll } from './poll.ts';

/** What a browser has to offer so that the rest of `DriverPage` is the same for both. */
export interface PageBasics {
  clickAt(point: Point): Promise<void>;
  typeKeys(text: string): Promise<void>;
  evaluate<T>(task: string | (() => T | Promise<T>)): Promise<T>;
  /** Calls a function (as text) with each closed shadow root of the page as `this`; first result that is not null. */
  inClosedRoots<T>(functionText: string, argument?: string): Promise<T | null>;
}

type Shared =
  | 'waitFor'
  | 'text'
  | 'dialogText'
  | 'dialogId'
  | 'waitForDialog'
  | 'waitForNotice'
  | 'dialogPress'
  | 'dialogType';

const DEFAULT_TIMEOUT_MS = 60_000;

/** What Playwright and BiDi say when a page went away under a question: ask its successor. */
const PAGE_WENT = /context was destroyed|navigat|no such frame|discarded|detached|Cannot find context/i;

function notYetWhileNavigating(error: unknown): null {
  if (error instanceof Error && PAGE_WENT.test(error.message)) return null;
  throw error;
}

/** The actions that are built from the basics alone. */
export function sharedActions(basics: PageBasics): Pick<DriverPage, Shared> {
  const text = (selector: string) =>
    basics.evaluate<string | null>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`);
  const inClosedRoots = <T>(functionText: string, argument?: string) =>
    basics.inClosedRoots<T>(functionText, argument).catch(notYetWhileNavigating);
  const dialogText = () => inClosedRoots<string>(DIALOG_TEXT);
  const dialogPress = async (name: string) => {
    let before: Point | null = null;
    // Where it is when it has come to rest.
    const point = await poll(`control "${name}" in the dialogue`, DEFAULT_TIMEOUT_MS, async () => {
      const last = before;
      before = await inClosedRoots<Point>(CONTROL_POINT, name);
      return before?.x === last?.x && before?.y === last?.y && before;
    });
    await basics.clickAt(point);
  };
  return {
    text,
    async waitFor(selector, { text: wanted, timeoutMs = DEFAULT_TIMEOUT_MS } = {}) {
      const matches = `[...document.querySelectorAll(${JSON.stringify(selector)})]`;
      const condition =
        wanted === undefined
          ? `${matches}.length > 0`
          : `${matches}.some((node) => node.textContent.includes(${JSON.stringify(wanted)}))`;
      const what = wanted === undefined ? selector : `${selector} with "${wanted}"`;
      await poll(what, timeoutMs, () => basics.evaluate<boolean>(condition).catch(notYetWhileNavigating));
    },
    dialogText,
    dialogId: () => inClosedRoots<string>(DIALOG_ID),
    waitForDialog: (timeoutMs = DEFAULT_TIMEOUT_MS) => poll('dialogue', timeoutMs, dialogText),
    waitForNotice: () => poll('notice', DEFAULT_TIMEOUT_MS, () => inClosedRoots<string>(NOTICE_TEXT)),
    dialogPress,
    async dialogType(name, typed) {
      await dialogPress(name);
      await basics.typeKeys(typed);
    },
  };
}

/** A page on which to select and copy `text`; percent-encoded so that any character survives. */
export function clipboardSource(text: string): string {
  return `data:text/html;charset=utf-8,${encodeURIComponent('<textarea autofocus></textarea>')}#${encodeURIComponent(text)}`;
}

/** Fills and selects the text area of `clipboardSource`. */
export const SELECT_SOURCE = `(() => {
  const area = document.querySelector('textarea');
  area.value = decodeURIComponent(location.hash.slice(1));
  area.focus();
  area.select();
})()`;
