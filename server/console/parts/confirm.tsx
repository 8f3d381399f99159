/** Asks once more before something that cannot simply be undone: what it does, what has to be told, and the way back. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { faultWords } from '../language/code-words.ts';
import { useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';

interface Props {
  opened: boolean;
  title: string;
  /** What will happen, in one or two sentences. */
  what: string;
  /** What the button says that does it. */
  act: string;
  isDangerous?: boolean;
  isPending: boolean;
  /** Of the last try. */
  error: Error | null;
  /** Fields of the form. */
  children?: ReactNode;
  onSubmit: (form: FormData) => void;
  onClose: () => void;
}

export function Confirm({ opened, title, what, act, isDangerous, isPending, error, children, ...on }: Props) {
  const all = useText();
  const { text } = all;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    on.onSubmit(new FormData(event.currentTarget));
  };
  return (
    // Without the scroll lock: it would write a style element, which our CSP refuses.
    <Modal
      opened={opened}
      onClose={on.onClose}
      title={title}
      closeButtonProps={{ 'aria-label': text.close }}
      lockScroll={false}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text>{what}</Text>
          {children}
          <div role="alert">{error !== null && <Text c="var(--bad-text)">{faultWords(all, error)}</Text>}</div>
          <Group>
            <Button type="submit" loading={isPending} className={isDangerous ? styles.danger : undefined}>
              {act}
            </Button>
            <Button variant="default" onClick={on.onClose}>
              {text.confirm.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
