import type { Language } from '../../lib/language/language.ts';
import { translatePages } from '../../lib/language/translate-pages.ts';
import type { EnrolmentView } from '../../lib/messages/popup-state.ts';
import { CERTIFICATE_REFUSALS } from '../../lib/sync/api.ts';

/** Whom this browser reports to, and under which names. */
export function Enrolment({ language, view }: { language: Language; view: EnrolmentView }) {
  const { popup, options } = translatePages(language);
  const { enrolment } = options;
  const refusal = CERTIFICATE_REFUSALS.find((code) => code === view.error);
  const facts: [string, string | null][] = [
    [enrolment.tenant, view.tenant],
    [enrolment.endpoint, view.endpoint],
    [enrolment.device, view.device],
    [enrolment.kid, view.kid],
    [enrolment.subject, view.subject.ref],
    [enrolment.assurance, view.subject.assurance],
    [enrolment.groups, view.subject.groups.join(', ') || null],
    ...(view.error === null ? [] : [[enrolment.error, view.error] satisfies [string, string]]),
  ];
  return (
    <>
      <p>{enrolment.state[view.state]}</p>
      {refusal !== undefined && <p>{popup.endpoint[refusal]}</p>}
      <dl>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value === null ? <span className="aside">{enrolment.unknown}</span> : <bdi>{value}</bdi>}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
