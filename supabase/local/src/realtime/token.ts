import { decodeJwt, type JWTPayload } from 'jose';
import type { Identity, PlatformContext } from '../context.ts';
import { RealtimeFailure } from './failure.ts';

export interface VerifiedToken {
  token: string;
  identity: Identity;
  /** Unix time in seconds; null for API keys that never expire. */
  expiresAt: number | null;
}

const missingClaims = () =>
  new RealtimeFailure('InvalidJWTToken', 'Fields `role` and `exp` are required in JWT');

const now = () => Math.floor(Date.now() / 1000);

function expired(exp: number): RealtimeFailure {
  return new RealtimeFailure('InvalidJWTToken', `Token has expired ${Math.max(now() - exp, 0)} seconds ago`);
}

/** Throws the expiry failure once a token's time is over. */
export function assertNotExpired(token: VerifiedToken): void {
  if (token.expiresAt !== null && token.expiresAt <= now()) throw expired(token.expiresAt);
}

/**
 * Checks an API key or JWT and says who it is.
 * Throws a `RealtimeFailure` with code InvalidJWTToken, MalformedJWT or JwtSignatureError.
 */
export async function verifyToken(
  identify: PlatformContext['identify'],
  raw: string,
): Promise<VerifiedToken> {
  const token = raw.replace(/\s+/g, '');
  if (token.startsWith('sb_')) {
    const identity = await identify(token).catch(() => {
      throw new RealtimeFailure('JwtSignatureError', 'Failed to validate JWT signature');
    });
    return { token, identity, expiresAt: null };
  }
  const claimed = readClaims(token);
  if (typeof claimed.exp === 'number' && claimed.exp <= now()) throw expired(claimed.exp);
  if (typeof claimed.exp !== 'number' || typeof claimed.role !== 'string') throw missingClaims();
  const identity = await identify(token).catch(() => {
    throw new RealtimeFailure('JwtSignatureError', 'Failed to validate JWT signature');
  });
  return { token, identity, expiresAt: claimed.exp };
}

function readClaims(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw new RealtimeFailure('MalformedJWT', 'The token provided is not a valid JWT');
  }
}
