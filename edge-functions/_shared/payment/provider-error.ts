/** Why a provider did not do what was asked. */
export type ProviderErrorKey =
  | 'payment.provider_unavailable'
  | 'payment.provider_refused'
  | 'payment.already_paid'
  | 'payment.charge_closed'
  | 'payment.signature_invalid';

/** A failure at the provider. `code` is the vendor's own; a retryable one may succeed later unchanged. */
export class ProviderError extends Error {
  readonly key: ProviderErrorKey;
  readonly code: string;
  readonly isRetryable: boolean;

  constructor(key: ProviderErrorKey, code: string, message: string, isRetryable = false) {
    super(`${key} (${code}): ${message}`);
    this.name = 'ProviderError';
    this.key = key;
    this.code = code;
    this.isRetryable = isRetryable;
  }
}
