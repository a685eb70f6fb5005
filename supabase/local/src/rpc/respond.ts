import type { ApiFailure } from '../rest/sql-error.ts';
import type { Call, CallRow } from './call-sql.ts';

/** The HTTP answer of a call that went well. */
export function respond(call: Call, row: CallRow, mediaType: string, single: boolean): Response {
  const headers = new Headers();
  const failure = applySettings(row, headers);
  if (failure) return Response.json(failure.body, { status: failure.status });
  const ownStatus = row.status === null ? null : Number(row.status);
  if (call.fn.returnsVoid) return new Response(null, { status: ownStatus ?? 204, headers });

  const count = Number(row.count);
  const total = row.total === null ? null : Number(row.total);
  if (single && call.fn.returnsSet) {
    if (count !== 1) return Response.json(notSingle(count), { status: 406 });
  }
  if (call.fn.returnsSet) headers.set('content-range', contentRange(call.query.offset, count, total));
  if (!headers.has('content-type')) headers.set('content-type', mediaType);
  let body = row.body;
  if (single && call.fn.returnsSet && typeof body === 'string') body = firstElement(body);
  const partial = total !== null && count < total;
  const status = ownStatus ?? (call.fn.returnsSet && partial ? 206 : 200);
  const bytes = typeof body === 'string' || body === null ? body : new Uint8Array(body);
  return new Response(bytes, { status, headers });
}

/** Text of the only element of a JSON array of one. */
const firstElement = (json: string): string => json.trim().slice(1, -1).trim();

function notSingle(count: number): ApiFailure['body'] {
  return {
    code: 'PGRST116',
    message: 'Cannot coerce the result to a single JSON object',
    details: `The result contains ${count} rows`,
    hint: null,
  };
}

function contentRange(offset: number, count: number, total: number | null): string {
  const range = count === 0 ? '*' : `${offset}-${offset + count - 1}`;
  return `${range}/${total ?? '*'}`;
}

/** `response.headers` is a JSON array of one-pair objects, `response.status` a number. */
function applySettings(row: CallRow, headers: Headers): ApiFailure | null {
  if (row.status !== null && !/^[1-5]\d\d$/.test(row.status)) {
    return failure('PGRST112', 'response.status GUC must be a valid status code');
  }
  if (row.headers === null) return null;
  try {
    const entries = JSON.parse(row.headers) as Record<string, string>[];
    for (const entry of entries) {
      const pairs = Object.entries(entry);
      const [pair] = pairs;
      if (!pair || pairs.length !== 1 || typeof pair[1] !== 'string') throw new SyntaxError('not a pair');
      if (pair[0].toLowerCase() === 'set-cookie') headers.append(pair[0], pair[1]);
      else headers.set(pair[0], pair[1]);
    }
    return null;
  } catch {
    return failure(
      'PGRST111',
      'response.headers GUC must be a JSON array composed of objects with a single key and a string value',
    );
  }
}

function failure(code: string, message: string): ApiFailure {
  return { status: 500, body: { code, message, details: null, hint: null } };
}
