/** What a policy tells the classifier. */
import type { ClassifierData } from '../classify/classifier.ts';
import type { Models } from '../classify/models.ts';
import type { Policy } from './schema.ts';

export function classifierData({ data }: Pick<Policy, 'data'>, models: Models): ClassifierData {
  return { models, customer: data ?? null, regions: data?.regions ?? [], ownDomains: data?.ownDomains ?? [] };
}
