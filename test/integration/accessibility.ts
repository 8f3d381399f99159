import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What breaks a rule of axe-core on a page, or in what a selector names of it. Best practices count too. */
export async function violationsOf(page: Page, within?: string) {
  // Legacy mode asks in the page itself instead of opening a second one to sum up, which only frames of other origins need;
  // what is fine or does not apply is not described.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  return (await (within === undefined ? axe : axe.include(within)).analyze()).violations;
}
