import { ApiError } from './api-error.ts';

/** `limit` of a request body, 1–200; `fallback` where it is absent; 400 platform.body_invalid otherwise. */
export function readLimit(body: Readonly<Record<string, unknown>>, fallback: number): number {
  const { limit = fallback } = body;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new ApiError(400, 'platform.body_invalid');
  return limit;
}
