import { ApiError } from './api-error.ts';

/** The request body as a JSON object; an empty body is an empty object; anything else is 400 platform.body_invalid. */
export function readJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new ApiError(400, 'platform.body_invalid');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ApiError(400, 'platform.body_invalid');
  return { ...value };
}
