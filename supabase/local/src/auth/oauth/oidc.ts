import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { AuthFailure } from '../failure.ts';
import { fetchJson, textClaim, type OauthProvider, type Profile } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';

const DISCOVERY_TTL_MS = 10 * 60 * 1000;
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'];

interface Discovery {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  userinfoEndpoint: string | undefined;
  keys: JWTVerifyGetKey;
  fetchedAt: number;
}

/** An OpenID Connect provider, which also vouches for ID tokens that an app got by itself. */
export interface OidcProvider extends OauthProvider {
  /** Checks an ID token. @throws AuthFailure `bad_jwt` */
  readIdToken(idToken: string): Promise<JWTPayload>;
  toProfile(claims: Record<string, unknown>): Profile;
}

/** A provider found by its issuer's `/.well-known/openid-configuration` (OpenID Connect Discovery 1.0). */
export function createOidcProvider(settings: ProviderSettings): OidcProvider {
  let cached: Discovery | undefined;
  const discover = async (): Promise<Discovery> => {
    if (cached === undefined || Date.now() - cached.fetchedAt > DISCOVERY_TTL_MS)
      cached = await fetchDiscovery(settings);
    return cached;
  };
  const readIdToken = async (idToken: string): Promise<JWTPayload> => {
    const { keys, issuer } = await discover();
    try {
      return (
        await jwtVerify(idToken, keys, {
          issuer,
          audience: settings.clientIds,
          algorithms: ALGORITHMS,
          clockTolerance: 30,
        })
      ).payload;
    } catch (error) {
      throw new AuthFailure(
        400,
        'bad_jwt',
        `Bad ID token: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    }
  };
  return {
    readIdToken,
    toProfile,
    async authorizeUrl({ redirectUri, state, nonce, scopes }) {
      const { authorizationEndpoint } = await discover();
      const url = new URL(authorizationEndpoint);
      const scope = [...new Set(['openid', 'email', 'profile', ...scopes])].join(' ');
      const query = {
        client_id: settings.clientIds[0] ?? '',
        redirect_uri: redirectUri,
        response_type: 'code',
        scope,
        state,
        nonce,
      };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },

    async signIn(code, redirectUri, nonce) {
      const { tokenEndpoint, userinfoEndpoint } = await discover();
      const form = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: settings.clientIds[0] ?? '',
        client_secret: settings.secret,
      };
      const answer = await fetchJson(tokenEndpoint, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { accept: 'application/json' },
      });
      const accessToken = textClaim(answer, 'access_token');
      const idToken = textClaim(answer, 'id_token');
      if (accessToken === undefined || idToken === undefined)
        throw new AuthFailure(400, 'bad_oauth_callback', 'Unable to exchange external code');
      const claims = await readIdToken(idToken);
      if (!settings.skipNonceCheck && claims['nonce'] !== nonce)
        throw new AuthFailure(400, 'bad_oauth_callback', 'Nonces mismatch');
      const info =
        userinfoEndpoint === undefined
          ? {}
          : await fetchJson(userinfoEndpoint, { headers: { authorization: `Bearer ${accessToken}` } });
      const isSame = info['sub'] === undefined || info['sub'] === claims.sub;
      return {
        tokens: { accessToken, refreshToken: textClaim(answer, 'refresh_token') },
        profile: toProfile({ ...(isSame ? info : {}), ...claims }),
      };
    },
  };
}

function toProfile(claims: Record<string, unknown>): Profile {
  const sub = textClaim(claims, 'sub');
  if (sub === undefined)
    throw new AuthFailure(400, 'bad_oauth_callback', 'The provider did not say who it is');
  const email = textClaim(claims, 'email')?.toLowerCase();
  const isEmailVerified = claims['email_verified'] === true || claims['email_verified'] === 'true';
  const name = textClaim(claims, 'name') ?? textClaim(claims, 'preferred_username');
  const picture = textClaim(claims, 'picture');
  return {
    providerId: sub,
    email,
    isEmailVerified,
    claims: {
      iss: claims['iss'],
      sub,
      provider_id: sub,
      ...(email === undefined ? {} : { email }),
      email_verified: isEmailVerified,
      phone_verified: false,
      ...(name === undefined ? {} : { name, full_name: name }),
      ...(picture === undefined ? {} : { picture, avatar_url: picture }),
    },
  };
}

async function fetchDiscovery(settings: ProviderSettings): Promise<Discovery> {
  const found = await fetchJson(`${settings.url}/.well-known/openid-configuration`);
  const issuer = textClaim(found, 'issuer');
  const authorizationEndpoint = textClaim(found, 'authorization_endpoint');
  const tokenEndpoint = textClaim(found, 'token_endpoint');
  const jwksUri = textClaim(found, 'jwks_uri');
  if (
    issuer === undefined ||
    authorizationEndpoint === undefined ||
    tokenEndpoint === undefined ||
    jwksUri === undefined
  ) {
    throw new AuthFailure(
      500,
      'bad_oauth_callback',
      `${settings.name} does not describe itself as an OpenID provider`,
    );
  }
  const keys = createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 10_000 });
  return {
    issuer,
    authorizationEndpoint,
    tokenEndpoint,
    userinfoEndpoint: textClaim(found, 'userinfo_endpoint'),
    keys,
    fetchedAt: Date.now(),
  };
}
