/** The ways on that a person has after a decision, and how those of several rules are brought together. */
import type { Action, Choice } from './decision.ts';

/** What each action offers when the rule does not say. */
export const DEFAULT_CHOICES: Record<Action, readonly Choice[]> = {
  allow: [],
  warn: ['proceed', 'edit', 'cancel'],
  justify: ['justify', 'redact', 'edit', 'cancel'],
  redact: ['redact', 'edit', 'cancel'],
  route: ['edit', 'cancel'],
  approve: ['edit', 'cancel'],
  block: ['edit', 'cancel'],
};

/** What a rule of an action may offer at most: a block that lets the original go would be no block. */
export const POSSIBLE_CHOICES: Record<Action, readonly Choice[]> = {
  allow: [],
  warn: ['redact', 'proceed', 'justify', 'edit', 'cancel'],
  justify: ['redact', 'justify', 'edit', 'cancel'],
  redact: ['redact', 'edit', 'cancel'],
  route: ['redact', 'edit', 'cancel'],
  approve: ['redact', 'edit', 'cancel'],
  block: ['redact', 'edit', 'cancel'],
};

/** One enforced demand: of a rule, or of a default of the policy. */
export interface Demand {
  action: Action;
  choices: readonly Choice[];
}

/** The choices of one demand. Replacing findings (`curable`) is no way on where none are named. */
export function offeredChoices(action: Action, stated: readonly Choice[] | undefined, curable: boolean): Choice[] {
  const choices = stated ?? DEFAULT_CHOICES[action];
  return choices.filter((choice) => curable || choice !== 'redact');
}

/**
 * What the person may do when all these demands stand. `edit` and `cancel` are always there.
 * - `proceed` needs every demand to offer it.
 * - `justify` needs one demand to offer it and every other one to offer it or `proceed`.
 * - `redact` needs something to replace, and every demand that would not let the original go to offer it.
 */
export function mergeChoices(demands: readonly Demand[]): Choice[] {
  const asking = demands.filter((demand) => demand.action !== 'allow');
  if (asking.length === 0) return [];
  const offers = (demand: Demand, choice: Choice) => demand.choices.includes(choice);

  const redact =
    asking.some((demand) => offers(demand, 'redact')) &&
    asking.every((demand) => offers(demand, 'redact') || offers(demand, 'proceed'));
  const proceed = asking.every((demand) => offers(demand, 'proceed'));
  const justify =
    asking.some((demand) => offers(demand, 'justify')) &&
    asking.every((demand) => offers(demand, 'justify') || offers(demand, 'proceed'));

  return [
    ...(redact ? (['redact'] as const) : []),
    ...(proceed ? (['proceed'] as const) : []),
    ...(justify ? (['justify'] as const) : []),
    'edit',
    'cancel',
  ];
}
