import type { PlatformContext, PlatformPart } from '../context.ts';
import { isDatabaseUnavailable } from '../database/is-unavailable.ts';
import { listen } from '../database/listen.ts';
import { allowedTarget } from './allowed-target.ts';
import { RequestTimedOut, sendRequest } from './send-request.ts';

export interface JobsOptions {
  /** URL of the role that the worker logs in as. */
  databaseUrl: string;
  /** Ports of this machine that SQL must not reach: the database and admin services. */
  closedPorts: ReadonlySet<number>;
}

interface QueuedRequest {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string> | null;
  body: Buffer | null;
  timeout_milliseconds: number;
}

const BATCH = 100;
const CONCURRENT = 50;
const POLL_MS = 1000;
const CLEAN_EVERY_MS = 60_000;

/** Serves `net.http_*`: takes requests from the queue after commit, sends them, writes the answers (kept 6 hours). */
export async function createJobs(ctx: PlatformContext, options: JobsOptions): Promise<PlatformPart> {
  const abort = new AbortController();
  const running = new Set<Promise<void>>();
  let stopping = false;
  let wanted = false;
  let draining: Promise<void> | null = null;
  let cleanedAt = 0;

  const run = async (queued: QueuedRequest): Promise<void> => {
    const answer = await perform(queued, options.closedPorts, abort.signal);
    await ctx.pool.query(
      `insert into net._http_response (id, status_code, content_type, headers, content, timed_out, error_msg)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [queued.id, ...answer],
    );
  };
  const take = async (): Promise<number> => {
    const room = CONCURRENT - running.size;
    if (room <= 0) {
      await Promise.race(running);
      return 1;
    }
    const { rows } = await ctx.pool.query<QueuedRequest>(
      `delete from net.http_request_queue where id in (
         select id from net.http_request_queue order by id limit $1 for update skip locked
       ) returning id, method, url, headers, body, timeout_milliseconds`,
      [Math.min(room, BATCH)],
    );
    for (const queued of rows) {
      const task = run(queued)
        .catch((error: unknown) =>
          ctx.log.error({ err: error, id: queued.id }, 'answer of a request was lost'),
        )
        .finally(() => running.delete(task));
      running.add(task);
    }
    return rows.length;
  };
  const clean = async (): Promise<void> => {
    if (Date.now() - cleanedAt < CLEAN_EVERY_MS) return;
    cleanedAt = Date.now();
    await ctx.pool.query("delete from net._http_response where created < now() - interval '6 hours'");
  };
  const drain = async (): Promise<void> => {
    while (wanted && !stopping) {
      wanted = false;
      try {
        while (!stopping && (await take()) > 0);
        await clean();
      } catch (error) {
        if (!isDatabaseUnavailable(error)) ctx.log.error({ err: error }, 'request queue failed');
      }
    }
  };
  const wake = (): void => {
    wanted = true;
    draining ??= drain().finally(() => (draining = null));
  };

  const unlisten = await listen({
    url: options.databaseUrl,
    channel: 'net_http_request',
    log: ctx.log,
    onNotify: wake,
  });
  const poll = setInterval(wake, POLL_MS);
  wake();

  return {
    name: 'jobs',
    async health() {
      const { rows } = await ctx.pool.query<{ waiting: number }>(
        'select count(*)::int as waiting from net.http_request_queue',
      );
      const waiting = rows[0]?.waiting ?? 0;
      return waiting < 10_000 ? { ok: true } : { ok: false, detail: `${waiting} requests wait` };
    },
    async stop() {
      stopping = true;
      clearInterval(poll);
      await unlisten();
      await draining;
      const patience = setTimeout(() => abort.abort(), 2000);
      await Promise.all(running);
      clearTimeout(patience);
    },
  };
}

type ResponseColumns = [number | null, string | null, string | null, string | null, boolean, string | null];

async function perform(
  queued: QueuedRequest,
  closed: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<ResponseColumns> {
  try {
    const target = await allowedTarget(queued.url, closed);
    const outgoing = {
      method: queued.method,
      headers: queued.headers ?? {},
      body: queued.body,
      timeoutMs: queued.timeout_milliseconds,
    };
    const { statusCode, headers, content } = await sendRequest(target, outgoing, signal);
    return [statusCode, headers['content-type'] ?? null, JSON.stringify(headers), content, false, null];
  } catch (error) {
    const message = (error as Error).message;
    return [
      null,
      null,
      null,
      null,
      error instanceof RequestTimedOut,
      message === '' ? 'Request failed' : message,
    ];
  }
}
