import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer of the API other than success: HTTP status and WeChat Pay's `{code, message}`. */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

/** 400 PARAM_ERROR. */
export function paramError(message: string): ApiError {
  return new ApiError(400, 'PARAM_ERROR', message);
}
