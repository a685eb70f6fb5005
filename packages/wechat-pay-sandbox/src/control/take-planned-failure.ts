import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ApiError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';

/** The failure planned for this request (`METHOD /path`), counted down; undefined where none is. */
export function takePlannedFailure(sandbox: Sandbox, request: string): ApiError | undefined {
  const index = sandbox.failures.findIndex((one) => request.startsWith(one.match));
  const failure = sandbox.failures[index];
  if (!failure) return undefined;
  failure.times -= 1;
  if (failure.times <= 0) sandbox.failures.splice(index, 1);
  return new ApiError(failure.status as ContentfulStatusCode, failure.code, failure.message);
}
