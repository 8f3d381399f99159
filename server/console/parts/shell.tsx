/** Around every page: where one can go, who is signed in, and whether the endpoint answers. */
import { ActionIcon, Button, type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SessionResponse } from '../../api/session.ts';
import type { Permission } from '../../auth/permissions.ts';
import { call } from '../data/client.ts';
import { summaryQuery } from '../data/queries.ts';
import { openStream, type Stream } from '../data/stream.ts';
import icon from '../icon.svg';
import { useText } from '../language/language-context.ts';
import type { Words } from '../language/words.ts';
import styles from '../style/shell.module.css';
import { SessionContext } from './session.ts';
import { moveRow, ShortcutHelp, useShortcuts } from './shortcuts.tsx';
import { Toasts } from './toasts.tsx';

const pagesFor = ({ text, privacy }: Words) =>
  [
    { to: '/', label: text.overview.title, needs: 'summary.read' },
    { to: '/incidents', label: text.incidents.title, needs: 'incidents.read' },
    { to: '/decisions', label: text.decisions.title, needs: 'decisions.read' },
    { to: '/evidence', label: text.evidence.title, needs: 'evidence.export' },
    { to: '/policy', label: text.policies.title, needs: 'policy.read' },
    { to: '/privacy', label: privacy.title, needs: 'proposals.own' },
    { to: '/people', label: text.people.title, needs: 'people.read' },
    { to: '/devices', label: text.devices.title, needs: 'devices.read' },
    { to: '/connectors', label: text.connectors.title, needs: 'connectors.read' },
    { to: '/account', label: text.account.title, needs: 'session.own' },
  ] as const satisfies { to: string; label: string; needs: Permission }[];

export function Shell({ session }: { session: SessionResponse }) {
  const all = useText();
  const { text } = all;
  const [isHelpOpen, help] = useDisclosure(false);
  const { data: summary } = useQuery(summaryQuery);
  const open = summary && Object.values(summary.openIncidents).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  useShortcuts({
    j: () => moveRow(1),
    k: () => moveRow(-1),
    x: () => document.activeElement?.closest('tr')?.querySelector<HTMLElement>('input[type="checkbox"]')?.click(),
    '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
    'shift+?': help.open,
  });
  return (
    <SessionContext value={session}>
      <Toasts>
        <div className={styles.shell}>
          <a className={styles.skip} href="#content">
            {text.skip}
          </a>
          <aside className={styles.side}>
            <Link to="/" className={styles.brand}>
              <img src={icon} alt="" width="26" height="26" /> {text.product}
            </Link>
            <nav aria-label={text.menu}>
              <ul className={styles.nav}>
                {pagesFor(all)
                  .filter(({ needs }) => session.permissions.includes(needs))
                  .map(({ to, label }) => (
                    <li key={to}>
                      <Link
                        to={to}
                        activeOptions={{ exact: to === '/', includeSearch: false }}
                        activeProps={{ 'aria-current': 'page' }}
                      >
                        {label}
                        {to === '/incidents' && open !== undefined && open > 0 && (
                          <span className={styles.count}>
                            {open} <span className="away">{text.overview.open}</span>
                          </span>
                        )}
                      </Link>
                    </li>
                  ))}
              </ul>
            </nav>
            <div className={styles.foot}>
              <div className={styles.who}>{text.signIn.as(session.user)}</div>
              <Appearance />
              <div className={styles.buttons}>
                <Button size="compact-sm" variant="default" onClick={signOut}>
                  {text.signIn.out}
                </Button>
                <ActionIcon variant="default" onClick={help.open} aria-label={text.keys.open}>
                  ?
                </ActionIcon>
              </div>
            </div>
          </aside>
          <main id="content" className={styles.main} tabIndex={-1}>
            <Connection />
            <Outlet />
          </main>
          <ShortcutHelp opened={isHelpOpen} onClose={help.close} />
        </div>
      </Toasts>
    </SessionContext>
  );
}

/** Leaves nothing of the session behind in this page, whether or not the endpoint heard of it. */
async function signOut() {
  const signedOut = await call('DELETE /v1/session').catch(() => null);
  location.assign(signedOut?.elsewhere ?? '/console/');
}

function Appearance() {
  const { text } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      size="xs"
      aria-label={text.theme.label}
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: text.theme[value] }))}
    />
  );
}

/** Holds the stream open as long as somebody is signed in, and says so when it breaks. */
function Connection() {
  const { text } = useText();
  const client = useQueryClient();
  const [stream, setStream] = useState<Stream | null>(null);
  useEffect(() => {
    const opened = openStream(client);
    setStream(opened);
    return () => opened.close();
  }, [client]);
  const isLost = useSyncExternalStore(stream?.subscribe ?? subscribeToNothing, () => stream?.state() === 'lost');
  return (
    <div role="status">
      {isLost && (
        <div className={styles.banner}>
          {text.fault.lost}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              stream?.reconnect();
              void client.refetchQueries({ type: 'active' });
            }}
          >
            {text.retry}
          </Button>
        </div>
      )}
    </div>
  );
}

const subscribeToNothing = () => () => {};
