import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { TestPlatform } from '../support/platform.ts';

const SCHEMA = `
  create type order_line as (product int, quantity int, options text[]);
  create table shops (id int primary key, name text, rank int);
  alter table shops enable row level security;
  create policy shops_select_anon on shops for select to anon using (id < 10);
  grant select on shops to anon;
  insert into shops select i, 'shop ' || i, i % 3 from generate_series(1, 12) as i;
  create domain "application/vnd.mapbox-vector-tile" as bytea;
  create domain "text/csv" as text;

  create function add(a int, b int default 40) returns int language sql immutable as 'select a + b';
  create function everything(n numeric, big bigint, tags text[], doc jsonb, at timestamptz, flag boolean, id uuid)
    returns jsonb language sql stable as $$ select jsonb_build_object('n', n, 'big', big, 'tags', tags, 'doc', doc, 'at', at, 'flag', flag, 'id', id) $$;
  create function take_line(entry order_line, lines order_line[]) returns jsonb language sql immutable as $$
    select jsonb_build_object('entry', to_jsonb(entry), 'sum', (select sum(l.quantity) from unnest(lines) as l)) $$;
  create function list_shops() returns setof shops language sql stable as 'select * from shops order by id';
  create function one_shop(wanted int) returns shops language sql stable as 'select * from shops where id = wanted';
  create function pairs(n int) returns table (i int, square int) language sql immutable as 'select g, g * g from generate_series(1, n) as g';
  create function numbers(n int) returns setof int language sql immutable as 'select generate_series(1, n)';
  create function two_out(x int, out double int, out half numeric) language sql immutable as 'select x * 2, x / 2.0';
  create function nothing() returns void language sql as 'select null::void';
  create function no_value() returns text language sql immutable as 'select null::text';
  create function bytes() returns bytea language sql immutable as $$ select '\\x00ff10'::bytea $$;
  create function tile(z int, x int, y int) returns "application/vnd.mapbox-vector-tile" language sql stable as $$ select '\\x1a0500ff'::bytea $$;
  create function report() returns "text/csv" language sql stable as $$ select E'a,b\\n1,面' $$;
  create function raw_json(json) returns json language sql immutable as 'select $1';
  create function fail(code text, message text, detail text default null, hint text default null) returns void language plpgsql as $$
    begin raise exception using errcode = code, message = message, detail = coalesce(detail, ''), hint = coalesce(hint, ''); end $$;
  create function with_headers() returns json language plpgsql as $$
    begin
      perform set_config('response.headers', '[{"X-Town": "linli"}, {"Cache-Control": "max-age=5"}]', true);
      perform set_config('response.status', '202', true);
      return '{}';
    end $$;
  create function whoami() returns json language sql stable as $$
    select json_build_object('user', current_user, 'role', auth.role(), 'uid', auth.uid(), 'extra', auth.jwt() ->> 'extra',
      'timeout', current_setting('statement_timeout'), 'method', current_setting('request.method'),
      'path', current_setting('request.path'), 'client', current_setting('request.headers')::json ->> 'x-client') $$;
  create table writes (id int);
  grant insert, select on writes to anon;
  create function write(n int) returns int language sql volatile as 'insert into writes values (n) returning id';
  create function write_then_fail() returns void language plpgsql as $$ begin insert into writes values (99); raise exception 'late'; end $$;
  create function over(a int) returns text language sql immutable as $$ select 'int' $$;
  create function over(a int, b int) returns text language sql immutable as $$ select 'two' $$;
  create function nap(seconds float) returns void language sql as 'select pg_sleep(seconds)';
  create function hidden() returns int language sql as 'select 1';
  revoke execute on function hidden() from public;
  create function "Odd Name"("Some Arg" text) returns text language sql immutable as 'select "Some Arg"';
  create function spread(variadic parts int[]) returns int language sql immutable as 'select sum(p)::int from unnest(parts) as p';
`;

