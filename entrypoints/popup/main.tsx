import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/popup.tsx';
import '../../components/ui/page.css';
import '../../components/popup/popup.css';
import { Loaded, useLoading } from '../../components/ui/loaded.tsx';
import { pickLanguage } from '../../lib/language/language.ts';
import { popupState } from '../../lib/messages/popup-state.ts';
import { call } from '../../lib/platform/messenger.ts';
import { signInSource } from '../../lib/platform/sign-in-source.ts';

const browserLanguage = pickLanguage([browser.i18n.getUILanguage(), ...navigator.languages]);

async function loadState() {
  return popupState.parse(await call('popup.state', {}));
}

async function openOptions() {
  await browser.runtime.openOptionsPage();
  window.close();
}

async function reload(tab: number) {
  await browser.tabs.reload(tab);
  window.close();
}

function App() {
  const [loading, retry] = useLoading(loadState);
  const language = loading.state === 'done' ? pickLanguage([loading.value.language, browserLanguage]) : browserLanguage;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <Loaded language={language} loading={loading} onRetry={retry}>
      {(state) => (
        <Popup
          language={language}
          state={state}
          signIn={signInSource}
          onOpenOptions={openOptions}
          onReloadTab={() => void reload(state.tab.id)}
        />
      )}
    </Loaded>
  );
}

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
