import { ApiError } from '../platform/api-error.ts';
import { ProviderError } from './provider-error.ts';

/** The key and the vendor's code of an error, for the answer of one row in a bulk call. */
export function rowError(error: unknown): { error: string; code: string | null } {
  if (error instanceof ProviderError) return { error: error.key, code: error.code };
  if (error instanceof ApiError) return { error: error.key, code: null };
  console.error(error);
  return { error: 'platform.internal', code: null };
}
