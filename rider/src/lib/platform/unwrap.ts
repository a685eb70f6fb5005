import { toDomainError, type DomainError } from '@linli/database';

/** A refused or failed request, in the product's own terms. */
export class DomainFailure extends Error {
  readonly error: DomainError;

  constructor(error: DomainError) {
    super(error.key);
    this.name = 'DomainFailure';
    this.error = error;
  }
}

interface Answer<T> {
  data: T;
  error: { message: string; code?: string; details?: string | null; name?: string } | null;
  status: number;
}

/** The data of an answer of the Data API; throws DomainFailure where there is an error. */
export function unwrap<T>({ data, error, status }: Answer<T>): NonNullable<T> | T {
  if (!error) return data;
  const { message, code, details, name } = error;
  throw new DomainFailure(toDomainError({ message, code, details, name, status }));
}

/** What went wrong, whatever was thrown. */
export function failureOf(thrown: unknown): DomainError {
  return thrown instanceof DomainFailure ? thrown.error : toDomainError(thrown);
}
