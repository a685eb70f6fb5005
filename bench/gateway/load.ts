import { Agent, request } from 'node:http';

export interface Target {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** A body for each request, or null. */
  body: (() => string) | null;
  /** Whether an answer's body is what was asked for. */
  isRight(body: string): boolean;
}

export interface Load {
  answers: number;
  /** Answers that were not 200 or not right, and connections that broke. */
  errors: number;
  /** Of the first error, for a person. */
  firstError: string | null;
  seconds: number;
}

const answerTimeoutMs = 20_000;

/** Keeps `connections` requests under way for about `seconds`. */
export async function load(target: Target, connections: number, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const result: Load = { answers: 0, errors: 0, firstError: null, seconds };
  const began = performance.now();
  const until = began + seconds * 1000;
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      const problem = await ask(target, agent).catch((error: Error) => error.message);
      if (problem === null) result.answers += 1;
      else {
        result.errors += 1;
        result.firstError ??= problem;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  result.seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return result;
}

/** One request; null when its answer is right, else what is wrong with it. */
function ask(target: Target, agent: Agent): Promise<string | null> {
  const body = target.body?.() ?? null;
  return new Promise((resolve, reject) => {
    const headers = body === null ? target.headers : { ...target.headers, 'content-length': body.length };
    const outgoing = request(target.url, { method: target.method, agent, headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.once('error', reject);
      incoming.once('end', () =>
        resolve(
          incoming.statusCode === 200 && target.isRight(text) ? null : `${incoming.statusCode} ${text}`,
        ),
      );
    });
    outgoing.setTimeout(answerTimeoutMs, () => outgoing.destroy(new Error('no answer in time')));
    outgoing.once('error', reject);
    outgoing.end(body ?? undefined);
  });
}
