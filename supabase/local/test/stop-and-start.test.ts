import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { postgresProgram } from '../src/cluster/binaries.ts';
import { unprivilegedUser } from '../src/cluster/os-user.ts';
import { eventually, startTestPlatform, type TestPlatform } from './support/platform.ts';

const run = promisify(execFile);
const REFUSED_WITHIN_MS = 1000;
const BACK_WITHIN_MS = 5000;
/** How long the platform leaves a server alone that was shut down. */
const GRACE_MS = 10_000;

const SCHEMA = `
  create table things (id int primary key); grant select, insert on things to service_role;
  alter publication supabase_realtime add table things;
  insert into things values (1);
  create function ping() returns int language sql stable as 'select count(*)::int from things';`;

/** What an app asks; each needs the database. */
const REQUESTS: [string, RequestInit?][] = [
  ['/rest/v1/things?select=id'],
  ['/rest/v1/rpc/ping', { method: 'POST' }],
  ['/storage/v1/bucket'],
  ['/auth/v1/admin/users?per_page=1'],
];

interface Answer {
  path: string;
  status: number;
  ms: number;
  text: string;
}

describe('PostgreSQL stopped and started under load', { concurrency: false }, () => {
  let platform: TestPlatform;
  before(async () => {
    platform = await startTestPlatform();
    await platform.sql(SCHEMA);
  });
  after(() => platform.stop());

  async function ask([path, init]: [string, RequestInit?]): Promise<Answer> {
    const started = performance.now();
    const key = platform.keys.secretKey;
    const response = await fetch(`${platform.url}${path}`, {
      ...init,
      headers: { apikey: key, authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    return { path, status: response.status, ms: performance.now() - started, text };
  }

  /** Runs `pg_ctl` as a person at a terminal would. */
  async function pgCtl(...args: string[]): Promise<void> {
    const folder = join(platform.dataDir, 'postgres');
    const user = unprivilegedUser();
    const log = join(folder, 'by-hand.log');
    await run(postgresProgram('pg_ctl'), ['-D', folder, '-l', log, '-w', ...args], {
      cwd: folder,
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
  }

  /** Every request is answered with 200, from now on within the time that the product promises. */
  async function untilAllAnswer(): Promise<number> {
    const started = performance.now();
    await eventually(async () => {
      const answers = await Promise.all(REQUESTS.map(ask));
      return answers.every(({ status }) => status === 200);
    }, 30_000);
    return performance.now() - started;
  }

  /** Eight callers without pause while `work` runs. */
  async function underLoad(work: () => Promise<void>): Promise<Answer[]> {
    const answers: Answer[] = [];
    let running = true;
    const callers = Array.from({ length: 8 }, async (_, index) => {
      while (running) answers.push(await ask(REQUESTS[index % REQUESTS.length] ?? ['/']));
    });
    try {
      await work();
    } finally {
      running = false;
      await Promise.all(callers);
    }
    return answers;
  }

  function judge(answers: Answer[], downFrom: number): void {
    const wrong = answers.filter(({ status }) => status !== 200 && status !== 503);
    assert.deepEqual(wrong, [], 'nothing but 200 and 503 is ever answered');
    const refused = answers.filter(({ status }) => status === 503).map(({ ms }) => ms);
    assert.ok(refused.length > downFrom, 'callers were told so meanwhile');
    refused.sort((a, b) => a - b);
    const p95 = refused[Math.floor(refused.length * 0.95)] ?? 0;
    assert.ok(p95 < REFUSED_WITHIN_MS, `503 took ${Math.round(p95)} ms`);
  }

  test(
    'by pg_ctl: 503 meanwhile, service after, subscribers still receive',
    { timeout: 90_000 },
    async () => {
      const client = platform.service();
      const topics: string[] = [];
      const rows: number[] = [];
      const statuses: string[] = [];
      const channel = client
        .channel('town', { config: { private: true } })
        .on('broadcast', { event: '*' }, ({ event }) => topics.push(event))
        .on<{ id: number }>(
          'postgres_changes',
          { event: 'INSERT', schema: 'public', table: 'things' },
          (change) => rows.push(change.new.id),
        );
      await client.realtime.setAuth(platform.keys.serviceJwt);
      await new Promise<void>((resolve, reject) =>
        channel.subscribe((status, error) => {
          statuses.push(status);
          if (status === 'SUBSCRIBED') resolve();
          if (error) reject(error);
        }),
      );
      await untilAllAnswer();
      let backMs = 0;
      const answers = await underLoad(async () => {
        await pgCtl('stop', '-m', 'fast');
        // A server that is stopped by hand stays stopped until it is started by hand, or forgotten.
        await sleep(4000);
        assert.equal((await fetch(`${platform.url}/health`)).status, 503);
        await pgCtl('start');
        backMs = await untilAllAnswer();
      });
      judge(answers, 10);
      assert.ok(backMs < BACK_WITHIN_MS, `full service took ${Math.round(backMs)} ms`);

      for (let n = 1; n <= 50 && (topics.length === 0 || rows.length === 0); n += 1) {
        await platform.sql(`select realtime.send('{}', 'after', 'town')`);
        await platform.sql('insert into things values ($1)', [100 + n]);
        await sleep(200);
      }
      assert.equal(topics[0], 'after');
      assert.ok((rows[0] ?? 0) > 100);
      assert.deepEqual(statuses, ['SUBSCRIBED'], 'the channel never noticed');
      await client.removeAllChannels();
    },
  );

  test(
    'forgotten after a shutdown: the platform starts it again by itself',
    { timeout: 90_000 },
    async () => {
      const [row] = await platform.sql('select pg_postmaster_start_time()::text as started');
      const began = performance.now();
      const answers = await underLoad(async () => {
        const folder = join(platform.dataDir, 'postgres');
        process.kill(Number.parseInt(await readFile(join(folder, 'postmaster.pid'), 'utf8'), 10), 'SIGINT');
        await eventually(async () => (await ask(REQUESTS[0] ?? ['/'])).status === 503);
        await untilAllAnswer();
      });
      judge(answers, 3);
      const [next] = await platform.sql('select pg_postmaster_start_time()::text as started');
      assert.notEqual(next?.['started'], row?.['started']);
      assert.ok(performance.now() - began < GRACE_MS + 2 * BACK_WITHIN_MS);
    },
  );
});
