/** Every use that is recognised. A further one is an entry in one of these lists. */
import { ADVICE_USES } from './advice.data.ts';
import { BUSINESS_USES } from './business.data.ts';
import { EU_AI_ACT_USES } from './eu-ai-act.data.ts';
import { HARM_USES } from './harm.data.ts';
import type { UseRule } from './use-rule.ts';

export const USE_RULES: readonly UseRule[] = [...EU_AI_ACT_USES, ...ADVICE_USES, ...HARM_USES, ...BUSINESS_USES];
