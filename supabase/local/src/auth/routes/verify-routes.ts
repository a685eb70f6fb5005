import type { Context, Hono } from 'hono';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { invalid, type AuthFailure } from '../failure.ts';
import { verifyToken, type Proof } from '../flows/verify-token.ts';
import { isPkceToken } from '../one-time/one-time-tokens.ts';
import { KINDS_OF_TYPE } from '../one-time/token-kinds.ts';
import { safeRedirect } from '../redirect-url.ts';
import { emailField, phoneField, readBody, textField, type Body } from '../request-body.ts';
import { asFailure } from '../respond.ts';
import { failureRedirect, sessionRedirect } from '../redirect-result.ts';

const HALF_DONE = 'Confirmation link accepted. Please proceed to confirm link sent to the other email';

/** `/verify`: a code typed in (POST) or a link opened (GET). */
export function addVerifyRoutes(app: Hono, core: AuthCore): void {
  app.post('/verify', async (c) => {
    const verified = await verifyToken(core, readProof(await readBody(c)), clientInfo(c));
    c.header('cache-control', 'no-store');
    if ('isHalf' in verified) return c.json({ msg: HALF_DONE, code: '200' });
    return c.json('tokens' in verified ? verified.tokens : { auth_code: verified.authCode });
  });

  app.get('/verify', async (c) => {
    // Mail scanners ask for the head of every link; that must not use it up.
    if (c.req.method === 'HEAD') return c.body(null, 200);
    const redirect = safeRedirect(core.settings, c.req.query('redirect_to'));
    const tokenHash = c.req.query('token') ?? c.req.query('token_hash') ?? '';
    try {
      return c.redirect(await openLink(core, c, tokenHash, redirect), 303);
    } catch (error) {
      const failure: AuthFailure = asFailure(error instanceof Error ? error : new Error(String(error)));
      return c.redirect(failureRedirect(redirect, failure, isPkceToken({ token_hash: tokenHash })), 303);
    }
  });
}

async function openLink(core: AuthCore, c: Context, tokenHash: string, redirect: string): Promise<string> {
  const type = c.req.query('type') ?? '';
  if (tokenHash === '' || !(type in KINDS_OF_TYPE))
    throw invalid('Verify requires a token and a verification type');
  const verified = await verifyToken(core, { type, tokenHash }, clientInfo(c));
  if ('tokens' in verified) return sessionRedirect(redirect, verified.tokens, type);
  const url = new URL(redirect);
  if ('authCode' in verified) url.searchParams.set('code', verified.authCode);
  else url.hash = new URLSearchParams({ message: HALF_DONE }).toString();
  return url.href;
}

function readProof(body: Body): Proof {
  const type = textField(body, 'type');
  if (type === undefined || !(type in KINDS_OF_TYPE)) throw invalid('Verify requires a verification type');
  const tokenHash = textField(body, 'token_hash');
  const code = textField(body, 'token');
  if (tokenHash !== undefined) {
    if (code !== undefined) throw invalid('Only the token_hash and type should be provided');
    return { type, tokenHash };
  }
  if (code === undefined) throw invalid('Verify requires a token or a token hash');
  const address = type === 'sms' || type === 'phone_change' ? phoneField(body) : emailField(body);
  if (address === undefined)
    throw invalid('Only an email address or phone number should be provided on verify');
  return { type, address, code };
}
