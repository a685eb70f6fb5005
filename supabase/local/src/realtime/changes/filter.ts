export const comparisons = {
  eq: '=',
  neq: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
} as const;

export const patterns = {
  like: 'like',
  ilike: 'ilike',
  match: '~',
  imatch: '~*',
} as const;

export type FilterOperator = keyof typeof comparisons | keyof typeof patterns | 'in' | 'is' | 'isdistinct';

export interface Filter {
  column: string;
  operator: FilterOperator;
  negated: boolean;
  /** One value, or the list of `in`. */
  values: string[];
}

const operators = new Set<string>([
  ...Object.keys(comparisons),
  ...Object.keys(patterns),
  'in',
  'is',
  'isdistinct',
]);
const mostValues = 100;
const isValues = new Set(['null', 'true', 'false', 'unknown']);

/**
 * Reads a filter: conditions `column=[not.]operator.value` joined by commas, all of which must hold.
 * Throws an Error that names the condition at fault.
 */
export function parseFilter(text: string): Filter[] {
  return split(text).map(parseCondition);
}

function parseCondition(condition: string): Filter {
  const equals = condition.indexOf('=');
  const column = condition.slice(0, equals).trim();
  let rest = condition.slice(equals + 1);
  if (equals < 1 || column === '') throw invalid(condition);
  const negated = rest.startsWith('not.');
  if (negated) rest = rest.slice(4);
  const dot = rest.indexOf('.');
  const operator = rest.slice(0, dot);
  if (dot < 1 || !operators.has(operator)) throw invalid(condition);
  const value = rest.slice(dot + 1);
  const values = operator === 'in' ? parseList(value, condition) : [unquote(value)];
  if (operator === 'is' && !isValues.has(values[0]?.toLowerCase() ?? '')) throw invalid(condition);
  return { column, operator: operator as FilterOperator, negated, values };
}

function parseList(value: string, condition: string): string[] {
  if (!value.startsWith('(') || !value.endsWith(')')) throw invalid(condition);
  const values = split(value.slice(1, -1)).map(unquote);
  if (values.length === 0) throw invalid(condition);
  if (values.length > mostValues) throw new Error(`too many values for \`in\` filter. Maximum ${mostValues}`);
  return values;
}

function unquote(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  return value.slice(1, -1).replace(/\\(.)/gs, '$1');
}

/** Cuts at the commas that stand outside quotes and parentheses. */
function split(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (quoted && char === '\\') {
      part += char + text.charAt(index + 1);
      index += 1;
      continue;
    }
    if (char === '"' && (quoted || opensQuote(part))) quoted = !quoted;
    else if (!quoted && char === '(') depth += 1;
    else if (!quoted && char === ')') depth -= 1;
    if (char === ',' && !quoted && depth <= 0) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  if (part !== '' || parts.length > 0) parts.push(part);
  return parts;
}

/** A quote counts only where a value begins; elsewhere it is a character like any other. */
function opensQuote(before: string): boolean {
  return before === '' || /[.,(]$/.test(before);
}

function invalid(condition: string): Error {
  return new Error(`Error parsing \`filter\` params: ["${condition}"]`);
}
