import type { ApiFailure } from './sql-error.ts';

/**
 * lite joins repeated `or=` parameters with OR; PostgREST joins them with AND. Rewrites them to one `and=`:
 * `or=(a)&or=(b)` → `and=(or(a),or(b))`, also below an embedded table (`films.or`).
 */
export function joinRepeatedOr(url: URL): URL {
  const rewritten = new URL(url);
  const params = rewritten.searchParams;
  for (const key of new Set([...params.keys()].filter((name) => /(^|\.)(not\.)?or$/.test(name)))) {
    const values = params.getAll(key);
    if (values.length < 2) continue;
    params.delete(key);
    const negated = /(^|\.)not\.or$/.test(key);
    const parts = values.map((value) => `${negated ? 'not.' : ''}or${value}`);
    params.append(key.replace(/(not\.)?or$/, 'and'), `(${parts.join(',')})`);
  }
  return rewritten;
}

const NOT_FILTERS = new Set(['select', 'columns', 'order', 'limit', 'offset', 'on_conflict', 'apikey']);

/** Production loads pg-safeupdate for the Data API: no update or delete without a filter. */
export function refuseUnfiltered(method: string, url: URL): ApiFailure | null {
  if (method !== 'PATCH' && method !== 'DELETE') return null;
  if ([...url.searchParams.keys()].some((name) => !NOT_FILTERS.has(name))) return null;
  const command = method === 'PATCH' ? 'UPDATE' : 'DELETE';
  return {
    status: 400,
    body: { code: '21000', message: `${command} requires a WHERE clause`, details: null, hint: null },
  };
}
