import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { isAlive } from '../src/cluster/postmaster-pid.ts';
import { freePort } from '../src/cluster/port.ts';
import { eventually, temporaryFolder } from './support/platform.ts';

const MAIN = resolve(dirname(fileURLToPath(import.meta.url)), '../src/main.ts');

interface Facts {
  url: string;
  publishable_key: string;
  secret_key: string;
  anon_jwt: string;
  service_jwt: string;
  jwt_secret: string;
  db_url: string;
}

async function launch(
  dataDir: string,
  port: number,
  dbPort: number,
): Promise<{ child: ChildProcess; facts: Facts }> {
  const args = [
    MAIN,
    '--json',
    '--bare',
    '--fast',
    '--port',
    String(port),
    '--db-port',
    String(dbPort),
    '--data',
    dataDir,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { stdout } = child;
  if (!stdout) throw new Error('no output');
  const [line] = (await once(createInterface(stdout), 'line')) as [string];
  return { child, facts: JSON.parse(line) as Facts };
}

describe('the platform as a program', () => {
  test(
    'one JSON line, then service, then a clean end; killed, it leaves no server behind',
    { timeout: 60_000 },
    async () => {
      const dataDir = await temporaryFolder();
      const [port, dbPort] = [await freePort(), await freePort()];
      try {
        const first = await launch(dataDir, port, dbPort);
        const { facts } = first;
        assert.equal(facts.url, `http://127.0.0.1:${port}`);
        const client = new pg.Client({ connectionString: facts.db_url });
        await client.connect();
        assert.deepEqual((await client.query('select current_user as who')).rows, [{ who: 'postgres' }]);
        await client.end();
        for (const key of [facts.publishable_key, facts.secret_key, facts.anon_jwt, facts.service_jwt]) {
          const { error } = await createClient(facts.url, key).rpc('missing');
          assert.equal(error?.code, 'PGRST202');
        }
        first.child.kill('SIGTERM');
        assert.deepEqual(await once(first.child, 'exit'), [0, null]);
        assert.equal(existsSync(join(dataDir, 'postgres/postmaster.pid')), false);

        const second = await launch(dataDir, port, dbPort);
        assert.deepEqual(second.facts, facts);
        const server = Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
        second.child.kill('SIGKILL');
        await once(second.child, 'exit');
        await eventually(async () => !isAlive(server));

        const third = await launch(dataDir, port, dbPort);
        third.child.kill('SIGINT');
        assert.deepEqual(await once(third.child, 'exit'), [0, null]);
      } finally {
        await rm(dataDir, { recursive: true, force: true });
      }
    },
  );
});
