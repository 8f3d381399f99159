import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/language/language.ts';

/** Longer descriptions are refused by the Chrome Web Store. */
const MOST_CHARACTERS = 132;

describe.each(LANGUAGES)('public/_locales/%s', (language) => {
  const messages: Record<string, { message: string }> = JSON.parse(
    readFileSync(new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
  );

  it('names and describes the extension within the stores’ limits', () => {
    expect(Object.keys(messages).sort()).toEqual(['extensionDescription', 'extensionName']);
    expect(messages.extensionName!.message).toBe('Sluice');
    expect(messages.extensionDescription!.message.length).toBeGreaterThan(40);
    expect(messages.extensionDescription!.message.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  });
});
