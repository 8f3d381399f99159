/** Every use that is recognised. A further one is an entry in one of these lists. */
import { ADVICE_USES } from './advice.ts';
import { BUSINESS_USES } from './business.ts';
import { EU_AI_ACT_USES } from './eu-ai-act.ts';
import { HARM_USES } from './harm.ts';
import type { UseRule } from './use-rule.ts';

export const USE_RULES: readonly UseRule[] = [...EU_AI_ACT_USES, ...ADVICE_USES, ...HARM_USES, ...BUSINESS_USES];
