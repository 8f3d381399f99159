/** More distinct findings than this are counted in `input.omitted`, and the record cannot be evaluated again. */
export const MAX_FINDING_GROUPS = 300;
export const MAX_ATTACHMENTS = 50;
