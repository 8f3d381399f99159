/**
 * Whether a value fits a schema, and nothing else: no copy of the value is made and no fault is described, which is most of
 * what zod spends on a record. What is not known here is asked of zod itself, so both always say the same.
 */
import * as core from 'zod/v4/core';

type Fits = (value: unknown) => boolean;

type Compile = (schema: core.$ZodType) => Fits;

const byZod: Compile = (schema) => (value) => core.safeParse(schema, value).success;

/**
 * @param schema That takes values as they are: one that would change them (a default, a transformation) has to be zod's.
 * @param otherwise Asked for each part of the schema that is not known here.
 */
export function fitsSchema<T>(schema: core.$ZodType<T>, otherwise: Compile = byZod): (value: unknown) => value is T {
  const compile: Compile = (part) => fitsOf(part, compile) ?? otherwise(part);
  return compile(schema) as (value: unknown) => value is T;
}

function fitsOf(schema: core.$ZodType, compile: Compile): Fits | null {
  const { def } = (schema as core.$ZodTypes)._zod;
  const checks = checksOf(schema);
  const own = checks && typeOf(def, compile);
  if (own === null) return null;
  return checks!.reduce(both, own);
}

const both = (one: Fits, other: Fits): Fits => {
  return (value) => one(value) && other(value);
};

/** Of the value itself and what is in it; null for a type that is not known here. */
function typeOf(def: core.$ZodTypes['_zod']['def'], compile: Compile): Fits | null {
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => Number.isFinite(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal':
      return isOneOf(def.values);
    case 'enum':
      return isOneOf(Object.values(def.entries));
    case 'optional':
      return orElse(undefined, compile(def.innerType));
    case 'nullable':
      return orElse(null, compile(def.innerType));
    case 'array': {
      const element = compile(def.element);
      return (value) => Array.isArray(value) && allFit(value, element);
    }
    case 'union':
      return unionOf(def, compile);
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? objectOf(def.shape, compile) : null;
    default:
      return null;
  }
}

/** A hole is something that is not there, not nothing to look at. */
function allFit(values: readonly unknown[], fits: Fits): boolean {
  for (const value of values) if (!fits(value)) return false;
  return true;
}

function isOneOf(values: readonly unknown[]): Fits {
  const known = new Set(values);
  return (value) => known.has(value);
}

function orElse(absent: null | undefined, inner: Fits): Fits {
  return (value) => value === absent || inner(value);
}

/** Exactly these keys; those that are optional may be away. */
function objectOf(shape: core.$ZodShape, compile: Compile): Fits {
  const fields = new Map(
    Object.entries(shape).map(([key, field]) => {
      return [key, { fits: compile(field as core.$ZodType), isNeeded: field._zod.optin !== 'optional' }] as const;
    }),
  );
  const needed = [...fields.values()].filter(({ isNeeded }) => isNeeded).length;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let found = 0;
    for (const key in value) {
      const field = fields.get(key);
      if (field === undefined || !field.fits((value as Record<string, unknown>)[key])) return false;
      if (field.isNeeded) found += 1;
    }
    return found === needed;
  };
}

function unionOf(def: core.$ZodUnionDef | core.$ZodDiscriminatedUnionDef, compile: Compile): Fits | null {
  if ('discriminator' in def) return def.unionFallback ? null : oneByName(def, compile);
  // Exactly one of them would have to fit.
  if (def.inclusive === false) return null;
  const all = def.options.map((option) => compile(option as core.$ZodType));
  return (value) => all.some((fits) => fits(value));
}

function oneByName({ discriminator: key, options }: core.$ZodDiscriminatedUnionDef, compile: Compile): Fits {
  const byName = new Map<unknown, Fits>();
  for (const option of options as readonly core.$ZodType[]) {
    for (const name of option._zod.propValues?.[key] ?? []) byName.set(name, compile(option));
  }
  return (value) => byName.get((value as Record<string, unknown> | null | undefined)?.[key])?.(value) ?? false;
}

/** What else is asked of a value, by the schema itself (`z.uuid()`) and by what was added to it; null when not known here. */
function checksOf(schema: core.$ZodType): Fits[] | null {
  const { def } = schema._zod;
  const given = [...('check' in def ? [def] : []), ...(def.checks ?? []).map((check) => check._zod.def)];
  const known = given.map((each) => checkOf(each as unknown as core.$ZodChecks['_zod']['def']));
  return known.every((fits) => fits !== null) ? known : null;
}

function checkOf(def: core.$ZodChecks['_zod']['def']): Fits | null {
  switch (def.check) {
    case 'greater_than': {
      const limit = Number(def.value);
      return (value) => (def.inclusive ? (value as number) >= limit : (value as number) > limit);
    }
    case 'less_than': {
      const limit = Number(def.value);
      return (value) => (def.inclusive ? (value as number) <= limit : (value as number) < limit);
    }
    case 'min_length':
      return (value) => (value as string).length >= def.minimum;
    case 'max_length':
      return (value) => (value as string).length <= def.maximum;
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : null;
    case 'string_format': {
      const pattern = def.pattern;
      // One that remembers where it was, or is no more than a part of what is checked, is zod's.
      if (pattern === undefined || pattern.global || pattern.sticky || !BY_PATTERN.has(def.format)) return null;
      return (value) => pattern.test(value as string);
    }
    default:
      return null;
  }
}

/** Formats that are their pattern and nothing else. */
const BY_PATTERN = new Set<string>(['regex', 'uuid', 'lowercase']);
