import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import type { DialogueMessages } from '../../lib/language/en/dialogue.ts';
import { JUSTIFICATION_CODES, type JustificationCode } from './outcome.ts';

interface ReasonFormProps {
  messages: DialogueMessages;
  busy: boolean;
  takesNote: boolean;
  onSend: (code: JustificationCode, note: string, event: MouseEvent) => void;
  onBack: () => void;
}

const MOST_NOTE_CHARACTERS = 500;

/** Choose why the original has to go. The button says what is missing instead of being greyed out. */
export function ReasonForm({ messages, busy, takesNote, onSend, onBack }: ReasonFormProps) {
  const { reason } = messages;
  const id = useId();
  const [code, setCode] = useState<JustificationCode | null>(null);
  const [missing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  // Uncontrolled: its key events are kept from the page before React could see them (see overlay.ts).
  const note = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);

  const send = (event: MouseEvent) => {
    if (code !== null) return onSend(code, note.current?.value ?? '', event);
    setMissing(true);
    first.current?.focus();
  };
  return (
    <div className="reason">
      <fieldset aria-describedby={`${id}explain ${id}missing`}>
        <legend>{reason.heading}</legend>
        <p id={`${id}explain`} className="aside">
          {reason.explain}
        </p>
        {JUSTIFICATION_CODES.map((each, index) => (
          <label key={each} className="radio">
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name={`${id}code`}
              value={each}
              checked={code === each}
              onChange={() => {
                setCode(each);
                setMissing(false);
              }}
            />
            {reason.codes[each]}
          </label>
        ))}
      </fieldset>
      <p id={`${id}missing`} className="error" role="alert">
        {missing ? reason.missing : ''}
      </p>
      {takesNote && (
        <>
          <label className="note">
            <span>{reason.note}</span>
            <textarea ref={note} rows={2} maxLength={MOST_NOTE_CHARACTERS} aria-describedby={`${id}hint`} dir="auto" />
          </label>
          <p id={`${id}hint`} className="aside">
            {reason.noteHint}
          </p>
        </>
      )}
      <div className="buttons">
        <button type="button" className="button" disabled={busy} onClick={onBack}>
          {reason.back}
        </button>
        <button type="button" className="button primary" data-choice="justify" disabled={busy} onClick={send}>
          {reason.send}
        </button>
        <span className="aside" role="status">
          {busy ? messages.busy : ''}
        </span>
      </div>
    </div>
  );
}
