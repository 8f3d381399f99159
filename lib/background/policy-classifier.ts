/** The one classifier, which knows what the policy in force tells it: made anew when another policy takes over. */
import { type Classifier, createClassifier } from '../classify/classifier.ts';
import type { Models } from '../classify/models.ts';
import { onlyUses } from '../classify/uses/use-model.ts';
import { askedUses } from '../policy/asked-uses.ts';
import { classifierData } from '../policy/classifier-data.ts';
import type { Policy } from '../policy/schema.ts';
import { RecentTexts } from './recent-texts.ts';

/** `current`: the policy in force; the same object as long as it is the same policy. */
export function policyClassifier(
  current: () => Policy,
  models: Models,
  clock: ConstructorParameters<typeof RecentTexts>[0],
): Classifier {
  let known: { policy: Policy; classifier: Classifier } | null = null;
  const now = (): Classifier => {
    const policy = current();
    if (known?.policy !== policy) {
      const data = classifierData(policy, withAskedUses(models, policy));
      known = { policy, classifier: createClassifier(data, new RecentTexts(clock)) };
    }
    return known.classifier;
  };
  return {
    classify: (...asked) => now().classify(...asked),
    classifyPrompt: (...asked) => now().classifyPrompt(...asked),
  };
}

/** Nothing comes of a use that no rule asks about, so it is not looked for in every prompt. */
function withAskedUses(models: Models, policy: Policy): Models {
  return { ...models, uses: models.uses && onlyUses(models.uses, askedUses(policy)) };
}
