import { type MouseEvent, type Ref, useId } from 'react';
import type { DialogueMessages } from '../../lib/language/en/dialogue.ts';
import type { Choice } from '../../lib/policy/decision.ts';
import { sends } from './outcome.ts';

interface ChoiceButtonsProps {
  messages: DialogueMessages;
  choices: readonly Choice[];
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

export function ChoiceButtons({ messages, choices, busy, primaryRef, onPick }: ChoiceButtonsProps) {
  const busyId = useId();
  return (
    <div className="buttons">
      {orderChoices(choices).map((choice, index) => (
        <button
          key={choice}
          type="button"
          ref={index === 0 ? primaryRef : undefined}
          className={index === 0 ? 'button primary' : `button ${original(choice) ? 'quiet' : ''}`}
          data-choice={choice}
          disabled={busy && sends(choice)}
          aria-describedby={busy ? busyId : undefined}
          onClick={(event) => onPick(choice, event)}
        >
          {messages.choice[choice]}
        </button>
      ))}
      <span id={busyId} className="aside" role="status">
        {busy ? messages.busy : ''}
      </span>
    </div>
  );
}

/** Choices that let the original go stand apart and look quieter. */
function original(choice: Choice): boolean {
  return choice === 'justify' || choice === 'proceed';
}
