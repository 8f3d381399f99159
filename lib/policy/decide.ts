/**
 * The heart of policy: what happens to this prompt? Pure and deterministic, so that a stored input gives the recorded
 * decision again years later: in the extension, in the admin's command line, at the endpoint and for an auditor.
 */
import { type Demand, mergeChoices, offeredChoices } from './choices.ts';
import { ACTIONS, type Action, type Decision, type DecisionInput, type RuleHit } from './decision.ts';
import { breakGlassAt, exceptionFor } from './exceptions.ts';
import { type Match, matchCondition } from './match.ts';
import type { Policy, Rule } from './schema.ts';
import { SEVERITIES, UNKNOWN_APP } from './terms.ts';

interface Hit {
  rule: Rule;
  match: Match;
  /** What the rule's mode, an exception and an emergency leave of its action. */
  effective: Action;
  /** Id of the exception that excuses from it. */
  exception: string | null;
}

/** A default of the policy that asks for something whatever the rules say. */
interface Floor {
  action: Action;
  reason: 'default' | 'not_evaluable';
}

/** Decide about one input. The most severe enforced action wins; monitor rules only show in `wouldAction`. */
export function decide(policy: Policy, input: DecisionInput): Decision {
  const emergency = breakGlassAt(policy, input.timeMs);
  const hits = policy.rules
    .map((rule) => ({ rule, match: matchCondition(rule.when, input) }))
    .filter(({ match }) => match.holds)
    .map(({ rule, match }): Hit => {
      const exception = exceptionFor(policy, rule.id, input)?.id ?? null;
      const effective = exception === null ? effectiveAction(rule, emergency !== null) : 'allow';
      return { rule, match, effective, exception };
    })
    .sort(mostSevereFirst);
  const enforced = hits.filter((hit) => hit.rule.mode !== 'monitor');
  const floors = floorsOf(policy, input, enforced, emergency !== null);
  const floorsIfEnforced = floorsOf(policy, input, hits, emergency !== null);

  const byRule = mostSevere(enforced.map((hit) => hit.effective));
  const byFloor = mostSevere(floors.map((floor) => floor.action));
  const action = mostSevere([byRule, byFloor]);
  const decisive = enforced.find((hit) => hit.effective === action && hit.exception === null) ?? null;
  const excused = enforced.some((hit) => hit.exception !== null);

  return {
    action,
    wouldAction: mostSevere([
      ...hits.map((hit) => (isOnlyWatched(hit) ? hit.rule.then.action : hit.effective)),
      ...floorsIfEnforced.map((floor) => floor.action),
    ]),
    rules: hits.map(ruleHit),
    decisive: decisive?.rule.id ?? null,
    choices: mergeChoices([...enforced.map(ruleDemand), ...floors.map(floorDemand)]),
    redact: toRedact(enforced),
    reason: decisive
      ? 'rule'
      : (floors.find((floor) => floor.action === action)?.reason ?? (excused ? 'exception' : 'default')),
    evaluation: input.unreadable.length > 0 ? 'not_evaluable' : 'evaluated',
    ...(emergency === null ? {} : { breakGlass: emergency.id }),
  };
}

/**
 * Why the rules could not be asked: there is no policy yet; the time for asking ran out; or the gate refused what it could
 * not look into: a body too large to be read, a stream, a socket no hook has announced, a prompt of a page without a
 * living guard, a request that no living background has judged.
 */
export const UNASKED = [
  'no_policy',
  'timeout',
  'oversized',
  'stream',
  'unannounced_socket',
  'unguarded',
  'unjudged',
] as const;
export type Unasked = (typeof UNASKED)[number];

/** The decision when the rules could not be asked. */
export function decideWithout(reason: Unasked, action: Action): Decision {
  return {
    action,
    wouldAction: action,
    rules: [],
    decisive: null,
    choices: mergeChoices([floorDemand({ action })]),
    redact: [],
    reason,
    evaluation: reason === 'timeout' ? 'timeout' : 'fallback',
  };
}

/** Which of two actions is the more severe: negative, zero or positive like every comparison. */
export function compareActions(left: Action, right: Action): number {
  return ACTIONS.indexOf(left) - ACTIONS.indexOf(right);
}

function mostSevere(actions: Action[]): Action {
  return actions.reduce((worst, action) => (compareActions(action, worst) > 0 ? action : worst), 'allow');
}

function effectiveAction({ mode, then }: Rule, isEmergency: boolean): Action {
  if (mode === 'monitor') return 'allow';
  return mode === 'warn' || isEmergency ? atMostWarn(then.action) : then.action;
}

function atMostWarn(action: Action): Action {
  return compareActions(action, 'warn') > 0 ? 'warn' : action;
}

function isOnlyWatched({ rule, exception }: Hit): boolean {
  return rule.mode === 'monitor' && exception === null;
}

/** Ties keep the order of the document: `sort` is stable. */
function mostSevereFirst(left: Hit, right: Hit): number {
  return (
    compareActions(right.effective, left.effective) ||
    compareActions(right.rule.then.action, left.rule.then.action) ||
    SEVERITIES.indexOf(right.rule.severity) - SEVERITIES.indexOf(left.rule.severity)
  );
}

function floorsOf(policy: Policy, input: DecisionInput, hits: Hit[], isEmergency: boolean): Floor[] {
  const { defaults } = policy;
  const floors: Floor[] = [];
  const spokenAbout = hits.some((hit) => hit.match.unreadable);
  if (input.unreadable.length > 0 && !spokenAbout) {
    floors.push({ action: defaults.notEvaluable, reason: 'not_evaluable' });
  }
  if (input.app === UNKNOWN_APP) floors.push({ action: defaults.unknownSite, reason: 'default' });
  if (input.timeMs >= Date.parse(policy.expires)) floors.push({ action: defaults.stale, reason: 'default' });
  return isEmergency ? floors.map((floor) => ({ ...floor, action: atMostWarn(floor.action) })) : floors;
}

function ruleDemand({ rule, match, effective }: Hit): Demand {
  const capped = effective !== rule.then.action;
  const curable = match.findings.size > 0;
  // A rule on trial in warn mode asks like a warning, and keeps offering the redaction it is going to demand.
  const stated = capped ? (['proceed', 'redact', 'edit', 'cancel'] as const) : rule.then.choices;
  return { action: effective, choices: offeredChoices(effective, stated, curable) };
}

function floorDemand({ action }: Pick<Floor, 'action'>): Demand {
  return { action, choices: offeredChoices(action, undefined, false) };
}

/** Findings of every rule that keeps the original back, or offers to replace them. */
function toRedact(enforced: Hit[]): number[] {
  const indexes = enforced
    .filter((hit) => compareActions(hit.effective, 'redact') >= 0 || ruleDemand(hit).choices.includes('redact'))
    .filter((hit) => hit.effective !== 'allow')
    .flatMap((hit) => [...hit.match.findings]);
  return [...new Set(indexes)].sort((left, right) => left - right);
}

function ruleHit({ rule, match, exception }: Hit): RuleHit {
  return {
    id: rule.id,
    ver: rule.ver,
    action: rule.then.action,
    mode: rule.mode,
    severity: rule.severity,
    findings: [...match.findings].sort((left, right) => left - right),
    ...(exception === null ? {} : { exception }),
    message: { ...rule.then.message },
    owner: `${rule.owner.person}, ${rule.owner.role}`,
  };
}
