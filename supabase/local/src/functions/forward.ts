import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { answers } from './answers.ts';
import type { Worker } from './worker/worker.ts';

const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
]);
const NO_BODY = new Set([101, 204, 205, 304]);

export interface ForwardOptions {
  /** How long a function may take to begin its answer. */
  answerMs: number;
  /** How long the whole answer may take. */
  wholeMs: number;
}

/**
 * Sends a request to a worker and streams its answer back. `path` is what the function sees. A worker that does not
 * answer in time is killed (504); one that dies under the request gives 500.
 */
export function forward(
  worker: Worker,
  request: Request,
  path: string,
  options: ForwardOptions,
): Promise<Response> {
  worker.inFlight++;
  worker.lastUsedAt = Date.now();
  const url = new URL(request.url);
  const headers = new Map(request.headers);
  for (const name of HOP_BY_HOP) headers.delete(name);
  headers.set('host', headers.get('host') ?? url.host);
  headers.set('x-forwarded-host', headers.get('x-forwarded-host') ?? url.host);
  headers.set('x-forwarded-proto', headers.get('x-forwarded-proto') ?? url.protocol.slice(0, -1));

  return new Promise((resolve) => {
    let isAnswered = false;
    const settle = (response: Response): void => {
      isAnswered = true;
      resolve(response);
    };
    const outgoing = httpRequest({
      agent: worker.agent,
      socketPath: worker.socketPath,
      path,
      method: request.method,
      headers: Object.fromEntries(headers),
    });
    const done = once(() => {
      clearTimeout(answerTimer);
      clearTimeout(wholeTimer);
      request.signal.removeEventListener('abort', abort);
      worker.inFlight--;
      worker.lastUsedAt = Date.now();
    });
    const abort = (): void => void outgoing.destroy();
    const answerTimer = setTimeout(() => {
      if (isAnswered) return;
      settle(answers.timedOut(Math.round(options.answerMs / 1000)));
      worker.kill();
    }, options.answerMs);
    const wholeTimer = setTimeout(() => worker.kill(), options.wholeMs);
    request.signal.addEventListener('abort', abort, { once: true });
    outgoing.on('response', (incoming) => {
      clearTimeout(answerTimer);
      incoming.once('close', done);
      settle(toResponse(incoming));
    });
    outgoing.on('error', () => {
      done();
      if (!isAnswered) settle(answers.crashed());
    });
    const { body } = request;
    if (body === null) outgoing.end();
    else {
      // The two declarations of a web stream differ in name only.
      const source = Readable.fromWeb(body as unknown as NodeReadableStream);
      source.on('error', () => outgoing.destroy());
      source.pipe(outgoing);
    }
  });
}

function toResponse(incoming: IncomingMessage): Response {
  const headers = new Headers();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index] ?? '';
    if (!HOP_BY_HOP.has(name.toLowerCase())) headers.append(name, incoming.rawHeaders[index + 1] ?? '');
  }
  const status = incoming.statusCode ?? 500;
  if (NO_BODY.has(status)) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  incoming.on('error', () => undefined);
  return new Response(Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>, { status, headers });
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
