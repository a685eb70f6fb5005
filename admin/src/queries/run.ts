import { asAppError } from '../lib/app-error.ts';

type Answer<Data> = { data: Data; error: unknown; status?: number };
type Request<Data> = PromiseLike<Answer<Data>> & {
  abortSignal: (signal: AbortSignal) => PromiseLike<Answer<Data>>;
};

const timeout = 15_000;

/**
 * Sends a request of the Data API and answers its data. It ends after 15 s at the latest.
 * Throws AppError with the key of what went wrong.
 */
export async function run<Data>(request: Request<Data>, signal?: AbortSignal): Promise<NonNullable<Data>> {
  const limit = AbortSignal.timeout(timeout);
  let answer: Answer<Data>;
  try {
    answer = await request.abortSignal(signal ? AbortSignal.any([signal, limit]) : limit);
  } catch (error) {
    throw asAppError(error);
  }
  if (answer.error) throw asAppError({ ...(answer.error as object), status: answer.status });
  return answer.data as NonNullable<Data>;
}
