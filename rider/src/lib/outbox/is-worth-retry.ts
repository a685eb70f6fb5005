import type { DomainError } from '@linli/database';

/** Whether the platform did not get to judge a request: no network, overload, a restart, or a session to renew. */
export function isWorthRetry({ status }: DomainError): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
}

/** Milliseconds before try number `attempt` (from 1): 2 s doubling to 30 s. */
export function retryDelay(attempt: number): number {
  return Math.min(30_000, 2_000 * 2 ** Math.max(0, attempt - 1));
}
