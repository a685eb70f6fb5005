/** The data of an answer of supabase-js, or throws its error with the HTTP status beside it. */
export function unwrap<A extends { data: unknown; error: unknown; status?: number }>(
  answer: A,
): NonNullable<A['data']> {
  if (answer.error !== null && answer.error !== undefined) {
    throw Object.assign(new Error(), { status: answer.status ?? 0 }, answer.error);
  }
  return answer.data as NonNullable<A['data']>;
}
