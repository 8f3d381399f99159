/** Stands for a governed page and its guard at once: mounts dialogues and notices when the test asks for them. */

import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { DecisionDialog, type DecisionDialogContent } from '../../../../components/decision-dialog/decision-dialog.tsx';
import dialogCss from '../../../../components/decision-dialog/dialog.css?inline';
import optionsCss from '../../../../components/options/options.css?inline';
import { openOverlay } from '../../../../components/overlay.ts';
import { SignIn } from '../../../../components/sign-in/sign-in.tsx';
import pageCss from '../../../../components/ui/page.css?inline';
import tokensCss from '../../../../components/ui/tokens.css?inline';
import { createViews, type MountDialogOptions, type ShowNoticeOptions } from '../../../../components/views.tsx';
import type { Language } from '../../../../lib/language/language.ts';
import type { IdentityView } from '../../../../lib/messages/popup-state.ts';

const outcomes: unknown[] = [];
const { mountDialog, showNotice } = createViews(openOverlay);

declare global {
  interface Window {
    sluice: {
      outcomes: unknown[];
      ask(options: MountDialogOptions): void;
      notify(options: ShowNoticeOptions): void;
      /** The dialogue alone, in the page's own tree and not modal, where axe can see what lies behind a text. */
      lay(content: DecisionDialogContent): void;
      /** The section of the options page; what the background answers, one after the other, the last one again and again. */
      signIn(language: Language, answers: IdentityView[]): void;
      /** Tabs it has opened. */
      opened: string[];
    };
  }
}

window.sluice = {
  outcomes,
  ask: (options) => void mountDialog(document, options).then((outcome) => outcomes.push(outcome)),
  notify: (options) => showNotice(document, options),
  lay: (content) => {
    const style = document.createElement('style');
    style.textContent = tokensCss + dialogCss;
    const place = document.createElement('div');
    document.head.append(style);
    document.body.replaceChildren(place);
    const view = <DecisionDialog {...content} busy={false} error="This could not be recorded." onChoice={() => {}} />;
    flushSync(() => createRoot(place).render(view));
    document.querySelector('dialog')!.show();
  },
  opened: [],
  signIn: (language, answers) => {
    const style = document.createElement('style');
    style.textContent = pageCss + optionsCss;
    const place = document.createElement('div');
    document.head.append(style);
    document.body.replaceChildren(place);
    const next = async () => (answers.length > 1 ? answers.shift()! : answers[0]!);
    const open = async (url: string) => void window.sluice.opened.push(url);
    createRoot(place).render(
      <main className="options" lang={language}>
        <h1>Sluice</h1>
        <SignIn language={language} source={{ view: next, begin: next, end: next, open }} />
      </main>,
    );
  },
};
