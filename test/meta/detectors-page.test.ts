import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../lib/classify/every-detector.ts';
import { detectorsPage, PAGE } from '../../tools/detectors-page.ts';

describe('the page of detectors', () => {
  it('is what the detectors say: npm run detectors', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(detectorsPage());
  });

  it('names every detector once', () => {
    const page = detectorsPage();
    for (const { id } of DETECTORS) expect(page.split(`\`${id}\` |`), id).toHaveLength(2);
  });
});
