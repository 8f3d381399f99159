/**
 * What changed between two policies, in terms of enforcement. A change that may let more through is a weakening, and so
 * is one whose effect the text does not tell: weakenings need a second signature.
 */
import { offeredChoices } from './choices.ts';
import { compareConditions } from './compare-conditions.ts';
import { compareActions } from './decide.ts';
import { type Action, CHOICES, type Choice } from './decision.ts';
import { diffSites } from './diff-sites.ts';
import { MODES, type Policy, type Rule } from './schema.ts';

export const CHANGE_KINDS = ['added', 'removed', 'weakened', 'strengthened', 'reworded', 'changed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface PolicyChange {
  kind: ChangeKind;
  /** `rule card-numbers` or `defaults.stale`. */
  subject: string;
  detail: string;
  weakens: boolean;
}

export interface PolicyDiff {
  changes: PolicyChange[];
  /** Whether any change may let more through. */
  weakens: boolean;
}

export function diffPolicies(before: Policy, after: Policy): PolicyDiff {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const next = new Map(after.rules.map((rule) => [rule.id, rule]));
  const changes = [
    ...after.rules.flatMap((rule) => {
      const earlier = old.get(rule.id);
      return earlier ? diffRule(earlier, rule) : [added(rule)];
    }),
    ...before.rules.filter((rule) => !next.has(rule.id)).map(removed),
    ...diffDefaults(before, after),
    ...diffExceptions(before, after),
    ...diffSites(before.sites, after.sites),
    ...diffHeader(before, after),
  ];
  return { changes, weakens: changes.some((change) => change.weakens) };
}

/** An allow rule only does something where it speaks about unreadable content: it takes the default's place there. */
function added(rule: Rule): PolicyChange {
  const lifts = rule.then.action === 'allow' && rule.mode !== 'monitor';
  return change('added', rule, `${rule.mode} ${rule.then.action}`, lifts);
}

function removed(rule: Rule): PolicyChange {
  const enforced = rule.mode !== 'monitor' && rule.then.action !== 'allow';
  return change('removed', rule, `was ${rule.mode} ${rule.then.action}`, enforced);
}

function diffRule(before: Rule, after: Rule): PolicyChange[] {
  const changes: PolicyChange[] = [];
  /** A rule that only watches lets nothing more through by watching less. */
  const enforced = before.mode !== 'monitor';
  const directed = (difference: number, detail: string) => {
    if (difference !== 0)
      changes.push(change(difference < 0 ? 'weakened' : 'strengthened', after, detail, enforced && difference < 0));
  };
  const { action } = after.then;
  directed(compareActions(action, before.then.action), `action ${before.then.action} -> ${action}`);
  directed(MODES.indexOf(before.mode) - MODES.indexOf(after.mode), `mode ${before.mode} -> ${after.mode}`);
  if (action === before.then.action) {
    const earlier = choicesOf(before);
    const later = choicesOf(after);
    directed(-waysOut(later, earlier), `choices now include ${list(later, earlier)}`);
    directed(waysOut(earlier, later), `choices no longer include ${list(earlier, later)}`);
  }

  const reach = compareConditions(before.when, after.when);
  if (reach === 'unclear') {
    changes.push(change('changed', after, 'the condition changed in a way whose reach is unclear', enforced));
  } else if (reach !== 'same') {
    // Only an allow rule gets weaker by applying more often.
    directed((reach === 'narrower' ? -1 : 1) * (action === 'allow' ? -1 : 1), `the condition is ${reach}`);
  }
  if (changes.length === 0 && JSON.stringify(before) !== JSON.stringify(after)) {
    changes.push(change('reworded', after, 'texts, owner, severity, references or examples', false));
  }
  return changes;
}

function diffDefaults(before: Policy, after: Policy): PolicyChange[] {
  const names = Object.keys(after.defaults) as (keyof Policy['defaults'])[];
  return names.flatMap((name) => {
    const from: Action = before.defaults[name];
    const to: Action = after.defaults[name];
    const difference = compareActions(to, from);
    if (difference === 0) return [];
    const kind = difference < 0 ? 'weakened' : 'strengthened';
    return [{ kind, subject: `defaults.${name}`, detail: `${from} -> ${to}`, weakens: difference < 0 } as const];
  });
}

/** Whatever is excused that was not excused before lets more through. */
function diffExceptions(before: Policy, after: Policy): PolicyChange[] {
  const old = new Map((before.exceptions ?? []).map((granted) => [granted.id, JSON.stringify(granted)]));
  const next = after.exceptions ?? [];
  const granted = next
    .filter((one) => old.get(one.id) !== JSON.stringify(one))
    .map(({ id, rules, expires }): PolicyChange => {
      const kind = old.has(id) ? 'changed' : 'added';
      return { kind, subject: `exception ${id}`, detail: `${rules.join(', ')} until ${expires}`, weakens: true };
    });
  const ended = [...old.keys()]
    .filter((id) => !next.some((one) => one.id === id))
    .map((id): PolicyChange => ({ kind: 'removed', subject: `exception ${id}`, detail: 'ends', weakens: false }));
  if (JSON.stringify(before.breakGlass) === JSON.stringify(after.breakGlass)) return [...granted, ...ended];
  const detail = after.breakGlass ? `all rules until ${after.breakGlass.until}` : 'ends';
  const kind = after.breakGlass ? 'weakened' : 'strengthened';
  return [...granted, ...ended, { kind, subject: 'breakGlass', detail, weakens: after.breakGlass !== undefined }];
}

function diffHeader(before: Policy, after: Policy): PolicyChange[] {
  const fields = ['id', 'version', 'issued', 'expires', 'minApp', 'channel'] as const;
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      kind: 'changed',
      subject: field,
      detail: `${before[field] ?? 'none'} -> ${after[field] ?? 'none'}`,
      weakens: false,
    }));
}

function choicesOf({ then, when }: Rule): Choice[] {
  return offeredChoices(then.action, then.choices, JSON.stringify(when).includes('"finding"'));
}

/** How many choices that send something are in `left` but not in `right`. */
function waysOut(left: Choice[], right: Choice[]): number {
  return CHOICES.filter((choice) => sends(choice) && left.includes(choice) && !right.includes(choice)).length;
}

function list(left: Choice[], right: Choice[]): string {
  return left.filter((choice) => sends(choice) && !right.includes(choice)).join(', ');
}

function sends(choice: Choice): boolean {
  return choice !== 'edit' && choice !== 'cancel';
}

function change(kind: ChangeKind, rule: Rule, detail: string, weakens: boolean): PolicyChange {
  return { kind, subject: `rule ${rule.id}`, detail, weakens };
}
