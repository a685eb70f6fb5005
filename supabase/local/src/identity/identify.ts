import { decodeProtectedHeader, errors, importJWK, jwtVerify, type JWTPayload } from 'jose';
import type { ApiRole, Identity, PlatformKeys } from '../context.ts';
import { InvalidToken } from './invalid-token.ts';

const CACHE_SIZE = 5000;
const CLOCK_TOLERANCE_SECONDS = 5;

const isApiRole = (role: unknown): role is ApiRole =>
  role === 'anon' || role === 'authenticated' || role === 'service_role';

/**
 * Makes the function that turns a key or token into an identity. Accepts the publishable and secret key, and JWTs
 * signed by this installation (HS256 with the secret, ES256 with the signing key) whose role is an API role.
 * A verified token is remembered until it expires. Throws `InvalidToken`.
 */
export async function createIdentify(keys: PlatformKeys): Promise<(keyOrToken: string) => Promise<Identity>> {
  const { d: _private, ...publicJwk } = keys.signingJwk;
  const publicKey = await importJWK(publicJwk, 'ES256');
  const secret = new TextEncoder().encode(keys.jwtSecret);
  const verified = new Map<string, Identity>();

  const verify = async (token: string): Promise<JWTPayload> => {
    const { alg, kid } = decodeProtectedHeader(token);
    const options = { clockTolerance: CLOCK_TOLERANCE_SECONDS };
    if (alg === 'HS256')
      return (await jwtVerify(token, secret, { ...options, algorithms: ['HS256'] })).payload;
    if (alg === 'ES256' && (kid === undefined || kid === keys.signingJwk.kid)) {
      return (await jwtVerify(token, publicKey, { ...options, algorithms: ['ES256'] })).payload;
    }
    throw new InvalidToken('signature', 'No suitable key or wrong key type');
  };

  return async (keyOrToken) => {
    if (keyOrToken === keys.publishableKey) return { role: 'anon', claims: { role: 'anon' } };
    if (keyOrToken === keys.secretKey) return { role: 'service_role', claims: { role: 'service_role' } };
    if (keyOrToken.startsWith('sb_')) throw new InvalidToken('unknown_key', 'Invalid API key');

    const known = verified.get(keyOrToken);
    if (known && !isExpired(known.claims)) return known;
    verified.delete(keyOrToken);

    let claims: JWTPayload;
    try {
      claims = await verify(keyOrToken);
    } catch (error) {
      throw refusal(error);
    }
    const role = claims['role'] ?? 'anon';
    if (!isApiRole(role)) {
      throw new InvalidToken(
        'claims',
        `permission denied to set role "${String(role).slice(0, 63)}"`,
        '42501',
        403,
      );
    }
    const identity: Identity = { role, claims: { ...claims, role } };
    if (verified.size >= CACHE_SIZE) {
      const oldest = verified.keys().next();
      if (!oldest.done) verified.delete(oldest.value);
    }
    verified.set(keyOrToken, identity);
    return identity;
  };
}

function isExpired(claims: JWTPayload): boolean {
  return claims.exp !== undefined && claims.exp + CLOCK_TOLERANCE_SECONDS <= Date.now() / 1000;
}

function refusal(error: unknown): InvalidToken {
  if (error instanceof InvalidToken) return error;
  if (error instanceof errors.JWTExpired) return new InvalidToken('expired', 'JWT expired', 'PGRST303');
  if (error instanceof errors.JWTClaimValidationFailed)
    return new InvalidToken('claims', error.message, 'PGRST303');
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return new InvalidToken('signature', 'No suitable key or wrong key type');
  }
  return new InvalidToken('malformed', 'Expected 3 parts in JWT; got something else');
}
