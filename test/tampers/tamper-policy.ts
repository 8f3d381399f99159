import { samplePolicy } from '../fakes/sample-policy.ts';

/** The policy of the pack. */
export function tamperPolicy(version: number): object {
  return samplePolicy(version) as object;
}
