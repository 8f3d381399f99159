import { counting } from '../language.ts';
import { files } from './files.ts';

const count = counting('en');

export const dialogue = {
  title: {
    allow: (app: string) => `Before this goes to ${app}`,
    warn: (app: string) => `Before this goes to ${app}`,
    justify: (app: string) => `Before this goes to ${app}`,
    redact: (app: string) => `Before this goes to ${app}`,
    route: (app: string) => `${app} is not the tool for this`,
    approve: (app: string) => `This needs an approval before it goes to ${app}`,
    block: (app: string) => `This cannot go to ${app} as it is`,
  },
  /** What happens, when the text can still be sent in some form. */
  next: {
    allow: 'It can be sent.',
    warn: 'Please look at it once more. You decide.',
    justify: 'You can send it as it is if you give a reason. The reason is recorded, your text is not.',
    redact: 'You can go on right away: placeholders take the place of what was found.',
    route: 'Your organisation has an approved tool for this kind of work.',
    approve: 'Someone who answers for this rule has to agree first.',
    block: 'Your text stays where you wrote it, so that you can change it and send it again.',
  },
  /** Instead of `next` when the rules could not be asked. */
  later: 'Your text stays where you wrote it. Try again in a minute.',
  held: 'Nothing has been sent.',
  found: (n: number) => count(n, 'Found: # value', 'Found: # values'),
  replaced: 'will be replaced',
  kept: 'stays as it is',
  inPart: (name: string) => `in ${name}`,
  more: (n: number) => count(n, 'and # more', 'and # more'),
  times: (n: number) => count(n, '# time', '# times'),
  preview: 'See exactly what will be sent',
  previewCut: (n: number) =>
    count(n, '# more character is sent but not shown here.', '# more characters are sent but not shown here.'),
  why: 'Why',
  rule: (id: string, version: number) => `Rule ${id}, version ${version}`,
  owner: (owner: string) => `Questions? Ask ${owner}.`,
  otherRules: (n: number) => count(n, '# other rule also applies', '# other rules also apply'),
  /** Why there is a decision although no rule made it, by the decision's reason code. */
  noRule: {
    rule: 'A rule of your organisation applies.',
    default: 'No rule covers this, so it is held to be safe.',
    not_evaluable: 'Part of this could not be read, so it cannot be checked.',
    no_policy: 'Your organisation’s rules have not reached this browser yet. Until they do, nothing is sent.',
    timeout: 'Checking took too long, so it is held to be safe.',
  },
  choice: {
    redact: 'Send redacted',
    edit: 'Edit text',
    cancel: 'Don’t send',
    justify: 'Send with a reason…',
    proceed: 'Send as it is',
  },
  reason: {
    heading: 'Why does this have to be sent as it is?',
    explain: 'Your reason is recorded together with what was found, without your text.',
    codes: {
      business_need: 'My task needs it',
      approved: 'I have permission for this',
      consent: 'The person concerned agreed',
      public_information: 'The information is public already',
      test_data: 'It is test or sample data',
      false_positive: 'The finding is wrong',
    },
    note: 'Note (optional)',
    noteHint: 'Stays on this device and is not part of the record.',
    missing: 'Please choose a reason first.',
    send: 'Send with this reason',
    back: 'Back',
  },
  files,
  busy: 'One moment…',
  notice: {
    region: 'Messages from Sluice',
    stopped: (app: string) => `Sluice stopped a request to ${app}`,
    stoppedTimes: (n: number) => count(n, 'Stopped # time', 'Stopped # times'),
    /** Why a call was refused, by code; `other` stands for every code without a sentence of its own. */
    because: {
      address:
        'The address of this page carried text that a rule of your organisation keeps in. The site has not seen it.',
      rule: 'It carried something a rule of your organisation keeps in.',
      default: 'No rule covers it, so it was stopped to be safe.',
      not_evaluable: 'Its content could not be read and so could not be checked.',
      no_policy: 'Your organisation’s rules have not reached this browser yet.',
      timeout: 'Checking it took too long.',
      changed: 'The text changed after you decided about it.',
      unwritable: 'This site does not let Sluice replace what was found.',
      disconnected: 'Sluice was updated or restarted while this tab was open.',
      other: 'It could not be checked.',
    },
    /** What the person can do about it, by the same codes. */
    instead: {
      address: 'Write the text on the page, without what was found.',
      rule: 'Remove or replace what was found, then send again.',
      default: 'Ask the person who looks after Sluice in your organisation.',
      not_evaluable: 'Paste the content as text, or send it in another file format.',
      no_policy: 'Try again in a minute. If it stays like this, tell your IT team.',
      timeout: 'Try again, with a shorter text if you can.',
      changed: 'Send it again to decide about the text as it is now.',
      unwritable: 'Edit the text yourself, then send again.',
      disconnected: 'Reload this tab to go on. Copy your text first if it is long.',
      other: 'Try again. If it happens again, tell your IT team the code below.',
    },
    reloadTitle: 'Reload this tab to go on',
    reloadHint: 'Copy your text first if it is long.',
    reload: 'Reload tab',
    details: 'Details',
    code: (code: string) => `Code: ${code}`,
    dismiss: 'Dismiss',
  },
};

/** The shape every language fills. */
export type DialogueMessages = typeof dialogue;
