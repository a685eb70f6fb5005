import type { ApiError } from './sql-error.ts';

/**
 * lite answers everything that it did not foresee with 500 "SUP": a query string that it cannot parse becomes 400 as
 * in PostgREST. Other answers pass.
 */
export async function correctAnswer(answer: Response): Promise<Response> {
  if (answer.status !== 500) return answer;
  const body = (await answer
    .clone()
    .json()
    .catch(() => null)) as Partial<ApiError> | null;
  if (body?.code !== 'SUP') return answer;
  const message = (body.message ?? '').replace(/^Error: /, '');
  if (/ at position \d+|^(Missing|Expected|Unexpected) /.test(message)) {
    return Response.json({ code: 'PGRST100', message, details: message, hint: null }, { status: 400 });
  }
  return answer;
}
