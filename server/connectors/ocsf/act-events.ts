/** What people and the endpoint did here: sign-ins as authentications, everything else as changes to something. */
import type { ActEntry } from '../feed-entry.ts';
import { makeEvent, type OcsfEvent, type Teller } from './ocsf-event.ts';

const ACTIVITY = {
  create: { id: 1, name: 'Create' },
  read: { id: 2, name: 'Read' },
  update: { id: 3, name: 'Update' },
  delete: { id: 4, name: 'Delete' },
  enroll: { id: 6, name: 'Enroll' },
  unenroll: { id: 7, name: 'Unenroll' },
} as const;
const LOGON = { id: 1, name: 'Logon' };
const LOGOFF = { id: 2, name: 'Logoff' };

/** What an act does, by the last word of its name. An act with another word is told all the same, as `Other`. */
const BY_ENDING: [RegExp, (typeof ACTIVITY)[keyof typeof ACTIVITY]][] = [
  [/_enrolled$/, ACTIVITY.enroll],
  [/_(revoked|unenrolled)$/, ACTIVITY.unenroll],
  [/_(published|added|created|opened|requested|granted|drafted|submitted)$/, ACTIVITY.create],
  [/_(exported|read|revealed|viewed|tested)$/, ACTIVITY.read],
  [
    /_(set|changed|updated|approved|consented|refused|withdrawn|rejected|lifted|on|off|paused|resumed|replayed|closed|renewed)$/,
    ACTIVITY.update,
  ],
  [/_(deleted|removed|erased|expired)$/, ACTIVITY.delete],
];

/** `policy_published` is about a policy. */
function entityType(act: string): string {
  return act.slice(0, act.lastIndexOf('_')).replaceAll('_', ' ') || act;
}

export function actEvent(entry: ActEntry, teller: Teller): OcsfEvent {
  const { act, actor, subject, at } = entry.act;
  const base = {
    time: at,
    uid: `${teller.authority}/act/${entry.id}`,
    metadata: { event_code: act, logged_time: at, sequence: entry.id },
  };
  const unmapped = { act, log_index: entry.logIndex, position: entry.position };
  const service = { name: 'Sluice endpoint', uid: teller.authority };
  if (/^sign(ed)?_(in|out)/.test(act)) {
    const failed = act.endsWith('_failed');
    return makeEvent(
      {
        ...base,
        ocsfClass: 'authentication',
        activity: act.startsWith('signed_out') ? LOGOFF : LOGON,
        severity: failed ? 'low' : 'informational',
        message: failed ? 'A sign-in was refused' : act.startsWith('signed_out') ? 'Signed out' : 'Signed in',
        attributes: {
          user: { name: actor },
          service,
          ...(failed ? { status_id: 2, status: 'Failure' } : { status_id: 1, status: 'Success' }),
          unmapped,
        },
      },
      teller,
    );
  }
  return makeEvent(
    {
      ...base,
      ocsfClass: 'entityManagement',
      activity: BY_ENDING.find(([ending]) => ending.test(act))?.[1] ?? { id: 99, name: act },
      severity: 'informational',
      message: `${act} by ${actor}`,
      profiles: ['host'],
      attributes: {
        actor: { user: { name: actor }, app_name: service.name },
        entity: { uid: subject, type: entityType(act), type_id: 99 },
        status_id: 1,
        status: 'Success',
        unmapped,
      },
    },
    teller,
  );
}
