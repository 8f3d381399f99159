import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Options, type OptionsSource } from '../../components/options/options.tsx';
import '../../components/ui/page.css';
import '../../components/options/options.css';
import { useLoading } from '../../components/ui/loaded.tsx';
import { pickLanguage } from '../../lib/language/language.ts';
import { translatePages } from '../../lib/language/translate-pages.ts';
import { enrolmentView, policyView, popupState, recordPage } from '../../lib/messages/popup-state.ts';
import { call } from '../../lib/platform/messenger.ts';
import { signInSource } from '../../lib/platform/sign-in-source.ts';

const browserLanguage = pickLanguage([browser.i18n.getUILanguage(), ...navigator.languages]);

const source: OptionsSource = {
  records: async (page) => recordPage.parse(await call('records.list', page)),
  policy: async () => policyView.parse(await call('policy.view', {})),
  enrolment: async () => enrolmentView.parse(await call('enrolment.view', {})),
  signIn: signInSource,
};

/** The language the admin set, where there is one: the popup's state carries it. */
async function loadLanguage() {
  const { language } = popupState.parse(await call('popup.state', {}));
  return pickLanguage([language, browserLanguage]);
}

function App() {
  const [loading] = useLoading(loadLanguage);
  const language = loading.state === 'done' ? loading.value : browserLanguage;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Sluice · ${translatePages(language).options.title}`;
  }, [language]);
  return <Options language={language} source={source} />;
}

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
