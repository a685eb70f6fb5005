const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** Whether an error means that the database cannot be asked now (down, starting, connection cut off). */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as Error & { code?: unknown }).code;
  if (typeof code === 'string') {
    if (NETWORK.has(code) || /^(08|57P0)/.test(code)) return true;
  }
  return /Connection terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message);
}
