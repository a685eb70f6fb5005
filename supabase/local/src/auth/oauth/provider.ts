import { AuthFailure } from '../failure.ts';

/** Who a provider says that somebody is. `claims` becomes the identity's data and the user's metadata. */
export interface Profile {
  providerId: string;
  email: string | undefined;
  isEmailVerified: boolean;
  claims: Record<string, unknown>;
}

export interface ProviderTokens {
  accessToken: string;
  refreshToken: string | undefined;
}

export interface AuthorizeRequest {
  redirectUri: string;
  state: string;
  nonce: string;
  scopes: string[];
}

/** A sign-in provider of the redirect kind. */
export interface OauthProvider {
  authorizeUrl(request: AuthorizeRequest): Promise<string>;
  /** Exchanges the code that came back. @throws AuthFailure `bad_oauth_callback` */
  signIn(
    code: string,
    redirectUri: string,
    nonce: string,
  ): Promise<{ tokens: ProviderTokens; profile: Profile }>;
}

/** Fetches JSON from a provider, ten seconds at most. @throws AuthFailure `bad_oauth_callback` */
export async function fetchJson(url: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
    const value: unknown = await response.json();
    if (response.ok && typeof value === 'object' && value !== null) return { ...value };
  } catch (error) {
    throw new AuthFailure(
      500,
      'bad_oauth_callback',
      `The provider did not answer: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
  throw new AuthFailure(400, 'bad_oauth_callback', 'Unable to exchange external code');
}

export function textClaim(claims: Record<string, unknown>, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
