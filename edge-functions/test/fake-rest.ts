import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call of a database function. */
export interface RpcCall {
  name: string;
  args: Record<string, unknown>;
  authorization: string | undefined;
}

type Answer = (args: Record<string, unknown>) => { status?: number; body: unknown };

/** A stand-in for the Data API: `answers` by function name, every call kept in `calls`. */
export interface FakeRest {
  url: string;
  calls: RpcCall[];
  answers: Record<string, Answer>;
  stop(): void;
}

/** Starts it on a free port; a function without an answer is 404. */
export async function startFakeRest(): Promise<FakeRest> {
  const calls: RpcCall[] = [];
  const answers: Record<string, Answer> = {};
  const server = http.createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const name = /^\/rest\/v1\/rpc\/(\w+)$/.exec(request.url ?? '')?.[1] ?? '';
    const args = JSON.parse(text || '{}') as Record<string, unknown>;
    calls.push({ name, args, authorization: request.headers.authorization });
    const { status = 200, body } = answers[name]?.(args) ?? {
      status: 404,
      body: { message: 'no such function' },
    };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    calls,
    answers,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
