/** Single keys, for those who want them: they can be switched off, and never fire while somebody types. */
import { Kbd, Modal, Stack, Switch } from '@mantine/core';
import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { useText } from '../language/language-context.ts';
import type { Words } from '../language/words.ts';
import styles from '../style/page.module.css';

function useEnabled() {
  return useLocalStorage({ key: 'sluice-shortcuts', defaultValue: true, getInitialValueInEffect: false });
}

/** Act on single keys while the component is shown and no dialogue is open. */
export function useShortcuts(keys: Record<string, () => void>): void {
  const [isEnabled] = useEnabled();
  useHotkeys(
    isEnabled
      ? Object.entries(keys).map(([key, act]) => [
          key,
          () => {
            if (document.querySelector('[role="dialog"], [role="menu"]') === null) act();
          },
        ])
      : [],
  );
}

/** Move the focus between the rows of the page's list. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const current = rows.findIndex(
    (row) => row === document.activeElement || row.closest('tr')?.contains(document.activeElement),
  );
  const next = current === -1 ? rows[0] : rows[current + step];
  next?.focus();
  next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

const helpFor = (keys: Words['text']['keys']): [keys: string[], what: string][] => [
  [['/'], keys.search],
  [['j', 'k'], keys.move],
  [['Enter'], keys.enter],
  [['x'], keys.select],
  [['e'], keys.close],
  [['z'], keys.undo],
  [['?'], keys.go],
];

export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { text } = useText();
  const [isEnabled, setEnabled] = useEnabled();
  return (
    // Without the scroll lock: it would write a style element, which our CSP refuses.
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.keys.title}
      closeButtonProps={{ 'aria-label': text.close }}
      lockScroll={false}
    >
      <Stack>
        <dl className={styles.facts}>
          {helpFor(text.keys).map(([keys, what]) => [
            <dt key={keys.join()}>
              {keys.map((key) => (
                <Kbd key={key} mr={4}>
                  {key}
                </Kbd>
              ))}
            </dt>,
            <dd key={what}>{what}</dd>,
          ])}
        </dl>
        <Switch
          label={text.keys.enable}
          checked={isEnabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
        />
      </Stack>
    </Modal>
  );
}
