import type { MouseEvent, Ref } from 'react';
import type { DialogueMessages } from '../../lib/language/en/dialogue.ts';
import type { Choice } from '../../lib/policy/decision.ts';
import { sends } from './outcome.ts';

interface ChoiceButtonsProps {
  messages: DialogueMessages;
  choices: readonly Choice[];
  /** What sending redacted is called for what is being sent. */
  redactLabel: string;
  busy: boolean;
  primaryRef: Ref<HTMLButtonElement>;
  onPick: (choice: Choice, event: MouseEvent) => void;
}

/** Safest way on first: the first one that is offered becomes the primary button. */
const BY_SAFETY: readonly Choice[] = ['redact', 'edit', 'cancel', 'justify', 'proceed'];

/** What the person can do, in the order shown. Not sending is always possible, whatever the decision lists. */
export function orderChoices(choices: readonly Choice[]): Choice[] {
  return BY_SAFETY.filter((choice) => choice === 'cancel' || choices.includes(choice));
}

export function ChoiceButtons({ messages, choices, redactLabel, busy, primaryRef, onPick }: ChoiceButtonsProps) {
  const ordered = orderChoices(choices);
  const button = (choice: Choice) => {
    const isPrimary = choice === ordered[0];
    return (
      <button
        key={choice}
        type="button"
        ref={isPrimary ? primaryRef : undefined}
        className={`button ${isPrimary ? 'primary' : ''} ${letsOriginalGo(choice) ? 'quiet' : ''}`}
        data-choice={choice}
        disabled={busy && sends(choice)}
        onClick={(event) => onPick(choice, event)}
      >
        {choice === 'redact' ? redactLabel : messages.choice[choice]}
      </button>
    );
  };
  return (
    <div className="buttons">
      {ordered.filter((choice) => !letsOriginalGo(choice)).map(button)}
      <span className="originals">{ordered.filter(letsOriginalGo).map(button)}</span>
      <span className="aside" role="status">
        {busy ? messages.busy : ''}
      </span>
    </div>
  );
}

/** These stand apart and look quieter. */
function letsOriginalGo(choice: Choice): boolean {
  return choice === 'justify' || choice === 'proceed';
}
