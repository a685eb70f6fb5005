import type { ApiFailure } from '../rest/sql-error.ts';
import type { ApiFunction } from './function-catalog.ts';

/** The function that a set of argument names means, or the answer that says why there is none. */
export type Choice = { fn: ApiFunction; rawBody: boolean } | { failure: ApiFailure };

const RAW_TYPES = new Set(['json', 'jsonb', 'text', 'bytea']);

/**
 * Picks the overload that takes exactly the given names (parameters with defaults may be left out). A function with
 * one unnamed json, jsonb, text or bytea parameter takes the body whole when nothing else fits.
 */
export function chooseFunction(
  overloads: ApiFunction[],
  schema: string,
  name: string,
  names: string[],
): Choice {
  const fitting = overloads.filter((fn) => takes(fn, names));
  const [first, ...others] = fitting;
  if (first && others.length === 0) return { fn: first, rawBody: false };
  if (first) return { failure: ambiguous(fitting) };
  const raw = overloads.find(
    (fn) => fn.args.length === 1 && fn.args[0]?.name === '' && RAW_TYPES.has(fn.args[0].type),
  );
  if (raw) return { fn: raw, rawBody: true };
  return { failure: unknown(schema, name, names, overloads.length > 0) };
}

function takes(fn: ApiFunction, names: string[]): boolean {
  if (fn.args.some((arg) => arg.name === '')) return false;
  const known = new Set(fn.args.map((arg) => arg.name));
  const given = new Set(names);
  return (
    names.every((name) => known.has(name)) && fn.args.every((arg) => arg.hasDefault || given.has(arg.name))
  );
}

function ambiguous(fitting: ApiFunction[]): ApiFailure {
  const signatures = fitting.map((fn) => {
    const args = fn.args.map((arg) => `${arg.name} => ${arg.type}`).join(', ');
    return `${fn.schema}.${fn.name}(${args})`;
  });
  return {
    status: 300,
    body: {
      code: 'PGRST203',
      message: `Could not choose the best candidate function between: ${signatures.join(', ')}`,
      details: null,
      hint: 'Try renaming the parameters or the function itself in the database so function overloading can be resolved',
    },
  };
}

function unknown(schema: string, name: string, names: string[], exists: boolean): ApiFailure {
  const wanted = names.length > 0 ? `(${names.join(', ')})` : ' without parameters';
  const searched =
    names.length > 0
      ? `with parameter${names.length > 1 ? 's' : ''} ${names.join(', ')}`
      : 'without parameters';
  return {
    status: 404,
    body: {
      code: 'PGRST202',
      message: `Could not find the function ${schema}.${name}${wanted} in the schema cache`,
      details:
        `Searched for the function ${schema}.${name} ${searched} or with a single unnamed json/jsonb parameter, ` +
        'but no matches were found in the schema cache.',
      hint: exists ? `Perhaps you meant to call the function ${schema}.${name} with other parameters` : null,
    },
  };
}
