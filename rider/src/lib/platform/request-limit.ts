/** The signal that ends a request which takes too long; it then counts as not having reached the platform. */
export function requestLimit(milliseconds = 10_000): AbortSignal {
  return AbortSignal.timeout(milliseconds);
}
