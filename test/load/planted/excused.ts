/**
 * What browsers and pages keep by themselves, where no extension has a say: addresses that were opened, and what a page
 * writes into its own storage. Excused are only these files, and in them only secrets that were given in a way that leads
 * there. (What is pasted stood in an address: the driver copies it out of a page whose address is that text.)
 */
import type { DriverName } from '../../e2e/drivers/driver.ts';

interface Rule {
  file: RegExp;
  ways: readonly string[];
  why: string;
  /** A file that has this in it is not excused. */
  unless?: string;
}

const OPENED = { ways: ['in the address', 'pasted'], why: 'addresses that were opened' };
const REOPENED = { ways: ['in the address', 'pasted'], why: 'tabs, to be opened again' };
const DRAFTS = { ways: ['typed', 'pasted', 'in the address'], why: 'what the page keeps of its own composer' };

const RULES: Record<DriverName, readonly Rule[]> = {
  chromium: [
    { file: /^Default\/(History|Top Sites|Favicons|Visited Links)(-journal)?$/, ...OPENED },
    { file: /^segmentation_platform\/ukm_db(-wal)?$/, ...OPENED },
    { file: /^Default\/Sessions\/(Session|Tabs)_\d+$/, ...REOPENED },
    // All pages share it. An extension that wrote to it would be named in its keys.
    { file: /^Default\/Local Storage\/leveldb\/\d+\.(log|ldb)$/, ...DRAFTS, unless: 'chrome-extension://' },
  ],
  firefox: [
    { file: /^(places|favicons)\.sqlite(-wal)?$/, ...OPENED },
    { file: /^sessionstore(-backups\/\w+)?\.(jsonlz4|baklz4)(-\d+)?$/, ...REOPENED },
    { file: /^storage\/default\/https\+\+\+chatgpt\.com\/ls\/data\.sqlite(-wal)?$/, ...DRAFTS },
  ],
};

/** Why a browser may hold a secret in this file, given the way it was given; null when it may not. */
export function excuse(browser: DriverName, file: string, way: string, bytes: Uint8Array): string | null {
  const rule = RULES[browser].find(({ file: name, ways }) => name.test(file) && ways.includes(way));
  if (rule === undefined || (rule.unless !== undefined && Buffer.from(bytes).includes(rule.unless))) return null;
  return rule.why;
}
