/** Words of the policy that deciding needs, apart from the schema: who decides has a policy that was parsed already. */

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The `app` of a governed site that has no adapter of its own; `defaults.unknownSite` is about it. */
export const UNKNOWN_APP = 'unknown';
