export type InvalidTokenReason = 'malformed' | 'expired' | 'signature' | 'claims' | 'unknown_key';

/** A key or token that must not be accepted. `status` is the HTTP status PostgREST gives for it. */
export class InvalidToken extends Error {
  readonly reason: InvalidTokenReason;
  readonly status: 401 | 403;
  /** PostgREST's code (`PGRST301`, `PGRST303`, …), or the SQLSTATE it would have met. */
  readonly code: string;

  constructor(reason: InvalidTokenReason, message: string, code = 'PGRST301', status: 401 | 403 = 401) {
    super(message);
    this.name = 'InvalidToken';
    this.reason = reason;
    this.code = code;
    this.status = status;
  }
}
