/** The popup: is this tab protected, by which rules, what was decided here, and are the records on their way? */
import type { ReactNode } from 'react';
import { helpsToReload } from '../../lib/coverage/level.ts';
import type { PageMessages } from '../../lib/language/en/pages.ts';
import type { Language } from '../../lib/language/language.ts';
import { countOfType } from '../../lib/language/name-data.ts';
import { translatePages } from '../../lib/language/translate-pages.ts';
import type { PopupState, ShownDecision } from '../../lib/messages/popup-state.ts';
import { SignIn, type SignInSource } from '../sign-in/sign-in.tsx';
import { Mark } from '../ui/mark.tsx';
import { formatMoment } from '../ui/moment.ts';

interface PopupProps {
  language: Language;
  state: PopupState;
  signIn: SignInSource;
  onOpenOptions: () => void;
  onReloadTab: () => void;
}

/** Newest decisions shown; the options page has them all. */
const SHOWN_DECISIONS = 8;

export function Popup({ language, state, signIn, onOpenOptions, onReloadTab }: PopupProps) {
  const messages = translatePages(language);
  const { popup } = messages;
  return (
    <main className="popup" lang={language}>
      <Tab messages={messages} tab={state.tab} onReloadTab={onReloadTab} />
      {state.tab.app && <Details messages={messages} app={state.tab.app.name} state={state} />}
      {state.tab.app && (
        <Section title={popup.decisions}>
          <Decisions language={language} messages={messages} decisions={state.decisions} />
        </Section>
      )}
      <Section title={popup.policy}>
        <PolicyLine messages={messages} policy={state.policy} />
      </Section>
      <Section title={popup.records}>
        <Records language={language} messages={messages} records={state.records} endpoint={state.endpoint} />
      </Section>
      <SignIn
        language={language}
        source={signIn}
        frame={(content) => <Section title={messages.options.sections.signIn}>{content}</Section>}
      />
      <footer>
        <button type="button" className="button" onClick={onOpenOptions}>
          {popup.options}
        </button>
      </footer>
    </main>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const COVERAGE_BADGE = { full: 'badge-good', partial: 'badge-warn', none: 'badge-bad', ungoverned: '' } as const;

interface TabProps {
  messages: PageMessages;
  tab: PopupState['tab'];
  onReloadTab: () => void;
}

function Tab({ messages, tab, onReloadTab }: TabProps) {
  const { coverage, popup } = messages;
  const level = tab.app ? tab.coverage : 'ungoverned';
  return (
    <header>
      <Mark size={36} />
      <div>
        <h1>
          <bdi>{tab.app?.name ?? tab.host ?? 'Sluice'}</bdi>{' '}
          <span className={`badge ${COVERAGE_BADGE[level]}`}>{coverage[level]}</span>
        </h1>
        <p>
          {tab.app ? popup.coverageExplained[tab.reason ?? 'full'](tab.app.name) : popup.coverageExplained.ungoverned}
        </p>
        {tab.app && helpsToReload(tab.reason) && (
          <button type="button" className="button" onClick={onReloadTab}>
            {popup.reload}
          </button>
        )}
      </div>
    </header>
  );
}

/** Only what there is to say. */
function Details({ messages, app, state }: { messages: PageMessages; app: string; state: PopupState }) {
  const { popup } = messages;
  const { health, account } = state.tab;
  const lines = [
    health === 'never_seen' ? null : popup.health[health](app),
    account === 'unknown' ? null : popup.account[account],
    state.privateWindows ? null : popup.noPrivateWindows,
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <section>
      {lines.map((line) => (
        <p key={line} className="aside">
          {line}
        </p>
      ))}
    </section>
  );
}

interface DecisionsProps {
  language: Language;
  messages: PageMessages;
  decisions: ShownDecision[];
}

function Decisions({ language, messages, decisions }: DecisionsProps) {
  if (decisions.length === 0) return <p className="aside">{messages.popup.noDecisions}</p>;
  return (
    <ol className="decisions">
      {decisions.slice(0, SHOWN_DECISIONS).map((decision) => (
        <li key={`${decision.ts} ${decision.action} ${JSON.stringify(decision.counts)}`}>
          <p>
            <strong>{messages.action[decision.action]}</strong>
            {decision.choice && `, ${messages.choice[decision.choice]}`}
          </p>
          <p className="aside">
            {formatMoment(language, decision.ts)} · {foundIn(language, messages, decision)}
          </p>
        </li>
      ))}
    </ol>
  );
}

function foundIn(language: Language, messages: PageMessages, { counts }: ShownDecision): string {
  if (counts.length === 0) return messages.popup.nothingFound;
  return counts.map(({ type, class: dataClass, count }) => countOfType(language, type, dataClass, count)).join(', ');
}

function PolicyLine({ messages, policy }: { messages: PageMessages; policy: PopupState['policy'] }) {
  if (!policy) return <p>{messages.popup.noPolicy}</p>;
  return (
    <>
      <p>
        <bdi>{messages.popup.policyLine(policy.id, policy.version)}</bdi>
      </p>
      <p className="aside">
        {messages.freshness[policy.freshness]} · {messages.source[policy.source]}
      </p>
    </>
  );
}

interface RecordsProps extends Pick<PopupState, 'records' | 'endpoint'> {
  language: Language;
  messages: PageMessages;
}

function Records({ language, messages, records, endpoint }: RecordsProps) {
  const { popup } = messages;
  const counts = [
    popup.shipped(records.shipped),
    popup.waiting(records.waiting),
    ...(records.rejected > 0 ? [popup.rejected(records.rejected)] : []),
  ];
  return (
    <>
      <p>{counts.join(' · ')}</p>
      <p className="aside">
        {popup.endpoint[endpoint.state]}
        {endpoint.lastContact !== null && ` · ${popup.lastContact(formatMoment(language, endpoint.lastContact))}`}
      </p>
    </>
  );
}
