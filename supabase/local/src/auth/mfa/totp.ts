import { generateSecret, generateURI, verify } from 'otplib';
import { renderSVG } from 'uqr';

const STEP_SECONDS = 30;

/** What an authenticator app needs; `qr_code` is an SVG document. */
export interface TotpEnrolment {
  secret: string;
  uri: string;
  qr_code: string;
}

/** A new TOTP secret (RFC 6238, SHA-1, six digits, 30 s) with its URI and QR code. */
export function newTotp(issuer: string, account: string): TotpEnrolment {
  const secret = generateSecret();
  const uri = generateURI({ issuer, label: account, secret });
  return { secret, uri, qr_code: renderSVG(uri, { border: 2 }) };
}

/** The time step that a code belongs to, one step early or late allowed; undefined when it is wrong. */
export async function totpStep(secret: string, code: string): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined;
  const result = await verify({ secret, token: code, epochTolerance: STEP_SECONDS });
  return result.valid ? Math.floor(Date.now() / 1000 / STEP_SECONDS) + result.delta : undefined;
}
