import type { DialogueMessages } from '../../lib/language/en/dialogue.ts';
import type { Language } from '../../lib/language/language.ts';
import type { Decision, RuleHit } from '../../lib/policy/decision.ts';

interface RuleReasonProps {
  language: Language;
  messages: DialogueMessages;
  decision: Decision;
}

/** Why: the deciding rule in its owner's words, and the other rules that apply, folded away. */
export function RuleReason({ language, messages, decision }: RuleReasonProps) {
  const enforced = decision.rules.filter((rule) => rule.mode !== 'monitor');
  const decisive = enforced.find((rule) => rule.id === decision.decisive);
  const others = enforced.filter((rule) => rule !== decisive);
  return (
    <section className="why">
      <h3>{messages.why}</h3>
      {decisive ? (
        <Rule language={language} messages={messages} rule={decisive} />
      ) : (
        <p>{withoutRule(messages, decision.reason)}</p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{messages.otherRules(others.length)}</summary>
          {others.map((rule) => (
            <Rule key={rule.id} language={language} messages={messages} rule={rule} />
          ))}
        </details>
      )}
    </section>
  );
}

function Rule({ language, messages, rule }: { language: Language; messages: DialogueMessages; rule: RuleHit }) {
  return (
    <>
      <p dir="auto">{ruleMessage(rule, language) ?? messages.noRule.rule}</p>
      <p className="aside">
        <span>{messages.owner(rule.owner)}</span> <bdi>{messages.rule(rule.id, rule.ver)}</bdi>
      </p>
    </>
  );
}

/** The rule's message in the person's language, else in English, else in any. */
export function ruleMessage(rule: Pick<RuleHit, 'message'>, language: Language): string | null {
  return rule.message[language] ?? rule.message.en ?? Object.values(rule.message)[0] ?? null;
}

function withoutRule(messages: DialogueMessages, reason: string): string {
  const sentences: Record<string, string> = messages.noRule;
  return Object.hasOwn(sentences, reason) ? sentences[reason]! : messages.noRule.default;
}
