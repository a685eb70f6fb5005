import { DatabaseError } from 'pg';
import { isDatabaseUnavailable } from '../database/is-unavailable.ts';
import { InvalidToken } from '../identity/invalid-token.ts';

/** A refusal in the words of Supabase Storage. `statusCode` is what the body says; the HTTP status is mostly 400. */
export class StorageFailure extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly error: string;

  constructor(statusCode: number, code: string, error: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
    this.error = error;
  }
}

export const noSuchBucket = (): StorageFailure =>
  new StorageFailure(404, 'NoSuchBucket', 'Bucket not found', 'Bucket not found');
export const noSuchKey = (): StorageFailure =>
  new StorageFailure(404, 'NoSuchKey', 'not_found', 'Object not found');
export const duplicate = (): StorageFailure =>
  new StorageFailure(409, 'ResourceAlreadyExists', 'Duplicate', 'The resource already exists');
export const tooLarge = (): StorageFailure =>
  new StorageFailure(
    413,
    'EntityTooLarge',
    'Payload too large',
    'The object exceeded the maximum allowed size',
  );
export const badMimeType = (type: string): StorageFailure =>
  new StorageFailure(415, 'InvalidMimeType', 'invalid_mime_type', `mime type ${type} is not supported`);
export const invalidKey = (key: string): StorageFailure =>
  new StorageFailure(400, 'InvalidKey', 'InvalidKey', `Invalid key: ${key}`);
export const invalidRequest = (message: string): StorageFailure =>
  new StorageFailure(400, 'InvalidRequest', 'Error', message);
export const invalidJwt = (message: string): StorageFailure =>
  new StorageFailure(400, 'InvalidJWT', 'InvalidJWT', message);
export const invalidSignature = (): StorageFailure =>
  new StorageFailure(400, 'InvalidSignature', 'InvalidSignature', 'The URL and its signature do not match');

/** The answer for anything thrown while serving storage; errors that are nobody's refusal are thrown on. */
export function storageFailureResponse(error: unknown): Response {
  if (isDatabaseUnavailable(error)) {
    return render(
      new StorageFailure(503, 'DatabaseError', 'unavailable', 'The database does not answer'),
      503,
    );
  }
  const failure = asFailure(error);
  if (!failure) throw error;
  return render(failure, 400);
}

function render({ statusCode, code, error, message }: StorageFailure, status: number): Response {
  return Response.json({ statusCode: String(statusCode), code, error, message }, { status });
}

function asFailure(error: unknown): StorageFailure | null {
  if (error instanceof StorageFailure) return error;
  if (error instanceof InvalidToken) {
    const message = error.reason === 'expired' ? '"exp" claim timestamp check failed' : error.message;
    return new StorageFailure(403, 'AccessDenied', 'Unauthorized', message);
  }
  if (!(error instanceof DatabaseError)) return null;
  switch (error.code) {
    case '42501':
      return new StorageFailure(403, 'AccessDenied', 'Unauthorized', error.message);
    case '23505':
      return duplicate();
    case '23503':
      return noSuchBucket();
    case '57014':
      return new StorageFailure(544, 'DatabaseTimeout', 'DatabaseTimeout', 'The database took too long');
    default:
      return new StorageFailure(400, 'DatabaseError', 'DatabaseError', error.message);
  }
}
