import type { AuthFailure } from './failure.ts';
import type { TokenResponse } from './sessions/start-session.ts';

/** The address of an implicit flow's end: tokens in the fragment, which no server sees. */
export function sessionRedirect(
  redirect: string,
  tokens: TokenResponse,
  type: string,
  extra: Record<string, string> = {},
): string {
  const url = new URL(redirect);
  url.hash = new URLSearchParams({
    access_token: tokens.access_token,
    expires_at: String(tokens.expires_at),
    expires_in: String(tokens.expires_in),
    ...extra,
    refresh_token: tokens.refresh_token,
    token_type: tokens.token_type,
    ...(type === '' ? {} : { type }),
  }).toString();
  return url.href;
}

/** The address that tells the app why a link or an OAuth sign-in failed; PKCE apps read the query too. */
export function failureRedirect(redirect: string, failure: AuthFailure, isPkce: boolean): string {
  const url = new URL(redirect);
  const error = {
    error:
      failure.status >= 500 ? 'server_error' : failure.status === 400 ? 'invalid_request' : 'access_denied',
    error_code: failure.code,
    error_description: failure.message,
  };
  if (isPkce) for (const [name, value] of Object.entries(error)) url.searchParams.set(name, value);
  url.hash = new URLSearchParams(error).toString();
  return url.href;
}
