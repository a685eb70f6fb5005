import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { decodeProtectedHeader, importJWK, SignJWT } from 'jose';
import { eventually, userToken, type TestPlatform } from '../support/platform.ts';

/** Runs on a platform that other suites share; `shared` gives it once it has started. */
export function gatewaySuite(shared: () => TestPlatform): void {
  describe('the gateway lets in who has a key, and nobody else', () => {
    let platform: TestPlatform;
    before(async () => {
      platform = shared();
      await platform.sql(`
      create table things (id int primary key, name text);
      insert into things values (1, 'one');
      alter table things enable row level security;
      create policy things_select on things for select to authenticated using (true);
      grant select on things to anon, authenticated, service_role;
      create function who() returns text language sql stable as 'select current_user::text'`);
    });

    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${platform.url}${path}`, { headers });
    const keyed = (token?: string): Record<string, string> => ({
      apikey: platform.keys.publishableKey,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    });
    const PATHS = ['/rest/v1/things', '/rest/v1/rpc/who', '/rest/v1/'];

    test('each kind of key is its role', async () => {
      const { keys } = platform;
      const roles: [string, Record<string, string>, string][] = [
        ['publishable', { apikey: keys.publishableKey }, 'anon'],
        ['secret', { apikey: keys.secretKey }, 'service_role'],
        ['legacy anon', { apikey: keys.anonJwt, authorization: `Bearer ${keys.anonJwt}` }, 'anon'],
        [
          'legacy service',
          { apikey: keys.serviceJwt, authorization: `Bearer ${keys.serviceJwt}` },
          'service_role',
        ],
        ['key in the query', {}, 'anon'],
        [
          'user, HS256',
          keyed(await userToken(platform, { sub: 'aaaaaaaa-0000-4000-8000-000000000001' })),
          'authenticated',
        ],
        ['user, ES256', keyed(await es256Token()), 'authenticated'],
        [
          'secret with a user on top',
          { ...keyed(await es256Token()), apikey: keys.secretKey },
          'authenticated',
        ],
      ];
      for (const [name, headers, role] of roles) {
        const path =
          name === 'key in the query' ? `/rest/v1/rpc/who?apikey=${keys.publishableKey}` : '/rest/v1/rpc/who';
        assert.deepEqual([name, await (await get(path, headers)).json()], [name, role]);
      }
    });

    test('no key, a wrong key and a user token as key are refused', async () => {
      const token = await userToken(platform, { sub: 'aaaaaaaa-0000-4000-8000-000000000001' });
      const keys = [
        undefined,
        '',
        'sb_publishable_wrong',
        'sb_secret_wrong',
        'x',
        token,
        `${platform.keys.secretKey}x`,
      ];
      for (const path of PATHS) {
        for (const apikey of keys) {
          const response = await get(path, apikey === undefined ? {} : { apikey });
          assert.deepEqual([path, apikey, response.status], [path, apikey, 401]);
        }
        const bearerOnly = await get(path, { authorization: `Bearer ${platform.keys.serviceJwt}` });
        assert.equal(bearerOnly.status, 401);
      }
    });

    test('forged, expired, foreign and over-reaching tokens are refused', async () => {
      const sub = 'aaaaaaaa-0000-4000-8000-000000000001';
      const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const claims = { role: 'service_role', sub, exp: Math.floor(Date.now() / 1000) + 3600 };
      const good = await userToken(platform, { sub });
      const [header = '', , signature = ''] = good.split('.');
      const { x, y } = platform.keys.signingJwk;
      const tokens: [string, string, number][] = [
        ['alg none', `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`, 401],
        ['alg None with a signature', `${encode({ alg: 'None' })}.${encode(claims)}.${signature}`, 401],
        ['another payload under a good signature', `${header}.${encode(claims)}.${signature}`, 401],
        [
          'another project',
          await userToken(platform, {
            sub,
            role: 'service_role',
            secret: 'another-projects-secret-of-enough-length',
          }),
          401,
        ],
        [
          'HS256 with the public key',
          await userToken(platform, { sub, role: 'service_role', secret: `${x}${y}` }),
          401,
        ],
        ['expired', await userToken(platform, { sub, exp: -60 }), 401],
        ['role postgres', await userToken(platform, { sub, role: 'postgres' }), 403],
        ['role supabase_admin', await userToken(platform, { sub, role: 'supabase_admin' }), 403],
        ['role with SQL', await userToken(platform, { sub, role: "anon'; set role postgres; --" }), 403],
        ['not a token', 'a.b.c', 401],
        ['empty parts', '..', 401],
      ];
      for (const [name, token, status] of tokens) {
        for (const path of PATHS) {
          assert.deepEqual([name, path, (await get(path, keyed(token))).status], [name, path, status]);
        }
      }
      const expired = (await (await get('/rest/v1/things', keyed(tokens[5]?.[1]))).json()) as {
        code: string;
      };
      assert.equal(expired.code, 'PGRST303');
    });

    test('a token that expires while it is remembered is refused from then on', async () => {
      const token = await userToken(platform, { sub: 'aaaaaaaa-0000-4000-8000-000000000001', exp: -3 });
      assert.equal((await get('/rest/v1/things', keyed(token))).status, 200);
      await eventually(async () => (await get('/rest/v1/things', keyed(token))).status === 401, 8000);
    });

    test('no header can name a role', async () => {
      const headers = {
        ...keyed(),
        'x-supabase-role': 'service_role',
        role: 'service_role',
        'x-jwt-claims': '{"role":"postgres"}',
      };
      assert.equal(await (await get('/rest/v1/rpc/who', headers)).json(), 'anon');
    });

    test('paths that are nobody’s are 404, the engine’s own pages among them', async () => {
      const paths = [
        '/',
        '/_system/info',
        '/_system/config',
        '/_system/introspect',
        '/rest/v1/../../_system/info',
        '/rest/v1/%2e%2e/_system/info',
        '/studio',
        '/pg',
        '/admin',
        '/rest/v2/things',
        '/graphql/v1',
      ];
      for (const path of paths) {
        const response = await get(path, { apikey: platform.keys.secretKey });
        const text = await response.text();
        assert.deepEqual([path, response.status], [path, 404]);
        assert.doesNotMatch(text, /postgresql:|password/);
      }
    });

    test('a raw path with dots does not reach the engine’s own pages', async () => {
      const answer = await rawRequest('GET /rest/v1/../../_system/info HTTP/1.1');
      assert.doesNotMatch(answer, /postgresql:/);
      assert.match(answer, /^HTTP\/1\.1 (400|404)/);
    });

    test('a body of 60 MB is refused everywhere', async () => {
      const body = Buffer.alloc(60 * 1024 * 1024, 'x');
      const targets = [
        '/rest/v1/things',
        '/rest/v1/rpc/who',
        '/auth/v1/token?grant_type=password',
        '/storage/v1/object/any/x.bin',
        '/realtime/v1/api/broadcast',
      ];
      for (const path of targets) {
        const status = await fetch(`${platform.url}${path}`, {
          method: 'POST',
          headers: {
            apikey: platform.keys.secretKey,
            authorization: `Bearer ${platform.keys.secretKey}`,
            'content-type': 'application/json',
          },
          body,
        }).then(
          (response) => response.status,
          () => 413,
        );
        assert.deepEqual([path, status], [path, 413]);
      }
      assert.equal((await get('/health')).status, 200);
    });

    test('parameters that look like SQL are values', async () => {
      const values = [
        "1'; drop table things; --",
        '1) or 1=1',
        "' union select usename from pg_user --",
        '1;select pg_sleep(5)',
        '\\',
        '"',
        '%27%20or%201%3D1',
      ];
      for (const value of values) {
        for (const name of ['id', 'name', 'order', 'select', 'limit', value]) {
          const response = await get(
            `/rest/v1/things?${new URLSearchParams({ [name]: name === value ? 'eq.1' : value })}`,
            { apikey: platform.keys.secretKey },
          );
          assert.ok(response.status < 500, `${name}=${value} answered ${response.status}`);
          await response.text();
        }
      }
      assert.deepEqual(await platform.sql('select count(*)::int as count from things'), [{ count: 1 }]);
    });

    test('browsers may call from everywhere', async () => {
      const preflight = await fetch(`${platform.url}/rest/v1/things`, {
        method: 'OPTIONS',
        headers: {
          origin: 'http://app.test',
          'access-control-request-method': 'PATCH',
          'access-control-request-headers': 'apikey,content-profile,x-client-info',
        },
      });
      assert.equal(preflight.status, 204);
      assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /PATCH/);
      assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /content-profile/);
      const refused = await get('/rest/v1/things', { origin: 'http://app.test' });
      assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin')], [401, '*']);
    });

    test('every answer has a request id, and every request a line in the log without its key', async () => {
      const response = await get('/rest/v1/things', { ...keyed(), 'x-request-id': 'trace-42' });
      assert.equal(response.headers.get('x-request-id'), 'trace-42');
      const line = await eventually(async () => {
        const log = await readFile(join(platform.dataDir, 'logs/gateway.log'), 'utf8');
        return log.split('\n').find((entry) => entry.includes('"trace-42"'));
      });
      const { method, path, status } = JSON.parse(line) as Record<string, unknown>;
      assert.deepEqual([method, path, status], ['GET', '/rest/v1/things', 200]);
      const whole = await readFile(join(platform.dataDir, 'logs/gateway.log'), 'utf8');
      assert.ok(!whole.includes(platform.keys.secretKey) && !whole.includes(platform.keys.publishableKey));
    });

    test('health names every part', async () => {
      const { ok, parts } = (await (await get('/health')).json()) as {
        ok: boolean;
        parts: Record<string, { ok: boolean }>;
      };
      assert.equal(ok, true);
      for (const name of ['database', 'rest', 'rpc', 'auth', 'storage', 'realtime', 'jobs'])
        assert.equal(parts[name]?.ok, true);
    });

    test('the keys belong to this installation and to its owner only', async () => {
      const { mode } = await stat(join(platform.dataDir, 'keys.json'));
      assert.equal(mode & 0o077, 0);
      assert.equal(decodeProtectedHeader(platform.keys.anonJwt).alg, 'HS256');
      assert.match(platform.keys.publishableKey, /^sb_publishable_/);
    });

    test('upgrades to anything but realtime are refused', async () => {
      const upgrade =
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
      assert.match(await rawRequest('GET /rest/v1/things HTTP/1.1', upgrade), /^HTTP\/1\.1 404/);
    });

    async function es256Token(): Promise<string> {
      const { signingJwk } = platform.keys;
      return new SignJWT({ role: 'authenticated', sub: 'aaaaaaaa-0000-4000-8000-000000000001' })
        .setProtectedHeader({ alg: 'ES256', kid: signingJwk.kid, typ: 'JWT' })
        .setExpirationTime('1h')
        .sign(await importJWK(signingJwk, 'ES256'));
    }

    function rawRequest(
      line: string,
      headers = `apikey: ${platform.keys.secretKey}\r\nConnection: close`,
    ): Promise<string> {
      return new Promise((resolve, reject) => {
        const { hostname, port } = new URL(platform.url);
        const socket = connect(Number(port), hostname, () =>
          socket.write(`${line}\r\nHost: ${hostname}\r\n${headers}\r\n\r\n`),
        );
        let answer = '';
        socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
        socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
        socket.on('error', reject);
        socket.on('close', () => resolve(answer));
      });
    }
  });
}
