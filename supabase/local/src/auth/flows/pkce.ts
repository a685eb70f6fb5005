import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { AuthCore } from '../core.ts';
import { firstRow, type Queryable } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { textField, type Body } from '../request-body.ts';
import type { SignInMethod } from '../sessions/session-row.ts';

const MAX_AGE_SECONDS = 300;

/** A flow that a client began with a code challenge and ends by proving that it holds the verifier. */
export interface FlowState {
  id: string;
  user_id: string | null;
  auth_code: string | null;
  code_challenge_method: 's256' | 'plain' | null;
  code_challenge: string | null;
  provider_type: string;
  provider_access_token: string | null;
  provider_refresh_token: string | null;
  authentication_method: SignInMethod;
  referrer: string | null;
  linking_target_id: string | null;
  age: number;
}

export interface Challenge {
  value: string;
  method: 's256' | 'plain';
}

/** The code challenge of a request, if it has one. @throws AuthFailure when only half of it is there, or it is malformed */
export function readChallenge(body: Body): Challenge | undefined {
  const value = textField(body, 'code_challenge');
  const method = textField(body, 'code_challenge_method')?.toLowerCase();
  if (value === undefined && method === undefined) return undefined;
  if (value === undefined || (method !== 's256' && method !== 'plain')) {
    throw invalid('PKCE flow requires code_challenge_method and code_challenge');
  }
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(value))
    throw invalid('code challenge has to be between 43 and 128 characters');
  return { value, method };
}

export interface NewFlow {
  challenge?: Challenge;
  provider: string;
  method: SignInMethod;
  userId?: string;
  referrer?: string;
  linkingTargetId?: string;
}

/** Notes a flow and returns its id. */
export async function beginFlow(db: Queryable, flow: NewFlow): Promise<string> {
  const id = randomUUID();
  await db.query(
    `insert into auth.flow_state (id, user_id, auth_code, code_challenge_method, code_challenge, provider_type,
       created_at, updated_at, authentication_method, referrer, linking_target_id)
     values ($1, $2, $3, $4, $5, $6, now(), now(), $7, $8, $9)`,
    [
      id,
      flow.userId ?? null,
      randomUUID(),
      flow.challenge?.method ?? null,
      flow.challenge?.value ?? null,
      flow.provider,
      flow.method,
      flow.referrer ?? null,
      flow.linkingTargetId ?? null,
    ],
  );
  return id;
}

/** A flow that is still young enough, locked. @throws AuthFailure `flow_state_not_found` or `flow_state_expired` */
export async function findFlow(db: Queryable, by: 'id' | 'auth_code', value: string): Promise<FlowState> {
  const flow = await firstRow<FlowState & Record<string, unknown>>(
    db,
    `select *, extract(epoch from now() - coalesce(auth_code_issued_at, created_at))::float8 as age
     from auth.flow_state where ${by} = $1 for update`,
    [value],
  );
  if (flow === undefined)
    throw new AuthFailure(404, 'flow_state_not_found', 'invalid flow state, no valid flow state found');
  if (flow.age > MAX_AGE_SECONDS)
    throw new AuthFailure(403, 'flow_state_expired', 'invalid flow state, flow state has expired');
  return flow;
}

/**
 * The user proved who they are: the newest flow of this user gets its code.
 * @returns the code that the client exchanges, or undefined when no flow waits
 */
export async function issueAuthCode(
  db: Queryable,
  userId: string,
  method: SignInMethod,
): Promise<string | undefined> {
  const row = await firstRow<{ auth_code: string }>(
    db,
    `update auth.flow_state set auth_code_issued_at = now(), updated_at = now()
     where id = (select id from auth.flow_state where user_id = $1 and authentication_method = $2 and code_challenge is not null
                 order by created_at desc limit 1)
     returning auth_code`,
    [userId, method],
  );
  return row?.auth_code;
}

/** Ends a flow: the verifier must answer its challenge, and its code works once. @throws AuthFailure `bad_code_verifier` */
export async function redeemFlow(
  core: AuthCore,
  tx: Queryable,
  authCode: string,
  verifier: string,
): Promise<FlowState> {
  const flow = await findFlow(tx, 'auth_code', authCode);
  const answer =
    flow.code_challenge_method === 'plain'
      ? verifier
      : createHash('sha256').update(verifier).digest('base64url');
  const expected = Buffer.from(flow.code_challenge ?? '');
  const given = Buffer.from(answer);
  if (expected.length === 0 || expected.length !== given.length || !timingSafeEqual(expected, given)) {
    core.log.warn({ flow: flow.id }, 'auth: a code verifier did not match its challenge');
    throw new AuthFailure(
      400,
      'bad_code_verifier',
      'code challenge does not match previously saved code verifier',
    );
  }
  await tx.query('delete from auth.flow_state where id = $1', [flow.id]);
  return flow;
}
