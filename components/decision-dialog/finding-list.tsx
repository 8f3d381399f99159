import type { DialogueMessages } from '../../lib/language/en/dialogue.ts';
import type { Language } from '../../lib/language/language.ts';
import { countOfType, nameOfClass } from '../../lib/language/name-data.ts';
import type { FindingGroup } from './group-findings.ts';
import { visibleText } from './visible-text.ts';

/** Values shown at once per type; the others are one click away. */
const SHOWN = 3;

interface FindingListProps {
  language: Language;
  messages: DialogueMessages;
  groups: FindingGroup[];
  /** Whether "send redacted" is offered; only then it matters what would be replaced. */
  redactable: boolean;
}

/** What was found, by type, masked. */
export function FindingList({ language, messages, groups, redactable }: FindingListProps) {
  const total = groups.reduce((sum, group) => sum + group.count, 0);
  if (total === 0) return null;
  return (
    <div className="found">
      <h3>{messages.found(total)}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it */}
      <section className="found-scroll" aria-label={messages.found(total)} tabIndex={0}>
        <ul>
          {groups.map((group) => (
            <li key={`${group.type} ${group.class} ${group.replaced}`}>
              <p className="found-type">
                <strong>{countOfType(language, group.type, group.class, group.count)}</strong>
                <span className="found-class">{nameOfClass(language, group.class)}</span>
                {redactable && (
                  <span className={group.replaced ? 'badge badge-good' : 'badge'}>
                    {group.replaced ? messages.replaced : messages.kept}
                  </span>
                )}
              </p>
              <Values messages={messages} values={group.values} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Values({ messages, values }: { messages: DialogueMessages; values: FindingGroup['values'] }) {
  const hidden = values.slice(SHOWN);
  return (
    <>
      <ValueList messages={messages} values={values.slice(0, SHOWN)} />
      {hidden.length > 0 && (
        <details>
          <summary>{messages.more(hidden.length)}</summary>
          <ValueList messages={messages} values={hidden} />
        </details>
      )}
    </>
  );
}

function ValueList({ messages, values }: { messages: DialogueMessages; values: FindingGroup['values'] }) {
  return (
    <ul className="values">
      {values.map(({ masked, partName, times }) => (
        <li key={`${masked} ${partName}`}>
          <bdi className="value">{visibleText(masked)}</bdi>
          {times > 1 && <span className="aside">{messages.times(times)}</span>}
          {partName !== null && <bdi className="aside">{messages.inPart(visibleText(partName))}</bdi>}
        </li>
      ))}
    </ul>
  );
}
