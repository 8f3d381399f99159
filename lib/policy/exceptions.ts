/** Who is excused from a rule for a while, and whether an emergency lifts all of them. Pure; time is part of the input. */
import type { DecisionInput } from './decision.ts';
import type { BreakGlass, Policy, PolicyException } from './schema.ts';

/** The first exception in force that excuses this input from a rule. */
export function exceptionFor(policy: Policy, rule: string, input: DecisionInput): PolicyException | null {
  return policy.exceptions?.find((granted) => isInForce(granted, input.timeMs) && covers(granted, rule, input)) ?? null;
}

/** Whether an exception is about this rule, app, person and device; when it holds is another question. */
export function covers({ rules, app, group, device }: PolicyException, rule: string, input: DecisionInput): boolean {
  return (
    rules.includes(rule) &&
    (app === undefined || app.includes(input.app)) &&
    (group === undefined || group.some((name) => input.groups.includes(name))) &&
    (device === undefined || (input.device !== undefined && device.includes(input.device)))
  );
}

/** From its first moment on, its last one excluded. */
export function isInForce({ from, expires }: Pick<PolicyException, 'from' | 'expires'>, timeMs: number): boolean {
  return timeMs >= Date.parse(from) && timeMs < Date.parse(expires);
}

/** The emergency that is on at this time. */
export function breakGlassAt({ breakGlass }: Pick<Policy, 'breakGlass'>, timeMs: number): BreakGlass | null {
  if (breakGlass === undefined) return null;
  return isInForce({ from: breakGlass.from, expires: breakGlass.until }, timeMs) ? breakGlass : null;
}
