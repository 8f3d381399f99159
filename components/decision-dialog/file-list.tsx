import type { DialogueMessages } from '../../lib/language/en/dialogue.ts';
import { visibleText } from './visible-text.ts';

/** What the dialogue says about files beside the findings in them. */
export interface ShownFiles {
  /** Nothing but files is about to be sent. */
  only: boolean;
  /** Files, and pieces of files, that could not be checked. */
  unreadable: readonly ShownUnreadable[];
  /** Names of files that no placeholders can be written into. */
  unwritable: readonly string[];
}

export interface ShownUnreadable {
  /** Empty when nobody knows it. */
  name: string;
  /** Where in the file; empty for all of it. */
  place: string;
  reason: string;
}

/** A folder full of pictures would push everything else out of sight. */
const SHOWN = 6;

export function FileList({ messages, files }: { messages: DialogueMessages; files: ShownFiles }) {
  const { unreadable, unwritable } = files;
  return (
    <>
      {unreadable.length > 0 && (
        <div className="found">
          <h3>{messages.files.unreadable(unreadable.length)}</h3>
          <ul className="values">
            {unreadable.slice(0, SHOWN).map((item) => (
              <li key={JSON.stringify(item)}>
                <bdi className="value">{nameOf(item, messages)}</bdi>
                <span className="aside">{reasonOf(item.reason, messages)}</span>
              </li>
            ))}
          </ul>
          {unreadable.length > SHOWN && <p className="aside">{messages.more(unreadable.length - SHOWN)}</p>}
        </div>
      )}
      {unwritable.length > 0 && <p>{messages.files.unwritable(unwritable.map(visibleText).join(', '))}</p>}
    </>
  );
}

function nameOf({ name, place }: ShownUnreadable, { files }: DialogueMessages): string {
  const shown = visibleText(name || files.unnamed);
  return place && place !== name ? `${shown}: ${visibleText(place)}` : shown;
}

function reasonOf(reason: string, { files }: DialogueMessages): string {
  const reasons: Record<string, string> = files.reasons;
  return Object.hasOwn(reasons, reason) ? reasons[reason]! : files.reasons.other;
}
