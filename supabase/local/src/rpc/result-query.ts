/** What a caller asks of the rows that a function returns. Values stay apart from the SQL. */
export interface ResultQuery {
  columns: string[] | null;
  filters: Filter[];
  order: string[];
  limit: number | null;
  offset: number;
}

export interface Filter {
  column: string;
  negated: boolean;
  operator: string;
  value: string;
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_$]*$/u;
const OPERATORS: Record<string, string> = {
  eq: '=',
  neq: '<>',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  like: 'like',
  ilike: 'ilike',
  cs: '@>',
  cd: '<@',
  ov: '&&',
};
const IS_VALUES = new Set(['null', 'true', 'false', 'unknown', 'not_null']);

export const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Reads the query string of an RPC, without the function's own arguments. Returns null for anything beyond plain
 * columns, filters, order, limit and offset (embeds, JSON paths, logic trees): the caller then asks the table engine.
 */
export function parseResultQuery(params: Iterable<[string, string]>): ResultQuery | null {
  const query: ResultQuery = { columns: null, filters: [], order: [], limit: null, offset: 0 };
  for (const [name, value] of params) {
    if (name === 'select') {
      if (value === '*' || value === '') continue;
      query.columns = value.split(',').map((column) => column.trim());
      if (!query.columns.every((column) => IDENTIFIER.test(column))) return null;
    } else if (name === 'order') {
      const terms = value.split(',').map(orderTerm);
      if (terms.some((term) => term === null)) return null;
      query.order = terms.filter((term) => term !== null);
    } else if (name === 'limit' || name === 'offset') {
      if (!/^\d{1,9}$/.test(value)) return null;
      query[name] = Number(value);
    } else if (name !== 'columns') {
      const filter = parseFilter(name, value);
      if (!filter) return null;
      query.filters.push(filter);
    }
  }
  return query;
}

function orderTerm(term: string): string | null {
  const [column = '', ...modifiers] = term.trim().split('.');
  if (!IDENTIFIER.test(column)) return null;
  const words = modifiers.map(
    (word) => ({ asc: 'asc', desc: 'desc', nullsfirst: 'nulls first', nullslast: 'nulls last' })[word],
  );
  if (words.some((word) => word === undefined)) return null;
  return [quoteIdentifier(column), ...words].join(' ');
}

function parseFilter(column: string, text: string): Filter | null {
  const parts = /^(not\.)?([a-z]+)\.([\s\S]*)$/.exec(text);
  if (!parts || !IDENTIFIER.test(column) || column === 'or' || column === 'and') return null;
  const [, not, operator = '', value = ''] = parts;
  if (operator === 'is' ? !IS_VALUES.has(value) : operator !== 'in' && !(operator in OPERATORS)) return null;
  return { column, negated: not !== undefined, operator, value };
}

/** One filter as SQL; its value, if it has one, is pushed to `values`. */
export function filterSql({ column, negated, operator, value }: Filter, values: unknown[]): string {
  const name = quoteIdentifier(column);
  let condition: string;
  if (operator === 'is') {
    condition = `${name} is ${value.replace('_', ' ')}`;
  } else {
    values.push(
      operator === 'in'
        ? arrayLiteral(value)
        : operator.endsWith('like')
          ? value.replaceAll('*', '%')
          : value,
    );
    const parameter = `$${values.length}`;
    condition =
      operator === 'in' ? `${name} = any (${parameter})` : `${name} ${OPERATORS[operator]} ${parameter}`;
  }
  return negated ? `not (${condition})` : `(${condition})`;
}

/** `(a,"b,c")` → `{"a","b,c"}`. */
function arrayLiteral(list: string): string {
  const items = list.replace(/^\(([\s\S]*)\)$/, '$1').match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  const plain = items.map((item) =>
    item.startsWith('"') ? item.slice(1, -1).replace(/\\(.)/g, '$1') : item,
  );
  return `{${plain.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
