/** Why something is done to a device, in the dialogue that asks whether it is meant. */
import { Textarea } from '@mantine/core';
import { useText } from '../language/language-context.ts';

export function ReasonInput({ hint }: { hint?: string }) {
  const { text } = useText();
  return (
    <Textarea
      name="reason"
      label={text.device.reason}
      description={hint}
      maxLength={500}
      autosize={false}
      rows={3}
      required
      data-autofocus
    />
  );
}

/** What was written there. */
export const reasonOf = (form: FormData) => String(form.get('reason')).trim();
