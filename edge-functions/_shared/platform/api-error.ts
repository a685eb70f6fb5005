/**
 * A refusal with a stable key, answered in the Data API's shape so that apps read one kind of error:
 * `{code: "PT<status>", message: key, details: JSON text or null, hint: null}`.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly key: string;
  readonly details: Readonly<Record<string, unknown>> | null;

  constructor(status: number, key: string, details: Readonly<Record<string, unknown>> | null = null) {
    super(key);
    this.name = 'ApiError';
    this.status = status;
    this.key = key;
    this.details = details;
  }

  /** The answer to the caller. */
  toResponse(): Response {
    const details = this.details === null ? null : JSON.stringify(this.details);
    return Response.json(
      { code: `PT${this.status}`, message: this.key, details, hint: null },
      { status: this.status },
    );
  }
}
