/** Tells a secret from the stand-ins that documentation, templates and code put in its place. */

/** Words that occur in stand-ins and practically never in random strings of a token alphabet. */
const WORDS =
  /example|sample|placeholder|your[_-]?|changeme|change[_-]me|dummy|redacted|insert[_-]|replace[_-]|xxxx|notreal|not[_-]a[_-]?real|abcdefghij|1234567890|0123456789|todo|foobar|deadbeef|secret[_-]?here|key[_-]?here|token[_-]?here|<[a-z]|\.\.\.|\*\*\*/i;

/** References to where the secret is kept: variables, templates, calls. */
const REFERENCE =
  /^(?:\$[\w{(]|\{\{|%[\w(]|<|\[|process\.env|os\.environ|#\{|(?:your|my|tu|su|votre|ton|dein|ihr|mein)[_-]|env\.|ENV\[|getenv|secrets\.|vault:|arn:|ssm:|@)/i;

const ONE_CHARACTER = /^(.)\1+$/;
const LONG_REPEAT = /(.)\1{5}/;

/** True when `value` is a stand-in. Only the first 512 characters are looked at. */
export function isPlaceholder(value: string): boolean {
  const head = value.slice(0, 512);
  return ONE_CHARACTER.test(head) || LONG_REPEAT.test(head) || WORDS.test(head) || REFERENCE.test(head);
}
