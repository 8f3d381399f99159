// One small interface over both browsers, so that a spec is written once. Everything a person does goes through real
// input events; nothing here calls into the extension.
import { fileURLToPath } from 'node:url';
import type { HostMap } from '../../../tools/browser/host-map.ts';
import { launchChromiumDriver } from './chromium-driver.ts';
import { launchFirefoxDriver } from './firefox-driver.ts';

export type DriverName = 'chromium' | 'firefox';

export interface DriverOptions {
  /** Unpacked build; default the production build of this browser under `.output`. */
  extensionDir?: string;
  /** Values of managed storage. */
  managed?: object;
  /** Chromium only: `policy` (default) or `unpacked`, which has no managed storage and no blocking gate. */
  mode?: 'policy' | 'unpacked';
  hosts?: HostMap;
  trustedKeys?: string[];
  /** Default true. */
  headless?: boolean;
  /** A profile that outlives the run, for restarts. */
  userDataDir?: string;
  language?: string;
  /** Chromium only: pages that are left come back as they were. Firefox does so anyway. */
  backForwardCache?: boolean;
}

export interface Driver {
  readonly name: DriverName;
  readonly extensionId: string;
  /** Opens a new tab. Rejects when the navigation was refused. */
  open(url: string): Promise<DriverPage>;
  /** A tab that the extension or a page has opened, once its address begins so. */
  opened(start: string): Promise<DriverPage>;
  /** Opens a page of the extension in a new tab, e.g. `popup.html`. */
  extensionPage(path: string): Promise<DriverPage>;
  /**
   * What pages and content scripts in them have written to consoles, and errors; in Chromium also what the extension's
   * own pages and its background have.
   */
  consoleText(): Promise<string>;
  /** Ends the extension's background with all its memory. */
  killExtensionWorker(): Promise<void>;
  /** Kills the browser (SIGKILL). `close` is still needed. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

export interface Drags {
  /** What is selected at one element to another. */
  selection(from: string, to: string): Promise<void>;
  /** Files and folders of this machine. */
  files(paths: string[], to: string): Promise<void>;
}

export interface DriverPage {
  url(): string;
  goto(url: string): Promise<void>;
  /** Clicks into the element and types key by key; `\n` is the Enter key. */
  type(selector: string, text: string): Promise<void>;
  /** One key or chord, e.g. `Enter`, `Shift+Enter`, `Control+A`, to whatever has the focus. */
  press(key: string): Promise<void>;
  click(selector: string, button?: 'left' | 'middle'): Promise<void>;
  /** A finger. */
  tap(selector: string): Promise<void>;
  /** Puts `text` on the clipboard (by copying it in another tab), clicks into the element and presses Ctrl+V. */
  paste(selector: string, text: string): Promise<void>;
  /** An editing command on what has the focus, as the browser's own menus give it. */
  command(name: 'paste' | 'undo'): Promise<void>;
  /** What a person drags with the mouse; null where no driver can, in Firefox. */
  drags: Drags | null;
  /** Writes into what has the focus as an input method does: the text grows while it is composed. `commit`: by Enter. */
  compose(text: string): Promise<{ commit(): Promise<void> }>;
  /** Chooses files in a file input, as its dialog would. */
  setFiles(selector: string, paths: string[]): Promise<void>;
  /** Resolves when an element is there (and, with `text`, contains it); rejects after `timeoutMs`, default a minute. */
  waitFor(selector: string, options?: { text?: string; timeoutMs?: number }): Promise<void>;
  /** Text of the first match, null when there is none. */
  text(selector: string): Promise<string | null>;
  /** Runs in the page's own world. */
  evaluate<T>(task: string | (() => T | Promise<T>)): Promise<T>;
  screenshot(path: string): Promise<void>;
  /** Visible text of the extension's dialogue (in a closed shadow root), null when none is open. */
  dialogText(): Promise<string | null>;
  /** A name that the open dialogue alone has, null when none is open. */
  dialogId(): Promise<string | null>;
  /** Resolves with the dialogue's text once one is open. */
  waitForDialog(timeoutMs?: number): Promise<string>;
  /** Resolves with the text of the notices in the corner once there is one. */
  waitForNotice(): Promise<string>;
  /** Clicks a control of the dialogue (button, option, link) by its visible name. */
  dialogPress(name: string): Promise<void>;
  /** Clicks into a text field of the dialogue, by label or placeholder, and types. */
  dialogType(name: string, text: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser with the extension installed and ready. */
export function launchDriver(name: DriverName, options: DriverOptions = {}): Promise<Driver> {
  const extensionDir = options.extensionDir ?? buildDir(name);
  return name === 'chromium'
    ? launchChromiumDriver({ ...options, extensionDir })
    : launchFirefoxDriver({ ...options, extensionDir });
}

/** The production build of this browser. */
export function buildDir(name: DriverName): string {
  const target = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  return fileURLToPath(new URL(`../../../.output/${target}`, import.meta.url));
}
