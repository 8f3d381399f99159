/** What people may be called here: begins with a letter or digit, and nothing that could show as something else. */
export const PERSON_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+' -]{0,127}$/u;
