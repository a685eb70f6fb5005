import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Target } from './allowed-target.ts';

export interface OutgoingRequest {
  method: string;
  headers: Record<string, string>;
  body: Buffer | null;
  timeoutMs: number;
}

export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  content: string;
}

const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

export class RequestTimedOut extends Error {}

/** Sends one request to the checked address, without following redirects. Throws `RequestTimedOut` or the failure. */
export function sendRequest(
  target: Target,
  outgoing: OutgoingRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { method, headers, body, timeoutMs } = outgoing;
  const send = target.url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(target.url, {
      method,
      headers: {
        'user-agent': 'pg_net',
        ...headers,
        ...(body ? { 'content-length': String(body.length) } : {}),
      },
      signal,
      agent: false,
      lookup: (_host, options, done) => {
        if (options.all) done(null, [{ address: target.address, family: target.family }]);
        else done(null, target.address, target.family);
      },
    });
    const timer = setTimeout(() => {
      request.destroy(new RequestTimedOut(`Timeout of ${timeoutMs} ms reached`));
    }, timeoutMs);
    request.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER_BYTES) request.destroy(new Error('The response is too large'));
        else chunks.push(chunk);
      });
      response.once('error', reject);
      response.once('end', () => {
        clearTimeout(timer);
        const entries = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({
          statusCode: response.statusCode ?? 0,
          headers: Object.fromEntries(entries) as Record<string, string>,
          content: Buffer.concat(chunks).toString('utf8').replaceAll('\u0000', ''),
        });
      });
    });
    request.end(body ?? undefined);
  });
}
