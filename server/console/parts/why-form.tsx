/** Something that is asked for, with purpose and reason; what it is about stands above them. */
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { Fragment, type ReactNode, type SubmitEvent, useId, useState } from 'react';
import type { ProposalItem } from '../../api/proposals.ts';
import { useText } from '../language/language-context.ts';
import { reasonOf } from './reason-input.tsx';

export type Why = Pick<ProposalItem, 'purpose' | 'reason'>;

interface Props {
  label: string;
  /** Without a purpose: only a reason. */
  hasPurpose?: boolean;
  /** What its button does; without it, it asks. */
  submit?: string;
  isPending: boolean;
  children?: ReactNode;
  /** True when it was asked; what was written stays otherwise. */
  ask(form: FormData, why: Why): Promise<boolean>;
}

export function WhyForm({ label, hasPurpose = true, submit: act, isPending, children, ask }: Props) {
  const { privacy: words } = useText();
  const id = useId();
  const [asked, setAsked] = useState(0);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const written = event.currentTarget;
    const form = new FormData(written);
    const purpose = (form.get('purpose') ?? 'other') as Why['purpose'];
    void ask(form, { purpose, reason: reasonOf(form) }).then((isDone) => {
      if (!isDone) return;
      written.reset();
      setAsked((times) => times + 1);
    });
  };
  return (
    <form onSubmit={submit} aria-labelledby={id}>
      <Stack gap="sm" maw={560}>
        <h3 id={id}>{label}</h3>
        {/* A chosen file is not taken back by the form's reset: its field is made anew. */}
        <Fragment key={asked}>{children}</Fragment>
        {hasPurpose && (
          <NativeSelect
            name="purpose"
            label={words.purpose}
            data={Object.entries(words.purposes).map(([value, name]) => ({ value, label: name }))}
          />
        )}
        <Textarea
          name="reason"
          label={words.reason}
          description={words.reasonHint}
          maxLength={1000}
          rows={2}
          required
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {act ?? words.ask}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Whom it is about: a name, or the number of a device. */
export function TargetInput({ isRequired }: { isRequired: boolean }) {
  const { privacy: words } = useText();
  return (
    <TextInput
      name="target"
      label={words.target}
      description={isRequired ? words.targetHint : words.targetOrAll}
      maxLength={256}
      autoComplete="off"
      required={isRequired}
    />
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Null: nothing was written. */
export function targetOf(form: FormData) {
  const text = String(form.get('target') ?? '').trim();
  if (text === '') return null;
  return UUID.test(text) ? { device: text } : { user: text };
}
