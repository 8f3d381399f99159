/**
 * The options page: what is recorded about the person, every record, the rules in force, this browser and who
 * is signed in on it. Records and rules are only shown. */
import type { ReactNode } from 'react';
import type { Language } from '../../lib/language/language.ts';
import { translatePages } from '../../lib/language/translate-pages.ts';
import type { EnrolmentView, PolicyView, RecordPage } from '../../lib/messages/popup-state.ts';
import { SignIn, type SignInSource } from '../sign-in/sign-in.tsx';
import { Loaded, useLoading } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Enrolment } from './enrolment.tsx';
import { RecordList } from './record-list.tsx';
import { Recorded } from './recorded.tsx';
import { Rules } from './rules.tsx';

/** The questions the page asks; rejections show as "did not answer". */
export interface OptionsSource {
  records(page: { offset: number; limit: number }): Promise<RecordPage>;
  policy(): Promise<PolicyView>;
  enrolment(): Promise<EnrolmentView>;
  signIn: SignInSource;
}

export function Options({ language, source }: { language: Language; source: OptionsSource }) {
  const { options } = translatePages(language);
  const [policy, retryPolicy] = useLoading(source.policy);
  const [enrolment, retryEnrolment] = useLoading(source.enrolment);
  return (
    <main className="options" lang={language}>
      <header>
        <Mark size={44} />
        <div>
          <h1>{options.title}</h1>
          <p>{options.intro}</p>
        </div>
      </header>
      <nav aria-label={options.title}>
        {Object.entries(options.sections).map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <Section id="recorded" title={options.sections.recorded}>
        <Recorded language={language} />
      </Section>
      <Section id="records" title={options.sections.records}>
        <RecordList language={language} load={source.records} />
      </Section>
      <Section id="rules" title={options.sections.rules}>
        <Loaded language={language} loading={policy} onRetry={retryPolicy}>
          {(view) => <Rules language={language} view={view} />}
        </Loaded>
      </Section>
      <Section id="signIn" title={options.sections.signIn}>
        <SignIn language={language} source={source.signIn} />
      </Section>
      <Section id="enrolment" title={options.sections.enrolment}>
        <Loaded language={language} loading={enrolment} onRetry={retryEnrolment}>
          {(view) => <Enrolment language={language} view={view} />}
        </Loaded>
      </Section>
    </main>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
