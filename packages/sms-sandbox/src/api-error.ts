import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal by the gateway of Alibaba Cloud's OpenAPI: HTTP status and Code. */
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
