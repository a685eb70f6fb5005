import { AuthFailure } from '../failure.ts';
import { firstRow, type Queryable } from '../database.ts';
import { callHttpHook, hookRefusal } from './call-http-hook.ts';
import type { HookTarget } from './hook-target.ts';

/**
 * Runs a hook with a JSON payload: over HTTP, or as `schema.function(event jsonb) returns jsonb`
 * with the rights of `supabase_auth_admin` and two seconds of time.
 * @throws AuthFailure when the hook refuses or does not answer
 */
export async function runHook(
  db: Queryable,
  target: HookTarget,
  payload: unknown,
): Promise<Record<string, unknown>> {
  if (target.kind === 'http') return callHttpHook(target.url, target.secrets, payload);
  const quoted = [target.schema, target.name].map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
  try {
    await db.query(`set local statement_timeout = '2s'`);
    const row = await firstRow<{ answer: Record<string, unknown> | null }>(
      db,
      `select ${quoted}($1::jsonb) as answer`,
      [JSON.stringify(payload)],
    );
    await db.query(`set local statement_timeout = '10s'`);
    const answer = row?.answer ?? {};
    const refusal = hookRefusal(answer);
    if (refusal !== undefined) throw refusal;
    return answer;
  } catch (error) {
    if (error instanceof AuthFailure) throw error;
    throw new AuthFailure(
      500,
      'unexpected_failure',
      `Error running hook URI: pg-functions://postgres/${target.schema}/${target.name}`,
    );
  }
}
