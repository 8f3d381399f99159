/** What popup and options page need to sign a person in: the background's answers, and a tab. */
import { browser } from 'wxt/browser';
import { type IdentityView, identityView } from '../messages/popup-state.ts';
import { call } from './messenger.ts';

const ask = async (method: 'identity.view' | 'identity.begin' | 'identity.end'): Promise<IdentityView> =>
  identityView.parse(await call(method, {}));

export const signInSource = {
  view: () => ask('identity.view'),
  begin: () => ask('identity.begin'),
  end: () => ask('identity.end'),
  open: async (url: string) => void (await browser.tabs.create({ url })),
};
