import type { Context, MiddlewareHandler } from 'hono';

/**
 * Refuses request bodies larger than `maxBytes` with 413. A body of unknown length is counted while it streams, so that
 * nothing is kept in memory here.
 */
export function limitBody(maxBytes: number): MiddlewareHandler {
  return async (c, next) => {
    const isChunked = c.req.header('transfer-encoding') !== undefined;
    if (!isChunked) return Number(c.req.header('content-length') ?? 0) > maxBytes ? tooLarge(c) : next();
    const { body, method, headers } = c.req.raw;
    if (body === null) return next();
    let seen = 0;
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          seen += chunk.byteLength;
          if (seen > maxBytes) controller.error(new Error('The request body is too large'));
          else controller.enqueue(chunk);
        },
      }),
    );
    c.req.raw = new Request(c.req.url, { method, headers, body: counted, duplex: 'half' } as RequestInit);
    await next();
    if (seen > maxBytes) c.res = tooLarge(c);
  };
}

function tooLarge(c: Context): Response {
  return c.json({ code: 'payload_too_large', message: 'The request body is too large' }, 413);
}
