import { counting } from '../language.ts';

const count = counting('en');

export const pages = {
  loading: 'Loading…',
  failed: 'Sluice did not answer. It may still be starting.',
  retry: 'Try again',
  /** What was decided, as a label in lists. */
  action: {
    allow: 'Let through',
    warn: 'Asked to look again',
    justify: 'Asked for a reason',
    redact: 'Redaction offered',
    route: 'Approved tool named',
    approve: 'Approval needed',
    block: 'Stopped',
  },
  choice: {
    redact: 'you sent it redacted',
    proceed: 'you sent it as it was',
    justify: 'you sent it with a reason',
    edit: 'you went back to edit',
    cancel: 'you did not send it',
  },
  freshness: {
    fresh: 'up to date',
    stale: 'not confirmed lately',
    expired: 'expired, still enforced',
    none: 'none yet',
  },
  source: {
    managed: 'set by your administrator',
    endpoint: 'from your organisation’s server',
    bundled: 'built in',
  },
  coverage: {
    full: 'Protected',
    partial: 'Partly protected',
    none: 'Not protected',
    ungoverned: 'Not watched',
  },
  popup: {
    coverageExplained: {
      full: (app: string) => `Everything this tab sends to ${app} is checked on this device before it leaves.`,
      no_gate: (app: string) =>
        `What you send to ${app} is checked in the page. The browser’s own gate only watches, because Sluice was not installed by your organisation: what gets past the page is recorded, not held.`,
      no_hook: (app: string) =>
        `This tab was open before Sluice could join it. The browser’s gate refuses what the rules do not allow, without asking you. Reload it, and you will be asked again on ${app}.`,
      unguarded: (app: string) =>
        `In a part of this page Sluice is missing, or did not answer. What that part wanted to send to ${app} was refused without asking you. Reload the tab, and you will be asked again. Copy your text first if it is long.`,
      unheld: (app: string) =>
        `This tab was open before Sluice started, and nothing is held here. Reload it before you use ${app}.`,
      forbidden: (app: string) =>
        `The browser keeps Sluice out of ${app}. Nothing you send there is checked or held. Your administrators can allow it.`,
      ungoverned: 'Sluice does not read or record anything on this site.',
    },
    reload: 'Reload this tab',
    health: {
      ok: (app: string) => `Prompts to ${app} are read as expected.`,
      degraded: (app: string) =>
        `${app} has changed: the last prompt was not read quite as expected. All of it is checked, more may be stopped than needed.`,
      unknown_shape: (app: string) =>
        `The calls of ${app} are not known to Sluice. Every text in them is checked, more may be stopped than needed.`,
    },
    account: {
      personal: 'You are signed in with a personal account.',
      corporate: 'You are signed in with an account of your organisation.',
      anonymous: 'You are not signed in.',
    },
    noPrivateWindows: 'Sluice is not allowed in private windows. Nothing is checked there.',
    decisions: 'In this tab',
    noDecisions: 'Nothing has been checked in this tab yet.',
    nothingFound: 'nothing found',
    policy: 'Rules in force',
    noPolicy: 'No rules have arrived yet. Until they do, nothing is sent to AI sites.',
    policyLine: (id: string, version: number) => `${id}, version ${version}`,
    records: 'Records',
    waiting: (n: number) => count(n, '# waiting to be delivered', '# waiting to be delivered'),
    shipped: (n: number) => count(n, '# delivered', '# delivered'),
    rejected: (n: number) => count(n, '# refused by the server', '# refused by the server'),
    endpoint: {
      reachable: 'Server reachable',
      unreachable: 'Server not reachable. Records wait on this device.',
      revoked:
        'Your organisation has shut this browser out of its server. The rules go on applying; records stay on this device.',
      certificate_expired:
        'The certificate of this browser has ended. It enrols again by itself; until then records wait on this device.',
      certificate_revoked:
        'Your organisation has revoked the certificate of this browser. The rules go on applying; records wait on this device until an administrator lets it in again.',
      certificate_other_key:
        'The server knows this browser by another key. The browser asks for its own certificate; until then records wait on this device.',
      never_tried: 'Server not contacted yet',
      not_configured: 'No server set up. Records stay on this device.',
    },
    lastContact: (when: string) => `last contact ${when}`,
    options: 'My records and the rules',
  },
  /** Who uses this browser: on the options page and in the popup. */
  signIn: {
    none: 'You are not signed in. Records name this browser, not you.',
    managed: 'Your administrators have stated who uses this browser. Records call that person by a pseudonym.',
    off: 'Your organisation offers no sign-in for browsers.',
    why: 'When you sign in, your organisation’s server knows who uses this browser and keeps it sealed. Records then carry a pseudonym, never your name.',
    begin: 'Sign in',
    pending: 'A tab has opened. Go on there only if it shows this code:',
    openAgain: 'Open the tab again',
    cancel: 'Cancel',
    bound: (name: string) => `You are signed in as ${name}.`,
    called: (ref: string, until: string) => `Until ${until} records call you ${ref}.`,
    signOut: 'Sign out',
    fault: {
      unreachable: 'The server did not answer. Try again in a moment.',
      too_many: 'That was tried too often. Wait a few minutes.',
      not_offered: 'Your organisation offers no sign-in for browsers.',
      unauthorised: 'This browser is not enrolled with your organisation.',
      expired: 'Nobody signed in while the code was good. Start again.',
    },
  },
  options: {
    title: 'What Sluice knows about you',
    intro:
      'Sluice checks what you send to AI sites on this device. This page shows everything it has kept about you. Nothing that was recorded can be changed.',
    sections: {
      recorded: 'What is recorded',
      records: 'My records',
      rules: 'Rules in force',
      signIn: 'Sign-in',
      enrolment: 'This browser',
    },
    recorded: {
      yes: 'Recorded',
      no: 'Never recorded',
      yesItems: [
        'Who you are, under a pseudonym, and how sure the browser is of it',
        'When a check took place, on which AI site, and with what kind of account',
        'Which kinds of information were found and how many of each, for example “2 card numbers”',
        'Which rule decided, what it decided, and what you chose',
        'The reason you picked, if you were asked for one',
        'The state of Sluice itself: version, rules in force, when it last reached the server',
      ],
      noItems: [
        'The text you write, and the answers you get',
        'The values that were found, or anything they could be worked out from',
        'Your notes beside a reason',
        'Sites that are not AI sites, and where you browse',
      ],
    },
    records: {
      explain: 'Each entry is shown exactly as it was signed on this device, byte for byte.',
      empty: 'Nothing has been recorded yet.',
      entry: (seq: number) => `Record ${seq}`,
      range: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
      newer: 'Newer',
      older: 'Older',
      states: {
        waiting: 'waiting on this device',
        sending: 'being delivered',
        shipped: 'delivered',
        rejected: 'refused by the server',
      },
    },
    rules: {
      empty: 'No rules have arrived yet. Until they do, nothing is sent to AI sites.',
      summary: (id: string, version: number) => `Policy ${id}, version ${version}`,
      owner: 'Who answers for it',
      message: 'What people are told',
      rationale: 'Why it exists',
      /** What a rule does when it applies. */
      action: {
        allow: 'lets it through',
        warn: 'asks to look again',
        justify: 'asks for a reason',
        redact: 'offers redaction',
        route: 'points to the approved tool',
        approve: 'asks for an approval',
        block: 'stops it',
      },
      mode: { enforce: 'enforced', warn: 'warns only', monitor: 'only counted' },
      whole: 'The rule as it is written',
      count: (n: number) => count(n, '# rule', '# rules'),
    },
    enrolment: {
      state: {
        enrolled: 'This browser is enrolled with your organisation.',
        pending: 'Enrolment is not finished yet.',
        failed: 'Enrolment failed. Records wait on this device.',
        revoked:
          'Your organisation has shut this browser out of its server. The last rules it received go on applying, and records wait on this device. If you did not expect this, ask whoever looks after your computer.',
        standalone: 'This browser is not connected to a server. Everything stays on this device.',
      },
      tenant: 'Organisation',
      endpoint: 'Server',
      device: 'Name of this browser in records (random)',
      kid: 'Key that signs its records',
      subject: 'You, in records',
      assurance: 'How this is known',
      groups: 'Groups that rules may name',
      error: 'Last error',
      unknown: 'none',
    },
  },
};

/** The shape every language fills. */
export type PageMessages = typeof pages;
