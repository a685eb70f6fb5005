import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closeClients, newTopic, openClient } from './clients.ts';
import { RawSocket } from './raw-socket.ts';
import { database, target } from './target.ts';
import { createTable, ids, watch } from './watched-table.ts';

describe('postgres_changes', () => {
  for (const vsn of ['1.0.0', '2.0.0'] as const) {
    it(`tells insertions, updates and deletions, version ${vsn}`, async () => {
      const table = await createTable('id int primary key, name text');
      const client = await openClient(target, { vsn });
      const { changes } = await watch(client, { table });
      await database.query(`insert into public.${table} values (1, 'a')`);
      await database.query(`update public.${table} set name = 'b'`);
      await database.query(`delete from public.${table}`);
      const told = await changes.count(3);
      assert.deepEqual(
        told.map((change) => [change.eventType, change.new, change.old, change.errors]),
        [
          ['INSERT', { id: 1, name: 'a' }, {}, null],
          ['UPDATE', { id: 1, name: 'b' }, { id: 1 }, null],
          ['DELETE', {}, { id: 1 }, null],
        ],
      );
      for (const change of told) {
        assert.deepEqual([change.schema, change.table], ['public', table]);
        assert.match(change.commit_timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }
      await closeClients(client);
    });
  }

  it('tells only the event that was asked for, in one frame for all bindings of a channel', async () => {
    const table = await createTable('id int primary key, name text');
    const socket = await RawSocket.connect(target, 2);
    const topic = newTopic();
    const bindings = ['INSERT', '*', 'DELETE'].map((event) => ({ event, schema: 'public', table }));
    const reply = await socket.join(topic, '1', { postgres_changes: bindings });
    const answered = (reply.payload.response as { postgres_changes: { id: number }[] }).postgres_changes;
    assert.deepEqual(
      answered.map(({ id: _id, ...rest }) => rest),
      bindings,
      'each object as it was asked for, in the same order',
    );
    await socket.event('system');
    await database.query(`insert into public.${table} values (1, 'a')`);
    await database.query(`delete from public.${table}`);
    const deletion = await socket.frames.find(
      (frame) => (frame.payload.data as { type?: string } | undefined)?.type === 'DELETE',
    );
    const frames = socket.frames.all.filter((frame) => frame.event === 'postgres_changes');
    assert.equal(frames.length, 2);
    assert.deepEqual(frames[0]?.payload.ids, [answered[0]?.id, answered[1]?.id]);
    assert.deepEqual(deletion.payload.ids, [answered[1]?.id, answered[2]?.id]);
    assert.deepEqual((frames[0]?.payload.data as { columns: object }).columns, [
      { name: 'id', type: 'int4' },
      { name: 'name', type: 'text' },
    ]);
    const again = await RawSocket.connect(target, 2);
    const second = await again.join(topic, '1', { postgres_changes: bindings });
    assert.deepEqual(second.payload.response, reply.payload.response, 'ids are stable');
    socket.close();
    again.close();
  });

  it('gives values as the database writes them', async () => {
    const table = await createTable(`
      id int8 primary key, flag bool, amount numeric(20, 4), at timestamptz, local timestamp, day date, doc jsonb,
      tags text[], numbers int[], bytes bytea, uid uuid, label varchar(20), code char(4), missing text`);
    const client = await openClient(target);
    const { changes } = await watch(client, { table });
    await database.query(`insert into public.${table} values (
      7, true, 12345678901.5, '2026-01-02 03:04:05.678+08', '2026-01-02 03:04:05', '2026-01-02', '{"a": [1, null]}',
      '{a,"b c"}', '{1,2}', '\\x00ff', '7d7c1a52-7f0a-4a8e-9d0a-000000000001', '名', 'ab', null)`);
    const [change] = await changes.count(1);
    assert.deepEqual(change?.new, {
      id: 7,
      flag: true,
      amount: 12345678901.5,
      at: '2026-01-01T19:04:05.678+00:00',
      local: '2026-01-02T03:04:05',
      day: '2026-01-02',
      doc: { a: [1, null] },
      tags: ['a', 'b c'],
      numbers: [1, 2],
      bytes: '\\x00ff',
      uid: '7d7c1a52-7f0a-4a8e-9d0a-000000000001',
      label: '名',
      code: 'ab  ',
      missing: null,
    });
    await closeClients(client);
  });

  it('keeps large integers on the wire', async () => {
    const table = await createTable('id int8 primary key, amount numeric');
    const socket = await RawSocket.connect(target, 2);
    await socket.join(newTopic(), '1', { postgres_changes: [{ event: '*', schema: 'public', table }] });
    await socket.event('system');
    await database.query(`insert into public.${table} values (9007199254740993, 12345678901234567890.12)`);
    const { raw } = await socket.event('postgres_changes');
    assert.match(String(raw), /"id":9007199254740993,/);
    assert.match(String(raw), /"amount":12345678901234567890\.12/);
    socket.close();
  });

  it('gives the whole old row under replica identity full', async () => {
    const table = await createTable(
      'id int primary key, name text',
      'alter table public.%t replica identity full;',
    );
    const client = await openClient(target);
    const { changes } = await watch(client, { table });
    await database.query(`insert into public.${table} values (1, 'a')`);
    await database.query(`update public.${table} set name = 'b'`);
    await database.query(`delete from public.${table}`);
    const told = await changes.count(3);
    assert.deepEqual(
      told.map((change) => change.old),
      [{}, { id: 1, name: 'a' }, { id: 1, name: 'b' }],
    );
    await closeClients(client);
  });

  it('reads long values that an update left alone from the row', async () => {
    const table = await createTable('id int primary key, name text, body text');
    await database.query(`alter table public.${table} alter body set storage external`);
    await database.query(`insert into public.${table} values (1, 'a', repeat('x', 20000))`);
    const client = await openClient(target);
    const { changes } = await watch(client, { table, event: 'UPDATE' });
    await database.query(`update public.${table} set name = 'b'`);
    const [change] = await changes.count(1);
    assert.deepEqual(change?.new, { id: 1, name: 'b', body: 'x'.repeat(20_000) });
    await closeClients(client);
  });

  it('keeps only small values of a record beyond a mebibyte', async () => {
    const table = await createTable('id int primary key, name text, body text');
    const client = await openClient(target);
    const { changes } = await watch(client, { table });
    await database.query(`insert into public.${table} values (1, 'short', repeat('x', 1100000))`);
    const [change] = await changes.count(1);
    assert.deepEqual(change?.new, { id: 1, name: 'short' });
    assert.deepEqual(change?.errors, ['Error 413: Payload Too Large']);
    await closeClients(client);
  });

  it('follows every published table of a schema', async () => {
    const [one, two] = [await createTable('id int primary key'), await createTable('id int primary key')];
    const client = await openClient(target);
    const { changes } = await watch(client, { table: '*' });
    await database.query(`insert into public.${one} values (1)`);
    await database.query(`insert into public.${two} values (2)`);
    const told = await changes.count(2);
    assert.deepEqual(
      told.map((change) => change.table),
      [one, two],
    );
    await closeClients(client);
  });

  it('follows a table as it changes its columns', async () => {
    const table = await createTable('id int primary key, name text');
    const client = await openClient(target);
    const { changes } = await watch(client, { table });
    await database.query(`insert into public.${table} values (1, 'a')`);
    await database.query(
      `alter table public.${table} add extra jsonb, rename name to title`.replace(
        ', rename',
        `; alter table public.${table} rename`,
      ),
    );
    await database.query(`insert into public.${table} values (2, 'b', '{"n": 1}')`);
    const told = await changes.count(2);
    assert.deepEqual(told[1]?.new, { id: 2, title: 'b', extra: { n: 1 } });
    await closeClients(client);
  });

  it('brings a burst whole and in order', async () => {
    const table = await createTable('id int primary key');
    const client = await openClient(target);
    const { changes } = await watch(client, { table });
    await database.query(`insert into public.${table} select generate_series(1, 1500)`);
    const told = await changes.count(1500, 30_000);
    assert.deepEqual(
      ids(told),
      Array.from({ length: 1500 }, (_, index) => index + 1),
    );
    await closeClients(client);
  });
});
