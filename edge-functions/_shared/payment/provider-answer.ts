import { ApiError } from '../platform/api-error.ts';
import { ProviderError } from './provider-error.ts';

/** What an app or a job is told when a provider did not do what was asked; other errors pass unchanged. */
export function providerAnswer(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error;
  console.error(error.message);
  return new ApiError(error.isRetryable ? 503 : 502, error.key, { code: error.code });
}
