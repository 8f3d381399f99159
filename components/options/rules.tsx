import type { PageMessages } from '../../lib/language/en/pages.ts';
import type { Language } from '../../lib/language/language.ts';
import { translatePages } from '../../lib/language/translate-pages.ts';
import type { PolicyView } from '../../lib/messages/popup-state.ts';
import type { Rule } from '../../lib/policy/schema.ts';

/** The policy in force, rule by rule. */
export function Rules({ language, view }: { language: Language; view: PolicyView }) {
  const messages = translatePages(language);
  const { rules } = messages.options;
  if (!view.policy) return <p>{rules.empty}</p>;
  const { id, version, owner } = view.policy;
  return (
    <>
      <p>
        <bdi>{rules.summary(id, version)}</bdi> · {rules.count(view.policy.rules.length)}
      </p>
      <p className="aside">
        {messages.freshness[view.freshness]}
        {view.source && ` · ${messages.source[view.source]}`} · {ownerLine(owner)}
      </p>
      <ul className="entries">
        {view.policy.rules.map((rule) => (
          <li key={rule.id}>
            <RuleEntry language={language} rules={rules} rule={rule} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface RuleEntryProps {
  language: Language;
  rules: PageMessages['options']['rules'];
  rule: Rule;
}

function RuleEntry({ language, rules, rule }: RuleEntryProps) {
  return (
    <details>
      <summary>
        <bdi>{rule.id}</bdi> <span className="badge">{rules.action[rule.then.action]}</span>{' '}
        <span className="badge">{rules.mode[rule.mode]}</span>
      </summary>
      <dl>
        <dt>{rules.message}</dt>
        <dd dir="auto">{rule.then.message[language]}</dd>
        <dt>{rules.rationale}</dt>
        <dd dir="auto">{rule.rationale}</dd>
        <dt>{rules.owner}</dt>
        <dd dir="auto">{ownerLine(rule.owner)}</dd>
      </dl>
      <h3>{rules.whole}</h3>
      <pre dir="ltr">{JSON.stringify(rule, null, 2)}</pre>
    </details>
  );
}

function ownerLine({ person, role }: Rule['owner']): string {
  return `${person} (${role})`;
}
