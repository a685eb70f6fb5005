import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { postgresChangesFilter } from '@supabase/supabase-js';
import { parseFilter } from '../../src/realtime/changes/filter.ts';
import { closeClients, newTopic, joined, openClient, systemMessages } from './clients.ts';
import { database, target } from './target.ts';
import { createTable, fence, ids, listen, watch } from './watched-table.ts';

const rows = [
  "(1, 'apple', 10, true, '{\"a\":1}')",
  "(2, 'Apple pie', 20, false, null)",
  '(3, \'plum, "big"\', 30, null, null)',
  '(4, null, null, true, null)',
  "(5, 'pear (ripe)', 40, false, null)",
];

const cases: [string, number[]][] = [
  ['id=eq.2', [2]],
  ['id=neq.2', [1, 3, 4, 5]],
  ['price=lt.20', [1]],
  ['price=lte.20', [1, 2]],
  ['price=gt.20', [3, 5]],
  ['price=gte.30', [3, 5]],
  ['id=in.(1,3,9)', [1, 3]],
  ['name=in.(apple,"plum, \\"big\\"")', [1, 3]],
  ['name=like.%pple%', [1, 2]],
  ['name=like.Apple%', [2]],
  ['name=ilike.apple%', [1, 2]],
  ['name=match.^[a-p]', [1, 3, 5]],
  ['name=imatch.^APPLE$', [1]],
  ['name=is.null', [4]],
  ['fresh=is.true', [1, 4]],
  ['fresh=is.unknown', [3]],
  ['name=not.is.null', [1, 2, 3, 5]],
  ['price=isdistinct.10', [2, 3, 4, 5]],
  ['price=not.eq.10', [2, 3, 5]],
  ['id=not.in.(1,2)', [3, 4, 5]],
  ['price=gt.10,fresh=is.false', [2, 5]],
  ['name=eq."pear (ripe)",id=gt.1', [5]],
];

describe('filters of postgres_changes', () => {
  it('let through what PostgreSQL would', async () => {
    const table = await createTable('id int primary key, name text, price int, fresh bool, doc jsonb');
    const client = await openClient(target);
    const channel = client.channel(newTopic());
    const system = systemMessages(channel);
    const inboxes = cases.map(([filter]) => listen(channel, { table, filter }));
    const everything = listen(channel, { table });
    await joined(channel);
    assert.equal((await system.find(() => true)).message, 'Subscribed to PostgreSQL');
    await database.query(`insert into public.${table} values ${rows.join(', ')}`);
    await everything.count(rows.length);
    const told = cases.map(([filter], index) => [filter, ids(inboxes[index]?.all ?? [])]);
    assert.deepEqual(told, cases);
    await closeClients(client);
  });

  it('come from the filter builder of supabase-js', async () => {
    const table = await createTable('id int primary key, name text');
    const client = await openClient(target);
    const filter = postgresChangesFilter().in('name', ['a,b', 'c"d', 'plain']).not('id', 'eq', 3).build();
    const { changes } = await watch(client, { table, filter });
    await database.query(
      `insert into public.${table} values (1, 'a,b'), (2, 'c"d'), (3, 'plain'), (4, 'other'), (5, 'plain')`,
    );
    assert.deepEqual(ids(await changes.count(3)), [1, 2, 5]);
    await closeClients(client);
  });

  it('ask the new row of an update and the known part of a deleted row', async () => {
    const table = await createTable('id int primary key, name text');
    const full = await createTable(
      'id int primary key, name text',
      'alter table public.%t replica identity full;',
    );
    const client = await openClient(target);
    const inDefault = await watch(client, { table, filter: 'name=eq.b' });
    const byKey = await watch(client, { table, event: '*', filter: 'id=gt.0' });
    const inFull = await watch(client, { table: full, filter: 'name=eq.b' });
    for (const name of [table, full]) {
      await database.query(`insert into public.${name} values (1, 'a')`);
      await database.query(`update public.${name} set name = 'b'`);
      await database.query(`delete from public.${name}`);
    }
    const told = await inFull.changes.count(2);
    assert.deepEqual(
      told.map((change) => change.eventType),
      ['UPDATE', 'DELETE'],
    );
    await fence(byKey.changes, table);
    assert.deepEqual(
      byKey.changes.all.map((change) => change.eventType),
      ['INSERT', 'UPDATE', 'DELETE', 'INSERT'],
    );
    assert.deepEqual(
      inDefault.changes.all.map((change) => change.eventType),
      ['UPDATE'],
    );
    await closeClients(client);
  });

  it('are read as the grammar says', () => {
    const read = (text: string) =>
      parseFilter(text).map(({ column, operator, negated, values }) => [
        column,
        operator,
        negated,
        ...values,
      ]);
    assert.deepEqual(read('a=eq.x.y=z'), [['a', 'eq', false, 'x.y=z']]);
    assert.deepEqual(read('a=eq.'), [['a', 'eq', false, '']]);
    assert.deepEqual(read('a=eq.it"s'), [['a', 'eq', false, 'it"s']]);
    assert.deepEqual(read('a=not.in.("x,y",z),b=is.NULL'), [
      ['a', 'in', true, 'x,y', 'z'],
      ['b', 'is', false, 'NULL'],
    ]);
    for (const wrong of ['', ',', 'a', '=eq.1', 'a=1', 'a=eq', 'a=in.1', 'a=is.maybe', 'a=eq.1,']) {
      assert.throws(() => {
        if (parseFilter(wrong).length === 0) throw new Error('empty');
      }, wrong);
    }
  });
});
