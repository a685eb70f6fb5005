import type { Context } from 'hono';
import { invalidRequest } from './storage-failure.ts';

/** The request's JSON object; empty when there is no body. Throws `InvalidRequest`. */
export async function jsonBody(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text === '') return {};
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // falls through to the refusal
  }
  throw invalidRequest('body must be an object');
}