/** Runs on a platform that other suites share; `shared` gives it once it has started. */
export function rpcSuite(shared: () => TestPlatform): void {
  describe('function calls', () => {
    let platform: TestPlatform;
    before(async () => {
      platform = shared();
      await platform.sql(SCHEMA);
    });

    const call = async (name: string, args?: object, options?: { get?: boolean; head?: boolean }) => {
      const { data, error, status } = await platform.anon().rpc(name, args, options);
      return { data: data as unknown, error, status };
    };
    const request = (path: string, init: RequestInit = {}) =>
      fetch(`${platform.url}/rest/v1/rpc/${path}`, {
        ...init,
        headers: {
          apikey: platform.keys.publishableKey,
          ...(init.headers as Record<string, string> | undefined),
        },
      });

    test('named arguments with and without defaults, by POST and GET', async () => {
      assert.equal((await call('add', { a: 2 })).data, 42);
      assert.equal((await call('add', { b: 1, a: 2 })).data, 3);
      assert.equal((await call('add', { a: 2, b: 5 }, { get: true })).data, 7);
      assert.equal((await call('Odd Name', { 'Some Arg': 'x"y' })).data, 'x"y');
    });

    test('every kind of argument arrives as sent', async () => {
      const args = {
        n: 1.25,
        big: 9007199254740992,
        tags: ['a,b', 'c"d', '面'],
        doc: { list: [1, null], text: "it's" },
        at: '2026-01-01T10:00:00+08:00',
        flag: false,
        id: '00000000-0000-4000-8000-000000000001',
      };
      const { data } = await call('everything', args);
      assert.deepEqual(data, { ...args, big: 9007199254740992, at: '2026-01-01T02:00:00+00:00' });
      const exact = await request('everything', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(args).replace('9007199254740992', '9007199254740993'),
      });
      assert.match(await exact.text(), /9007199254740993/);
    });

    test('composite values and arrays of them', async () => {
      const entry = { product: 1, quantity: 2, options: ['hot'] };
      const { data } = await call('take_line', {
        entry,
        lines: [entry, { product: 2, quantity: 5, options: [] }],
      });
      assert.deepEqual(data, { entry, sum: 7 });
    });

    test('GET with arrays and JSON', async () => {
      const response = await request(
        `everything?${new URLSearchParams({ n: '1', big: '2', tags: '{a,b}', doc: '{"x":1}', at: '2026-01-01', flag: 'true', id: '00000000-0000-4000-8000-000000000001' })}`,
      );
      const body = (await response.json()) as { tags: string[]; doc: object };
      assert.deepEqual([body.tags, body.doc], [['a', 'b'], { x: 1 }]);
    });

    test('results: rows, a row, a table, single values, outputs, nothing', async () => {
      assert.equal((await call('list_shops')).data instanceof Array, true);
      assert.deepEqual((await call('one_shop', { wanted: 2 })).data, { id: 2, name: 'shop 2', rank: 2 });
      assert.deepEqual((await call('pairs', { n: 2 })).data, [
        { i: 1, square: 1 },
        { i: 2, square: 4 },
      ]);
      assert.deepEqual((await call('numbers', { n: 3 })).data, [1, 2, 3]);
      assert.deepEqual((await call('two_out', { x: 3 })).data, { double: 6, half: 1.5 });
      assert.deepEqual(await call('nothing'), { data: null, error: null, status: 204 });
      assert.deepEqual((await call('no_value')).data, null);
    });

    test('row-level security holds inside', async () => {
      assert.equal(((await call('list_shops')).data as unknown[]).length, 9);
    });

    test('select, filters, order, range and count on rows', async () => {
      const { data, count } = await platform
        .anon()
        .rpc('list_shops', {}, { count: 'exact' })
        .select('id,name')
        .gt('id', 2)
        .in('rank', [0, 1])
        .not('name', 'like', '%7')
        .order('id', { ascending: false })
        .range(1, 2);
      assert.deepEqual(
        [data, count],
        [
          [
            { id: 6, name: 'shop 6' },
            { id: 4, name: 'shop 4' },
          ],
          4,
        ],
      );
      const one = await platform.anon().rpc('list_shops').eq('id', 3).single();
      assert.deepEqual(one.data, { id: 3, name: 'shop 3', rank: 0 });
      const none = await platform.anon().rpc('list_shops').eq('id', 11).single();
      assert.deepEqual([none.status, none.error?.code], [406, 'PGRST116']);
      const head = await platform.anon().rpc('list_shops', {}, { head: true, count: 'exact' });
      assert.deepEqual([head.count, head.data], [9, null]);
    });

    test('bytes and media types', async () => {
      const raw = await request('bytes', { headers: { accept: 'application/octet-stream' } });
      assert.deepEqual([...new Uint8Array(await raw.arrayBuffer())], [0, 255, 16]);
      assert.equal(await (await request('bytes')).json(), '\\x00ff10');
      const tile = await request('tile?z=1&x=2&y=3');
      assert.equal(tile.headers.get('content-type'), 'application/vnd.mapbox-vector-tile');
      assert.deepEqual([...new Uint8Array(await tile.arrayBuffer())], [26, 5, 0, 255]);
      const report = await request('report', { headers: { accept: 'text/csv' } });
      assert.equal(await report.text(), 'a,b\n1,面');
      assert.equal(
        (await request('tile?z=1&x=2&y=3', { headers: { accept: 'application/json' } })).status,
        406,
      );
    });

    test('a single unnamed parameter takes the body whole', async () => {
      assert.deepEqual((await call('raw_json', { any: [1, { thing: true }] })).data, {
        any: [1, { thing: true }],
      });
    });

    test('raised errors keep their key, detail and hint, and PTnnn is the status', async () => {
      const own = await call('fail', {
        code: 'PT409',
        message: 'order.not_cancellable',
        detail: '{"status":"paid"}',
        hint: 'h',
      });
      assert.equal(own.status, 409);
      assert.deepEqual(
        { ...own.error },
        { code: 'PT409', message: 'order.not_cancellable', details: '{"status":"paid"}', hint: 'h' },
      );
      const statuses: [string, number][] = [
        ['P0001', 400],
        ['23505', 409],
        ['23514', 400],
        ['42501', 401],
        ['40001', 500],
        ['53300', 503],
        ['22023', 400],
        ['28000', 403],
        ['P0002', 500],
        ['42P01', 404],
        ['XX000', 500],
        ['55P03', 500],
      ];
      for (const [code, status] of statuses) {
        assert.deepEqual([code, (await call('fail', { code, message: 'm' })).status], [code, status]);
      }
      const whole = await call('fail', {
        code: 'PGRST',
        message: '{"code":"mine","message":"text"}',
        detail: '{"status":418,"headers":{"X-A":"b"}}',
      });
      assert.deepEqual([whole.status, whole.error?.code], [418, 'mine']);
    });

    test('what was written before an error is gone', async () => {
      assert.equal((await call('write_then_fail')).status, 400);
      assert.deepEqual(await platform.sql('select * from writes where id = 99'), []);
    });

    test('response.headers and response.status', async () => {
      const response = await request('with_headers', { method: 'POST' });
      assert.deepEqual(
        [response.status, response.headers.get('x-town'), response.headers.get('cache-control')],
        [202, 'linli', 'max-age=5'],
      );
    });

    test('SQL sees who asks and how, and never the session before', async () => {
      const sub = 'aaaaaaaa-0000-4000-8000-000000000001';
      const { data } = await (await platform.user(sub, { extra: 'claim' })).rpc('whoami');
      assert.deepEqual(data, {
        user: 'authenticated',
        role: 'authenticated',
        uid: sub,
        extra: 'claim',
        timeout: '8s',
        method: 'POST',
        path: '/rpc/whoami',
        client: null,
      });
      const anon = await request('whoami', { headers: { 'x-client': "o'brien\\" } });
      assert.deepEqual(await anon.json(), {
        user: 'anon',
        role: 'anon',
        uid: null,
        extra: null,
        timeout: '3s',
        method: 'GET',
        path: '/rpc/whoami',
        client: "o'brien\\",
      });
    });

    test('GET runs read-only', async () => {
      const { status, error } = await call('write', { n: 1 }, { get: true });
      assert.deepEqual([status, error?.code], [405, '25006']);
      assert.equal((await call('write', { n: 1 })).data, 1);
    });

    test('overloads by argument names; unknown names and functions are refused', async () => {
      assert.equal((await call('over', { a: 1 })).data, 'int');
      assert.equal((await call('over', { a: 1, b: 2 })).data, 'two');
      const wrong = await call('add', { a: 1, c: 2 });
      assert.deepEqual([wrong.status, wrong.error?.code], [404, 'PGRST202']);
      assert.equal((await call('no_such')).error?.code, 'PGRST202');
    });

    test('execute is a right like any other', async () => {
      const { status, error } = await call('hidden');
      assert.deepEqual([status, error?.code], [401, '42501']);
    });

    test('a call ends at the time limit of its role', { timeout: 20_000 }, async () => {
      const { status, error } = await call('nap', { seconds: 10 });
      assert.deepEqual([status, error?.code], [500, '57014']);
    });

    test('bad JSON, wrong types and odd values are refused, never a crash', async () => {
      const bad = await request('add', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"a":',
      });
      assert.equal(bad.status, 400);
      assert.equal((await call('add', { a: 'x' })).error?.code, '22P02');
      assert.equal((await call('add', { a: 99999999999 })).status, 400);
      assert.equal((await call('fail', { code: 'P0001', message: 'a\u0000b' })).status, 400);
      assert.equal((await call("add'); drop table shops; --", { a: 1 })).status, 404);
      assert.equal((await call('add', { 'a"); drop table shops; --': 1 })).status, 404);
    });

    test('a replaced function is called as it is now', async () => {
      await platform.sql(
        `drop function add(int, int); create function add(a int, b text default 'x') returns text language sql immutable as 'select a || b'`,
      );
      assert.equal((await call('add', { a: 1 })).data, '1x');
    });

    test('variadic functions are left to the table engine', async () => {
      const { data, error } = await call('spread', { parts: [1, 2, 3] });
      assert.deepEqual([data, error], [6, null]);
    });
  });
}
