import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { eventually, type TestPlatform } from '../support/platform.ts';

interface Seen {
  method: string;
  url: string;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** Runs on a platform that other suites share; `shared` gives it once it has started. */
export function jobsSuite(shared: () => TestPlatform): void {
  describe('HTTP from SQL, Vault and cron', () => {
    let platform: TestPlatform;
    let server: Server;
    let origin: string;
    const seen: Seen[] = [];

    before(async () => {
      server = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
          if (request.url === '/never') return;
          if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
          else response.writeHead(201, { 'content-type': 'application/json', 'x-a': 'b' }).end('{"ok":"好"}');
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      platform = shared();
    });
    after(() => {
      server.closeAllConnections();
      server.close();
    });

    const send = async (sql: string, values: unknown[] = []) => {
      const [row] = await platform.sql(`select ${sql} as id`, values);
      return eventually(
        async () => (await platform.sql('select * from net._http_response where id = $1', [row?.['id']]))[0],
      );
    };

    test('post sends JSON, headers and parameters, and keeps the answer', async () => {
      const answer = await send(
        `net.http_post(url := $1, body := '{"order": 1}', params := '{"q": "你 好&"}', headers := '{"Content-Type": "application/json", "X-Key": "k"}')`,
        [`${origin}/hook?a=1`],
      );
      const request = seen.at(-1);
      assert.deepEqual(
        [request?.method, request?.url, request?.body],
        ['POST', '/hook?a=1&q=%E4%BD%A0%20%E5%A5%BD%26', '{"order": 1}'],
      );
      assert.deepEqual(
        [request?.headers['x-key'], request?.headers['content-type']],
        ['k', 'application/json'],
      );
      assert.deepEqual(
        [
          answer['status_code'],
          answer['content'],
          answer['content_type'],
          answer['timed_out'],
          answer['error_msg'],
        ],
        [201, '{"ok":"好"}', 'application/json', false, null],
      );
      assert.equal((answer['headers'] as Record<string, string>)['x-a'], 'b');
    });

    test('get and delete', async () => {
      await send('net.http_get($1)', [`${origin}/get`]);
      assert.equal(seen.at(-1)?.method, 'GET');
      await send('net.http_delete($1)', [`${origin}/thing`]);
      assert.equal(seen.at(-1)?.method, 'DELETE');
    });

    test('a request is sent only when its transaction commits', async () => {
      const count = seen.length;
      await platform
        .sql(`do $$ begin perform net.http_get('${origin}/rolled-back'); raise exception 'no'; end $$`)
        .catch(() => undefined);
      await send('net.http_get($1)', [`${origin}/after`]);
      assert.deepEqual(
        seen.slice(count).map(({ url }) => url),
        ['/after'],
      );
    });

    test('time limit, unreachable hosts and redirects', async () => {
      const late = await send('net.http_get($1, timeout_milliseconds := 200)', [`${origin}/never`]);
      assert.deepEqual([late['timed_out'], late['status_code']], [true, null]);
      assert.notEqual((await send('net.http_get($1)', ['http://127.0.0.1:1/']))['error_msg'], null);
      assert.notEqual((await send('net.http_get($1)', ['http://no-such-host.invalid/']))['error_msg'], null);
      assert.notEqual((await send('net.http_get($1)', ['not a url']))['error_msg'], null);
      assert.equal((await send('net.http_get($1)', [`${origin}/moved`]))['status_code'], 302);
    });

    test('the database port and link-local addresses are refused, under every name', async () => {
      const port = platform.databasePort;
      const hosts = [
        '127.0.0.1',
        'localhost',
        '[::1]',
        '[::ffff:127.0.0.1]',
        '0.0.0.0',
        '127.1.2.3',
        '2130706433',
        '0x7f.1',
        '127.1',
      ];
      for (const host of hosts) {
        const answer = await send('net.http_get($1)', [`http://${host}:${port}/`]);
        assert.deepEqual(
          [host, answer['status_code'], answer['error_msg']],
          [host, null, 'Target port is not allowed'],
        );
      }
      for (const url of ['http://169.254.169.254/latest/meta-data', 'http://[fe80::1]/']) {
        assert.equal((await send('net.http_get($1)', [url]))['status_code'], null);
      }
      assert.match(
        String((await send('net.http_get($1)', ['file:///etc/passwd']))['error_msg']),
        /protocol/i,
      );
    });

    test('SQL can call the platform itself with the secrets in Vault', async () => {
      const answer = await send(`net.http_get(
      (select decrypted_secret from vault.decrypted_secrets where name = 'project_url') || '/storage/v1/bucket',
      headers := jsonb_build_object('apikey', (select decrypted_secret from vault.decrypted_secrets where name = 'service_role_key')))`);
      assert.equal(answer['status_code'], 200);
    });

    test('Vault keeps secrets encrypted and away from API roles', async () => {
      const [made] = await platform.sql("select vault.create_secret('s3cret 面', 'mine', 'about') as id");
      const [stored] = await platform.sql(
        'select secret, decrypted_secret, description from vault.decrypted_secrets where id = $1',
        [made?.['id']],
      );
      assert.deepEqual([stored?.['decrypted_secret'], stored?.['description']], ['s3cret 面', 'about']);
      assert.doesNotMatch(String(stored?.['secret']), /s3cret/);
      await platform.sql("select vault.update_secret($1, 'new', 'renamed')", [made?.['id']]);
      assert.deepEqual(
        await platform.sql("select decrypted_secret from vault.decrypted_secrets where name = 'renamed'"),
        [{ decrypted_secret: 'new' }],
      );
      const peek = 'do $$ begin set local role authenticated; perform * from vault.decrypted_secrets; end $$';
      await assert.rejects(platform.sql(peek), /permission denied/);
      await assert.rejects(platform.sql("select pg_read_file('vault.key')"), /permission denied/);
    });

    test('cron jobs run as the role that made them', { timeout: 150_000 }, async () => {
      await platform.sql(`create table beats (by text, at timestamptz default now());
      select cron.schedule('beat', '* * * * *', 'insert into public.beats (by) select current_user')`);
      const [row] = await eventually(async () => {
        const rows = await platform.sql('select by from beats');
        return rows.length > 0 ? rows : null;
      }, 130_000);
      assert.equal(row?.['by'], 'postgres');
      await platform.sql("select cron.unschedule('beat')");
    });
  });
}
