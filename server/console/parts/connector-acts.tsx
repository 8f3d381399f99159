/** What can be done with a connector: a test, a pause, delivering again from an earlier place. */
import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConnectorItem } from '../../api/connectors.ts';
import { type ConnectorChange, useChangeConnector } from '../data/change-connectors.ts';
import { deliveryWords, faultWords } from '../language/code-words.ts';
import { useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';
import { Confirm } from './confirm.tsx';
import { useToast } from './toasts.tsx';

export function ConnectorActs({ connector: { name, state, feedSize } }: { connector: ConnectorItem }) {
  const all = useText();
  const { text } = all;
  const words = text.connectors;
  const wordsFor = (code: string) => [deliveryWords(all, code), code].filter(Boolean).join(' · ');
  const toast = useToast();
  const change = useChangeConnector(name);
  const [isReplaying, setReplaying] = useState(false);
  const asked = change.isPending ? change.variables.kind : null;
  const act = (wanted: ConnectorChange, say: () => string) =>
    change.mutate(wanted, {
      onSuccess: (done) => {
        if (done.kind !== 'test') return toast({ title: say() });
        const { ok, code, ms } = done.answer;
        if (ok) toast({ title: words.tested(name, ms) });
        else toast({ title: words.testFailed(name), detail: code === null ? undefined : wordsFor(code) });
      },
      onError: (error) => toast({ title: text.fault.failed, detail: faultWords(all, error) }),
    });
  const isPaused = state === 'paused';
  return (
    <div className={styles.acts}>
      <Button size="sm" variant="default" loading={asked === 'test'} onClick={() => act({ kind: 'test' }, () => name)}>
        {words.test}
      </Button>
      <Button
        size="sm"
        variant="default"
        loading={asked === 'pause' || asked === 'resume'}
        onClick={() =>
          isPaused
            ? act({ kind: 'resume' }, () => words.resumed(name))
            : act({ kind: 'pause' }, () => words.paused(name))
        }
      >
        {isPaused ? words.resume : words.pause}
      </Button>
      <Button size="sm" variant="default" onClick={() => setReplaying(true)}>
        {words.replay}
      </Button>
      <Replay name={name} feedSize={feedSize} opened={isReplaying} close={() => setReplaying(false)} />
    </div>
  );
}

type Start = 'start' | 'time' | 'position';

function Replay({ name, feedSize, opened, close }: { name: string; feedSize: number; opened: boolean; close(): void }) {
  const { text } = useText();
  const words = text.connectors;
  const toast = useToast();
  const change = useChangeConnector(name);
  const [start, setStart] = useState<Start>('start');
  const end = () => {
    change.reset();
    close();
  };
  const submit = (form: FormData) => {
    const from =
      start === 'time'
        ? { since: new Date(String(form.get('time'))).getTime() }
        : { position: start === 'start' ? 0 : Number(form.get('position')) };
    change.mutate(
      { kind: 'replay', from },
      {
        onSuccess: (done) => {
          end();
          if (done.kind === 'replay') toast({ title: words.replayed(done.answer.position ?? 0), detail: name });
        },
      },
    );
  };
  return (
    <Confirm
      opened={opened}
      title={words.replayTitle(name)}
      what={words.replayWhat}
      act={words.replay}
      isPending={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={end}
    >
      <Radio.Group value={start} onChange={(value) => setStart(value as Start)} aria-label={words.replay}>
        <Stack gap="xs">
          <Radio value="start" label={words.fromStart} />
          <Radio value="time" label={words.fromTime} />
          <Radio value="position" label={words.fromPosition} />
        </Stack>
      </Radio.Group>
      {start === 'time' && <TextInput name="time" type="datetime-local" label={words.time} required />}
      {start === 'position' && (
        <TextInput
          name="position"
          type="number"
          label={words.position}
          description={words.positionHint(feedSize)}
          min={0}
          max={feedSize}
          step={1}
          required
        />
      )}
    </Confirm>
  );
}
