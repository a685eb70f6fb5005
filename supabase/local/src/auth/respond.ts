import type { Context } from 'hono';
import { DatabaseError } from 'pg';
import type { Logger } from 'pino';
import { isDatabaseUnavailable } from '../database/is-unavailable.ts';
import { AuthFailure } from './failure.ts';

const API_VERSION = '2024-01-01';
const TAKEN: Record<string, AuthFailure> = {
  users_email_partial_key: new AuthFailure(
    422,
    'email_exists',
    'A user with this email address has already been registered',
  ),
  users_phone_key: new AuthFailure(
    422,
    'phone_exists',
    'A user with this phone number has already been registered',
  ),
  users_pkey: new AuthFailure(422, 'user_already_exists', 'User already registered'),
  identities_provider_id_provider_unique: new AuthFailure(
    422,
    'identity_already_exists',
    'Identity is already linked to another user',
  ),
  mfa_factors_user_friendly_name_unique: new AuthFailure(
    422,
    'mfa_factor_name_conflict',
    'A factor with the friendly name for this user already exists',
  ),
};

/** Answers an error in the shape that the client's API version asks for; what is not a refusal is logged and hidden. */
export function respondFailure(c: Context, error: Error, log: Logger): Response {
  const failure = asFailure(error);
  if (failure.status >= 500) log.error({ err: error, path: c.req.path }, 'auth: request failed');
  const asked = Date.parse(c.req.header('x-supabase-api-version') ?? '');
  const isNew = asked >= Date.parse(API_VERSION);
  const body = isNew
    ? { code: failure.code, message: failure.message, ...failure.details }
    : { code: failure.status, error_code: failure.code, msg: failure.message, ...failure.details };
  const headers: Record<string, string> = isNew ? { 'x-supabase-api-version': API_VERSION } : {};
  return Response.json(body, { status: failure.status, headers });
}

/** Any error as what the client is told. */
export function asFailure(error: Error): AuthFailure {
  if (error instanceof AuthFailure) return error;
  if (isDatabaseUnavailable(error)) return unavailable();
  if (error instanceof DatabaseError) {
    const taken = error.code === '23505' ? TAKEN[error.constraint ?? ''] : undefined;
    if (taken !== undefined) return taken;
    if (error.code === '22P05' || error.code === '22021')
      return new AuthFailure(400, 'validation_failed', 'A text holds a character that cannot be stored');
    return new AuthFailure(
      500,
      'unexpected_failure',
      `Database error: ${error.code === '23503' ? 'the user is still referenced' : 'request failed'}`,
    );
  }
  const text = 'Unexpected failure, please check server logs for more information';
  return new AuthFailure(500, 'unexpected_failure', text);
}

function unavailable(): AuthFailure {
  return new AuthFailure(503, 'unexpected_failure', 'The database is not reachable, try again');
}
