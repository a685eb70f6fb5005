import { createHmac, randomInt, randomUUID } from 'node:crypto';
import { firstRow, type Queryable } from '../database.ts';
import { changeUser } from '../users/change-user.ts';
import { SENT_AT, type TokenKind } from './token-kinds.ts';

const PKCE_PREFIX = 'pkce_';

/** A one-time token that waits, with its user. `age` is in seconds. */
export interface WaitingToken {
  id: string;
  user_id: string;
  token_type: TokenKind;
  token_hash: string;
  relates_to: string;
  age: number;
}

/** A code of decimal digits from the system's random source. */
export function generateOtp(length: number): string {
  return String(randomInt(10 ** length)).padStart(length, '0');
}

/**
 * The hash under which a code for an address is kept and that links carry. Keyed with the installation's secret, because
 * whoever knows the hash may sign in, and a six-digit code alone could be found by trying.
 */
export function hashOtp(secret: string, address: string, code: string): string {
  return createHmac('sha256', secret).update(`otp:${address}:${code}`).digest('hex').slice(0, 56);
}

/** Puts a new token of a kind in place of the user's old one and notes that it was sent now. */
export async function issueToken(
  db: Queryable,
  userId: string,
  kind: TokenKind,
  hash: string,
  relatesTo: string,
  isPkce = false,
): Promise<string> {
  const stored = isPkce ? PKCE_PREFIX + hash : hash;
  await db.query(
    `insert into auth.one_time_tokens (id, user_id, token_type, token_hash, relates_to, created_at, updated_at)
     values ($1, $2, $3, $4, $5, timezone('utc', clock_timestamp()), timezone('utc', clock_timestamp()))
     on conflict (user_id, token_type) do update
       set id = excluded.id, token_hash = excluded.token_hash, relates_to = excluded.relates_to,
           created_at = excluded.created_at, updated_at = excluded.updated_at`,
    [randomUUID(), userId, kind, stored, relatesTo],
  );
  await changeUser(db, userId, { [kind]: stored, [SENT_AT[kind]]: new Date() });
  return stored;
}

/** Takes tokens away: after use, after too many wrong guesses, or because the message could not be sent. */
export async function dropTokens(
  db: Queryable,
  userId: string,
  kinds: TokenKind[],
  alsoSentAt = false,
): Promise<void> {
  await db.query(
    'delete from auth.one_time_tokens where user_id = $1 and token_type = any ($2::auth.one_time_token_type[])',
    [userId, kinds],
  );
  const cleared = kinds.map((kind) => [kind, '']);
  const unsent = alsoSentAt ? kinds.map((kind) => [SENT_AT[kind], null]) : [];
  await changeUser(db, userId, Object.fromEntries([...cleared, ...unsent]));
}

/** The tokens of some kinds that wait for an address, locked so that two requests cannot use one. */
export async function tokensOfAddress(
  db: Queryable,
  kinds: TokenKind[],
  address: string,
): Promise<WaitingToken[]> {
  const text = `${SELECT} where token_type = any ($1::auth.one_time_token_type[]) and relates_to = $2 for update`;
  return (await db.query<WaitingToken & Record<string, unknown>>(text, [kinds, address])).rows;
}

/** The token that a link carries, locked. */
export function tokenOfHash(
  db: Queryable,
  kinds: TokenKind[],
  hash: string,
): Promise<WaitingToken | undefined> {
  const text = `${SELECT} where token_type = any ($1::auth.one_time_token_type[]) and token_hash = $2 for update`;
  return firstRow<WaitingToken & Record<string, unknown>>(db, text, [kinds, hash]);
}

/** Tokens asked for by a PKCE client end in a code to exchange, never in a session in the address bar. */
export function isPkceToken(token: Pick<WaitingToken, 'token_hash'>): boolean {
  return token.token_hash.startsWith(PKCE_PREFIX);
}

/** Whether a stored token is this hash, asked for with or without PKCE. */
export function isHash(token: WaitingToken, hash: string): boolean {
  return token.token_hash === hash || token.token_hash === PKCE_PREFIX + hash;
}

const SELECT = `select id, user_id, token_type, token_hash, relates_to,
  extract(epoch from timezone('utc', clock_timestamp()) - created_at)::float8 as age from auth.one_time_tokens`;
