import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { inTransaction, type Queryable } from '../database.ts';
import { AuthFailure } from '../failure.ts';
import {
  dropTokens,
  hashOtp,
  isHash,
  isPkceToken,
  tokenOfHash,
  tokensOfAddress,
  type WaitingToken,
} from '../one-time/one-time-tokens.ts';
import { KINDS_OF_TYPE, type TokenKind } from '../one-time/token-kinds.ts';
import { startSession, type TokenResponse } from '../sessions/start-session.ts';
import type { SignInMethod } from '../sessions/session-row.ts';
import { findUserById } from '../users/find-user.ts';
import { isBanned, type UserRow } from '../users/user-row.ts';
import { applyProof } from './apply-proof.ts';
import { issueAuthCode } from './pkce.ts';

const MAX_GUESSES = 5;

/** What a client brings: the code with its address, or the hash that a link carries. */
export type Proof = { type: string; address: string; code: string } | { type: string; tokenHash: string };

/** A session; or for a PKCE link the code to exchange; or the first half of a double e-mail change. */
export type Verified = { tokens: TokenResponse } | { authCode: string } | { isHalf: true };

/**
 * Checks a one-time code or link and signs its user in. A code dies after five wrong guesses, an address is refused
 * after twenty in an hour, and every failure has the same answer.
 * @throws AuthFailure `otp_expired` (403), `over_request_rate_limit` (429), `user_banned`
 */
export async function verifyToken(core: AuthCore, proof: Proof, client: ClientInfo): Promise<Verified> {
  core.limits.request('verify', client);
  const address = 'address' in proof ? proof.address : undefined;
  if (address !== undefined) core.limits.checkFailures('code', address);
  const verified = await inTransaction(core.pool, async (tx) => {
    const token = await findToken(core, tx, proof);
    return token === undefined ? undefined : useToken(core, tx, token, proof, client);
  });
  if (verified === undefined) {
    if (address !== undefined) core.limits.recordFailure('code', address);
    const message =
      'address' in proof ? 'Token has expired or is invalid' : 'Email link is invalid or has expired';
    throw new AuthFailure(403, 'otp_expired', message);
  }
  if (address !== undefined) core.limits.clearFailures('code', address);
  return verified;
}

async function findToken(core: AuthCore, tx: Queryable, proof: Proof): Promise<WaitingToken | undefined> {
  const kinds = KINDS_OF_TYPE[proof.type] ?? [];
  if ('tokenHash' in proof) {
    const token = await tokenOfHash(tx, kinds, proof.tokenHash);
    return token !== undefined && isFresh(core, token, proof.type) ? token : undefined;
  }
  const hash = hashOtp(core.keys.jwtSecret, proof.address, proof.code);
  const waiting = (await tokensOfAddress(tx, kinds, proof.address)).filter((token) =>
    isFresh(core, token, proof.type),
  );
  const match = waiting.find((token) => isHash(token, hash));
  if (match !== undefined) return match;
  for (const token of waiting) {
    if (core.limits.wrongGuess(token.id) >= MAX_GUESSES)
      await dropTokens(tx, token.user_id, [token.token_type]);
  }
  return undefined;
}

function isFresh(core: AuthCore, token: WaitingToken, type: string): boolean {
  const isPhone = type === 'sms' || type === 'phone_change';
  // A confirmation token may be a phone's or an e-mail's: only the type that belongs to its address may use it.
  if (isPhone === token.relates_to.includes('@')) return false;
  return token.age <= (isPhone ? core.settings.sms.otpExpiry : core.settings.email.otpExpiry);
}

async function useToken(
  core: AuthCore,
  tx: Queryable,
  token: WaitingToken,
  proof: Proof,
  client: ClientInfo,
): Promise<Verified | undefined> {
  const user = await findUserById(tx, token.user_id);
  if (user === undefined || !stillBelongs(user, token)) return undefined;
  if (isBanned(user)) throw new AuthFailure(400, 'user_banned', 'User is banned');
  const { isHalf, user: proved } = await applyProof(core, tx, user, token);
  if (isHalf) return { isHalf: true };
  await audit(tx, 'login', proved, client, { type: proof.type });
  if ('tokenHash' in proof && isPkceToken(token)) {
    const authCode = await issueAuthCode(tx, user.id, flowMethod(proof.type, token.token_type));
    return authCode === undefined ? undefined : { authCode };
  }
  return { tokens: await startSession(core, tx, proved, 'otp', client) };
}

/** A code for an address that the user no longer has proves nothing. */
function stillBelongs(user: UserRow, token: WaitingToken): boolean {
  if (token.token_type === 'confirmation_token' || token.token_type === 'recovery_token') {
    return token.relates_to === user.email || token.relates_to === user.phone;
  }
  if (token.token_type === 'phone_change_token') return token.relates_to === user.phone_change;
  return token.relates_to === user.email || token.relates_to === user.email_change;
}

function flowMethod(type: string, kind: TokenKind): SignInMethod {
  if (type === 'recovery') return 'recovery';
  if (type === 'invite') return 'invite';
  if (type === 'email_change') return 'email_change';
  return kind === 'recovery_token' ? 'magiclink' : 'email/signup';
}
