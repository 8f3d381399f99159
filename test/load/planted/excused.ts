/**
 * What a browser itself keeps of the addresses that were opened, where no extension has a say. Excused are only these
 * files, and in them only secrets that stood in an address: those given `in the address`, and those that were pasted, for
 * the driver puts a text on the clipboard by copying it out of a page whose address is that text.
 */
import type { DriverName } from '../../e2e/drivers/driver.ts';

interface Rule {
  file: RegExp;
  why: string;
}

/** Ways by which a secret stood in an address. */
const IN_ADDRESSES = ['in the address', 'pasted'];

const RULES: Record<DriverName, readonly Rule[]> = {
  chromium: [
    { file: /^Default\/(History|Top Sites|Favicons|Visited Links)(-journal)?$/, why: 'addresses that were opened' },
    { file: /^segmentation_platform\/ukm_db(-wal)?$/, why: 'addresses that were opened' },
    { file: /^Default\/Sessions\/(Session|Tabs)_\d+$/, why: 'tabs, to be opened again' },
  ],
  firefox: [
    { file: /^(places|favicons)\.sqlite(-wal)?$/, why: 'addresses that were opened' },
    { file: /^sessionstore(-backups\/\w+)?\.(jsonlz4|baklz4)(-\d+)?$/, why: 'tabs, to be opened again' },
  ],
};

/** Why a browser may hold a secret in this file, given the way it was given; null when it may not. */
export function excuse(browser: DriverName, file: string, way: string): string | null {
  if (!IN_ADDRESSES.includes(way)) return null;
  return RULES[browser].find((rule) => rule.file.test(file))?.why ?? null;
}
