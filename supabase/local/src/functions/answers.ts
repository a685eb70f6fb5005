const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

/** The platform's own answers about functions, in the words of the hosted one. Browsers may read them. */
export const answers = {
  notFound: () => answer(404, 'NOT_FOUND', 'Requested function was not found'),
  noToken: () => answer(401, 'UNAUTHORIZED_NO_AUTH_HEADER', 'Missing authorization header'),
  badToken: () => answer(401, 'UNAUTHORIZED_INVALID_JWT_FORMAT', 'Invalid JWT'),
  bootFailed: () => answer(503, 'BOOT_ERROR', 'Function failed to start (please check logs)'),
  crashed: () => answer(500, 'WORKER_ERROR', 'Function exited due to an error (please check logs)'),
  timedOut: (seconds: number) =>
    answer(504, 'IDLE_TIMEOUT', `Request idle timeout limit (${seconds}s) reached`),
};

function answer(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status, headers: { ...CORS, 'sb-error-code': code } });
}
