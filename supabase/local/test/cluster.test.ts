import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../src/cluster/port.ts';
import { isAlive } from '../src/cluster/postmaster-pid.ts';
import { eventually, startTestPlatform, temporaryFolder, type TestPlatform } from './support/platform.ts';

const postmasterOf = async (dataDir: string): Promise<number> =>
  Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);

const SCHEMA = `
  create table things (id int primary key); grant select, insert on things to service_role;
  insert into things values (1);
  create function ping() returns int language sql stable as 'select count(*)::int from things';`;

async function ask(
  platform: TestPlatform,
  path: string,
): Promise<{ status: number; ms: number; text: string }> {
  const started = performance.now();
  const response = await fetch(`${platform.url}${path}`, { headers: { apikey: platform.keys.secretKey } });
  const text = await response.text();
  return { status: response.status, ms: performance.now() - started, text };
}

/** Sixteen callers ask without pause while `work` runs; tells every status, and what should not have come. */
async function underLoad(
  platform: TestPlatform,
  work: () => Promise<void>,
): Promise<{ statuses: Set<number>; wrong: string[] }> {
  const statuses = new Set<number>();
  const wrong: string[] = [];
  let running = true;
  const callers = Array.from({ length: 16 }, async (_, index) => {
    while (running) {
      try {
        const { status, ms, text } = await ask(platform, PATHS[index % 2] ?? '');
        statuses.add(status);
        if (status !== 200 && status !== 503) wrong.push(`${status}: ${text}`);
        if (status === 503 && ms > 5000) wrong.push(`503 took ${ms} ms`);
      } catch (error) {
        wrong.push(String((error as Error).cause ?? error));
      }
    }
  });
  try {
    await work();
  } finally {
    running = false;
    await Promise.all(callers);
  }
  return { statuses, wrong };
}

const PATHS = ['/rest/v1/things?select=id', '/rest/v1/rpc/ping', '/storage/v1/bucket'];

describe('the cluster', { concurrency: false }, () => {
  test(
    'a database that dies under load: 503 at once, full service soon after, in the same process',
    { timeout: 60_000 },
    async () => {
      const platform = await startTestPlatform();
      try {
        await platform.sql(SCHEMA);
        const { statuses, wrong } = await underLoad(platform, async () => {
          await sleep(300);
          const pid = await postmasterOf(platform.dataDir);
          process.kill(pid, 'SIGKILL');
          await eventually(async () => (await postmasterOf(platform.dataDir)) !== pid, 20_000);
          await eventually(async () => {
            const answers = await Promise.all(PATHS.map((path) => ask(platform, path)));
            return answers.every(({ status }) => status === 200);
          });
        });
        assert.deepEqual(wrong, []);
        assert.ok(statuses.has(200) && statuses.has(503));
        const health = await eventually(async () => {
          const answer = await fetch(`${platform.url}/health`);
          return answer.ok ? answer : null;
        });
        assert.equal(health.status, 200);
      } finally {
        await platform.stop();
      }
    },
  );

  test(
    'a database that is stopped by hand: each API says 503 within a second until it is back',
    { timeout: 60_000 },
    async () => {
      const platform = await startTestPlatform();
      try {
        await platform.sql(SCHEMA);
        for (const path of PATHS) assert.equal((await ask(platform, path)).status, 200);
        process.kill(await postmasterOf(platform.dataDir), 'SIGINT');
        await eventually(async () => !existsSync(join(platform.dataDir, 'postgres/postmaster.pid')));
        for (const path of [...PATHS, ...PATHS]) {
          const { status, ms } = await ask(platform, path);
          assert.ok([503, 400].includes(status), `${path} answered ${status}`);
          assert.ok(ms < 1000, `${path} took ${ms} ms`);
        }
        assert.equal((await fetch(`${platform.url}/health`)).status, 503);
        await eventually(
          async () =>
            (await Promise.all(PATHS.map((path) => ask(platform, path)))).every(
              ({ status }) => status === 200,
            ),
          25_000,
        );
      } finally {
        await platform.stop();
      }
    },
  );

  test('data, keys and files survive a restart, also with a pid file of a dead server', async () => {
    const dataDir = await temporaryFolder();
    const [gatewayPort, databasePort] = [await freePort(), await freePort()];
    const { startPlatform } = await import('../src/index.ts');
    const options = {
      dataDir,
      supabaseDir: dataDir,
      gatewayPort,
      databasePort,
      siteUrl: 'http://127.0.0.1',
      bare: true,
      durable: false,
    };
    const first = await startPlatform(options);
    const pg = (await import('pg')).default;
    const run = async (url: string, sql: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(sql);
      await client.end();
      return rows;
    };
    await run(first.dbUrl, 'create table kept (n int); insert into kept values (7)');
    await first.stop();
    await writeFile(join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n`);
    await writeFile(join(dataDir, 'platform.pid'), '999999 1');
    const second = await startPlatform(options);
    try {
      assert.deepEqual(second.keys, first.keys);
      assert.deepEqual(await run(second.dbUrl, 'select n from kept'), [{ n: 7 }]);
      await assert.rejects(
        startPlatform({ ...options, gatewayPort: await freePort() }),
        /^Error: platform\.already_running/,
      );
    } finally {
      await second.stop();
      await rm(dataDir, { recursive: true });
    }
  });

  test(
    'a cluster whose folder went away under it is still stopped cleanly',
    { timeout: 60_000 },
    async () => {
      const platform = await startTestPlatform();
      const pid = await postmasterOf(platform.dataDir);
      await rename(join(platform.dataDir, 'postgres'), join(platform.dataDir, 'moved'));
      await platform.stop();
      await eventually(async () => !isAlive(pid));
    },
  );

  test('a taken port gets one clear line, and nothing stays running', async () => {
    const blocker = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => blocker.listen(port, '127.0.0.1', resolve));
    try {
      for (const taken of ['databasePort', 'gatewayPort'] as const) {
        const dataDir = await temporaryFolder();
        await assert.rejects(
          startTestPlatform({ dataDir, [taken]: port }),
          new RegExp(`^Error: platform\\.port_taken: port ${port} `),
        );
        assert.equal(existsSync(join(dataDir, 'postgres/postmaster.pid')), false);
        assert.equal(existsSync(join(dataDir, 'platform.pid')), false);
        await rm(dataDir, { recursive: true });
      }
    } finally {
      blocker.close();
    }
  });
});
