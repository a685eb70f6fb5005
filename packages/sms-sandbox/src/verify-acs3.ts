import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { SmsCredentials } from './ensure-sms-credentials.ts';

const algorithm = 'ACS3-HMAC-SHA256';
const maxSkewMs = 15 * 60_000;

/** The parts of a request that the signature covers. */
export interface Acs3Request {
  method: string;
  /** Path as sent. */
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

/**
 * Checks an ACS3-HMAC-SHA256 signature (Alibaba Cloud OpenAPI V3 signing): canonical request, its SHA-256, HMAC with
 * the access key secret. `usedNonces` keeps what was seen. Throws ApiError with the gateway's codes.
 */
export function verifyAcs3(
  request: Acs3Request,
  credentials: SmsCredentials,
  usedNonces: Map<string, number>,
): void {
  const authorization = request.headers.get('authorization') ?? '';
  const match = /^(\S+) Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  if (!match) throw new ApiError(400, 'MissingAuthorization', 'Authorization is mandatory for this action.');
  const [, scheme, accessKeyId, signedHeaders = '', signature = ''] = match;
  if (scheme !== algorithm)
    throw new ApiError(400, 'InvalidSignatureMethod', 'The signature method is not supported.');
  if (accessKeyId !== credentials.accessKeyId)
    throw new ApiError(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
  checkFreshness(request.headers, usedNonces);
  const hash = sha256(request.body);
  if (request.headers.get('x-acs-content-sha256') !== hash)
    throw new ApiError(400, 'InvalidContentHash', 'x-acs-content-sha256 does not match the request body.');
  const names = signedHeaders.split(';');
  const required = [
    'host',
    'x-acs-action',
    'x-acs-content-sha256',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-version',
  ];
  const canonical = [
    request.method,
    request.path || '/',
    canonicalQuery(request.query),
    names.map((name) => `${name}:${(request.headers.get(name) ?? '').trim()}\n`).join(''),
    signedHeaders,
    hash,
  ].join('\n');
  const expected = createHmac('sha256', credentials.accessKeySecret)
    .update(`${algorithm}\n${sha256(canonical)}`)
    .digest('hex');
  const complete = required.every((name) => names.includes(name));
  if (!complete || !timingSafeEqual(Buffer.from(expected), Buffer.from(signature)))
    throw new ApiError(
      400,
      'SignatureDoesNotMatch',
      'Specified signature is not matched with our calculation.',
    );
}

function checkFreshness(headers: Headers, usedNonces: Map<string, number>): void {
  const date = headers.get('x-acs-date') ?? '';
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(at))
    throw new ApiError(400, 'InvalidTimeStamp.Format', 'Specified time stamp is not well formatted.');
  if (Math.abs(Date.now() - at) > maxSkewMs)
    throw new ApiError(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
  const nonce = headers.get('x-acs-signature-nonce') ?? '';
  for (const [known, until] of usedNonces) if (until < Date.now()) usedNonces.delete(known);
  if (nonce === '' || usedNonces.has(nonce))
    throw new ApiError(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.');
  usedNonces.set(nonce, Date.now() + 2 * maxSkewMs);
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .sort()
    .join('&');
}

/** RFC 3986 percent-encoding. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
