import type { Queryable } from '../database.ts';
import { findFactors, findIdentities } from './find-user.ts';
import type { FactorRow, IdentityRow, UserRow } from './user-row.ts';

type Json = Record<string, unknown>;

/** The user as GoTrue answers it, with identities and second factors. */
export async function userJson(db: Queryable, user: UserRow): Promise<Json> {
  const identities = await findIdentities(db, user.id);
  const factors = await findFactors(db, user.id);
  return describeUser(user, identities, factors);
}

/** The same from rows that are already at hand; empty dates and pending changes are left out. */
export function describeUser(user: UserRow, identities: IdentityRow[], factors: FactorRow[]): Json {
  return {
    id: user.id,
    aud: user.aud ?? '',
    role: user.role ?? '',
    email: user.email ?? '',
    ...present('email_confirmed_at', user.email_confirmed_at),
    ...present('invited_at', user.invited_at),
    phone: user.phone ?? '',
    ...present('phone_confirmed_at', user.phone_confirmed_at),
    ...present('confirmation_sent_at', user.confirmation_sent_at),
    ...present('confirmed_at', user.confirmed_at),
    ...present('recovery_sent_at', user.recovery_sent_at),
    ...present('new_email', user.email_change),
    ...present('email_change_sent_at', user.email_change_sent_at),
    ...present('new_phone', user.phone_change),
    ...present('phone_change_sent_at', user.phone_change_sent_at),
    ...present('reauthentication_sent_at', user.reauthentication_sent_at),
    ...present('last_sign_in_at', user.last_sign_in_at),
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    ...(factors.length > 0 ? { factors: factors.map(factorJson) } : {}),
    identities: identities.map(identityJson),
    created_at: user.created_at,
    updated_at: user.updated_at,
    ...present('banned_until', user.banned_until),
    ...present('deleted_at', user.deleted_at),
    is_anonymous: user.is_anonymous,
  };
}

/** A second factor without its secret. */
export function factorJson(factor: FactorRow): Json {
  return {
    id: factor.id,
    friendly_name: factor.friendly_name ?? '',
    factor_type: factor.factor_type,
    status: factor.status,
    created_at: factor.created_at,
    updated_at: factor.updated_at,
  };
}

function identityJson(identity: IdentityRow): Json {
  return {
    identity_id: identity.id,
    id: identity.provider_id,
    user_id: identity.user_id,
    identity_data: identity.identity_data,
    provider: identity.provider,
    last_sign_in_at: identity.last_sign_in_at,
    created_at: identity.created_at,
    updated_at: identity.updated_at,
    ...present('email', identity.email),
  };
}

function present(name: string, value: Date | string | null): Json {
  return value === null || value === '' ? {} : { [name]: value };
}
