/**
 * From a document to a policy that can be signed and enforced: schema, then what a schema cannot say, then the canonical
 * bytes (RFC 8785) and their digest. The browser runs the same checks on what it is sent; only YAML stays outside.
 */
import canonicalize from 'canonicalize';
import { toHex } from './base64.ts';
import { POSSIBLE_CHOICES } from './choices.ts';
import { checkData } from './data-schema.ts';
import { faultsOf, formatPath, type PolicyFault } from './faults.ts';
import { type Condition, type Policy, policySchema, type Rule } from './schema.ts';

export type ParseResult = { ok: true; policy: Policy } | { ok: false; errors: PolicyFault[] };
export type CompileResult =
  | { ok: true; policy: Policy; canonical: string; digest: string }
  | { ok: false; errors: PolicyFault[] };

const MAX_NESTING = 8;

/** Parse a policy document (already plain data). All faults are told at once. */
export function parsePolicy(document: unknown): ParseResult {
  const parsed = policySchema.safeParse(document);
  if (!parsed.success) return { ok: false, errors: faultsOf(parsed.error.issues, document) };
  const errors = checkPolicy(parsed.data);
  return errors.length === 0 ? { ok: true, policy: parsed.data } : { ok: false, errors };
}

/** Parse, and give the canonical JSON and its SHA-256 (64 hex digits), which names this exact policy in records. */
export async function compilePolicy(document: unknown): Promise<CompileResult> {
  const parsed = parsePolicy(document);
  if (!parsed.ok) return parsed;
  const canonical = canonicalPolicy(parsed.policy);
  return { ok: true, policy: parsed.policy, canonical, digest: await sha256Hex(new TextEncoder().encode(canonical)) };
}

/** RFC 8785 JSON of a policy: the bytes that are signed. */
export function canonicalPolicy(policy: Policy): string {
  return canonicalize(policy)!;
}

/** Lower-case hex SHA-256. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return toHex(hash);
}

function checkPolicy(policy: Policy): PolicyFault[] {
  const faults: PolicyFault[] = [];
  if (Date.parse(policy.expires) <= Date.parse(policy.issued)) {
    faults.push({ path: 'expires', message: 'must be later than issued' });
  }
  if (policy.data) faults.push(...checkData(policy.data));
  faults.push(...checkExceptions(policy));
  const seen = new Map<string, number>();
  policy.rules.forEach((rule, index) => {
    const first = seen.get(rule.id);
    if (first === undefined) seen.set(rule.id, index);
    else faults.push({ path: `rules[${index}].id`, message: `is already the id of rules[${first}]` });
    faults.push(...checkRule(rule, ['rules', index]));
  });
  return faults;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_EXCEPTION_DAYS = 90;
const MAX_BREAK_GLASS_DAYS = 7;

function checkExceptions({ rules, exceptions = [], breakGlass }: Policy): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const ids = exceptions.map(({ id }) => id);
  exceptions.forEach(({ id, rules: named, from, expires }, index) => {
    const path = `exceptions[${index}]`;
    if (ids.indexOf(id) < index) faults.push({ path: `${path}.id`, message: 'is already the id of another one' });
    for (const [at, rule] of named.entries()) {
      if (rules.some((known) => known.id === rule)) continue;
      faults.push({ path: `${path}.rules[${at}]`, message: 'is the id of no rule' });
    }
    faults.push(...checkSpan(`${path}.expires`, from, expires, MAX_EXCEPTION_DAYS));
  });
  if (breakGlass)
    faults.push(...checkSpan('breakGlass.until', breakGlass.from, breakGlass.until, MAX_BREAK_GLASS_DAYS));
  return faults;
}

function checkSpan(path: string, from: string, to: string, days: number): PolicyFault[] {
  const span = Date.parse(to) - Date.parse(from);
  if (span <= 0) return [{ path, message: 'must be later than from' }];
  return span > days * DAY_MS ? [{ path, message: `must be within ${days} days of from` }] : [];
}

function checkRule(rule: Rule, path: (string | number)[]): PolicyFault[] {
  const faults = checkCondition(rule.when, [...path, 'when'], 1);
  const { action, choices } = rule.then;
  const at = (...keys: (string | number)[]) => formatPath([...path, ...keys]);
  const impossible = (choices ?? []).filter((choice) => !POSSIBLE_CHOICES[action].includes(choice));
  for (const choice of impossible) {
    faults.push({ path: at('then', 'choices'), message: `${action} cannot offer ${choice}` });
  }
  if (!selectsFindings(rule.when) && (action === 'redact' || choices?.includes('redact'))) {
    faults.push({ path: at('when'), message: 'names no finding, so there is nothing to redact' });
  }
  rule.examples.forEach((example, index) => {
    if (example.text === undefined && example.input === undefined) {
      faults.push({ path: at('examples', index), message: 'needs a text or an input' });
    }
  });
  return faults;
}

function checkCondition(condition: Condition, path: (string | number)[], depth: number): PolicyFault[] {
  const at = formatPath(path);
  if (depth > MAX_NESTING) return [{ path: at, message: `is nested more than ${MAX_NESTING} deep` }];
  if (Object.values(condition).every((value) => value === undefined)) {
    return [{ path: at, message: 'is empty; say when the rule applies' }];
  }
  const { all = [], any = [], not, finding } = condition;
  const faults: PolicyFault[] = [];
  if (finding?.except && finding.entity?.some((entity) => finding.except?.includes(entity))) {
    faults.push({ path: `${at}.finding.except`, message: 'takes back what entity names' });
  }
  all.forEach((inner, index) => {
    faults.push(...checkCondition(inner, [...path, 'all', index], depth + 1));
  });
  any.forEach((inner, index) => {
    faults.push(...checkCondition(inner, [...path, 'any', index], depth + 1));
  });
  if (not) faults.push(...checkCondition(not, [...path, 'not'], depth + 1));
  return faults;
}

/** Whether a condition can hold because of findings (inside `not` it holds because of their absence). */
function selectsFindings({ finding, all = [], any = [] }: Condition): boolean {
  return finding !== undefined || [...all, ...any].some(selectsFindings);
}
