import { isDatabaseUnavailable } from '../database/is-unavailable.ts';
import { InvalidToken } from '../identity/invalid-token.ts';
import { databaseUnavailable } from '../rest/sql-error.ts';

/** The answer to a request that threw: refused keys and tokens, a database that is down, or our own fault (500). */
export function failureResponse(error: unknown): Response {
  if (error instanceof InvalidToken) return refusedToken(error);
  if (isDatabaseUnavailable(error)) {
    const { status, body, headers } = databaseUnavailable();
    return Response.json(body, { status, headers });
  }
  return Response.json({ code: 'unexpected_failure', message: 'Internal server error' }, { status: 500 });
}

function refusedToken(error: InvalidToken): Response {
  if (error.code === 'no_api_key' || error.code === 'invalid_api_key') {
    const hint =
      error.code === 'no_api_key'
        ? 'No `apikey` request header or url param was found.'
        : 'Double check your Supabase `anon` or `service_role` API key.';
    return Response.json({ message: error.message, hint }, { status: 401 });
  }
  const headers: Record<string, string> =
    error.status === 401
      ? { 'www-authenticate': `Bearer error="invalid_token", error_description="${error.message}"` }
      : {};
  const body = { code: error.code, message: error.message, details: null, hint: null };
  return Response.json(body, { status: error.status, headers });
}
