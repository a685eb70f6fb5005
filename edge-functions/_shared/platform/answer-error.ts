import { ApiError } from './api-error.ts';

/** Turns whatever a handler threw into an answer; anything unforeseen is logged and becomes 500 platform.internal. */
export function answerError(error: unknown): Response {
  if (error instanceof ApiError) return error.toResponse();
  console.error(error);
  return new ApiError(500, 'platform.internal').toResponse();
}
