/**
 * The stop that a person sees before a prompt leaves: what was found (masked), why, what happens next, and the ways on.
 * Properties in, callbacks out; `../views.tsx` puts it over the page and decides which events count.
 */
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import type { DialogueMessages } from '../../lib/language/en/dialogue.ts';
import type { Language } from '../../lib/language/language.ts';
import { translate } from '../../lib/language/translate.ts';
import type { Action, Choice, Decision } from '../../lib/policy/decision.ts';
import { Mark } from '../ui/mark.tsx';
import { ChoiceButtons } from './choice-buttons.tsx';
import { FileList, type ShownFiles } from './file-list.tsx';
import { FindingList } from './finding-list.tsx';
import { groupFindings, type ShownFinding } from './group-findings.ts';
import type { DialogueOutcome } from './outcome.ts';
import { ReasonForm } from './reason-form.tsx';
import { RedactedPreview } from './redacted-preview.tsx';
import { RuleReason } from './rule-reason.tsx';

export interface DecisionDialogContent {
  language: Language;
  /** Name people know the app by. */
  appName: string;
  decision: Decision;
  /** In the order of `DecisionInput.findings`: the decision names them by index. */
  findings: readonly ShownFinding[];
  /** The text that "send redacted" would send; absent where nothing can be redacted. */
  preview?: string;
  /** Set when files are concerned. */
  files?: ShownFiles;
  /** Whether the caller keeps a note beside a reason (on this device). Without it the note is not asked for. */
  takesNote?: boolean;
}

export interface DecisionDialogProps extends DecisionDialogContent {
  /** A choice is being carried out. */
  busy: boolean;
  /** Why the last choice could not be carried out. */
  error: string | null;
  /** `event` is the person's act; whoever sends because of it checks that it is trusted. */
  onChoice: (outcome: DialogueOutcome, event: Event) => void;
}

export function DecisionDialog(props: DecisionDialogProps) {
  const { language, appName, decision, findings, preview, files, busy, error, onChoice } = props;
  const messages = translate(language);
  const id = useId();
  const [step, setStep] = useState<'choices' | 'reason'>('choices');
  const primary = useRef<HTMLButtonElement>(null);
  const couldNotAsk = decision.reason === 'no_policy' || decision.reason === 'timeout';
  const redactable = decision.choices.includes('redact');
  useEffect(() => {
    if (step === 'choices') primary.current?.focus();
  }, [step]);

  const pick = (choice: Choice, event: SyntheticEvent) => {
    if (choice === 'justify') setStep('reason');
    else onChoice({ choice }, event.nativeEvent);
  };
  return (
    <dialog
      className="dialog"
      role="alertdialog"
      lang={language}
      dir="ltr" // of every language we speak, whatever the page's is
      tabIndex={-1}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}next`}
      aria-busy={busy}
      onCancel={(event) => {
        event.preventDefault();
        onChoice({ choice: 'cancel' }, event.nativeEvent);
      }}
    >
      <header>
        <Mark size={28} />
        <div>
          <h2 id={`${id}title`}>{messages.title[decision.action](appName)}</h2>
          <p id={`${id}next`}>
            {messages.held} {couldNotAsk ? messages.later : nextStep(messages, decision.action, files)}
          </p>
        </div>
      </header>
      {step === 'choices' ? (
        <>
          <div className="body">
            <FindingList
              language={language}
              messages={messages}
              groups={groupFindings(decision, findings)}
              redactable={redactable}
            />
            {files && <FileList messages={messages} files={files} />}
            {redactable && preview !== undefined && <RedactedPreview messages={messages} text={preview} />}
            <RuleReason language={language} messages={messages} decision={decision} />
          </div>
          <ErrorLine error={error} />
          <ChoiceButtons
            messages={messages}
            choices={decision.choices}
            redactLabel={files?.only ? messages.files.sendSanitised : messages.choice.redact}
            busy={busy}
            primaryRef={primary}
            onPick={pick}
          />
        </>
      ) : (
        <>
          <ReasonForm
            messages={messages}
            busy={busy}
            takesNote={props.takesNote ?? false}
            onBack={() => setStep('choices')}
            onSend={(justificationCode, note, event) =>
              onChoice({ choice: 'justify', justificationCode, note }, event.nativeEvent)
            }
          />
          <ErrorLine error={error} />
        </>
      )}
    </dialog>
  );
}

function nextStep({ next, files: words }: DialogueMessages, action: Action, files: ShownFiles | undefined): string {
  return files?.only && (action === 'block' || action === 'redact') ? words.next[action] : next[action];
}

function ErrorLine({ error }: { error: string | null }) {
  return (
    <p className="error" role="alert">
      {error}
    </p>
  );
}
