import { toDomainError, type DomainError } from '@linli/database';

/** A failed request as an exception that carries its stable key; `message` is the key. */
export class AppError extends Error {
  readonly key: string;
  readonly status: number;
  readonly detail: Record<string, unknown>;

  constructor(error: DomainError) {
    super(error.key);
    this.name = 'AppError';
    this.key = error.key;
    this.status = error.status;
    this.detail = error.detail;
  }
}

/** Any thrown thing as an AppError. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError(toDomainError(error));
}
