/** Makes a change to incidents and says what came of it, with the way back. */
import { useCallback } from 'react';
import { type ChangeOutcome, type PlannedChange, undoOf, useChangeIncidents } from '../data/change-incidents.ts';
import { faultWords } from '../language/code-words.ts';
import { useText } from '../language/language-context.ts';
import { useToast } from './toasts.tsx';

/** @returns A function that resolves to what came of it, or null when the session has ended meanwhile. */
export function useIncidentWork() {
  const all = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useChangeIncidents();
  const work = useCallback(
    async (planned: PlannedChange[], say: (count: number) => string): Promise<ChangeOutcome | null> => {
      const outcome = await mutateAsync(planned).catch(() => null);
      if (outcome === null) return null;
      if (outcome.done.length > 0) {
        const undo = async () => {
          const undone = await mutateAsync(undoOf(outcome)).catch(() => null);
          if (undone === null) return;
          if (undone.done.length > 0) toast({ title: all.text.changes.undone(undone.done.length) });
          sayFailed(undone);
        };
        toast({ title: say(outcome.done.length), undo });
      }
      sayFailed(outcome);
      return outcome;

      function sayFailed({ failed }: ChangeOutcome) {
        if (failed.length === 0) return;
        const areConflicts = failed.every(({ fault }) => fault.code === 'version_conflict');
        const detail = areConflicts ? all.text.changes.conflicts : faultWords(all, failed[0]!.fault);
        toast({ title: all.text.changes.failed(failed.length), detail });
      }
    },
    [mutateAsync, toast, all],
  );
  return { work, isPending };
}
