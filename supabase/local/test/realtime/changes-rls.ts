import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { closeClients, openClient, userToken, type Inbox } from './clients.ts';
import { database, target } from './target.ts';
import { createTable, watch, type Change, type Row } from './watched-table.ts';

const owned = `
  alter table public.%t enable row level security;
  create policy own on public.%t for select to authenticated
    using (owner = ((select current_setting('request.jwt.claims', true))::jsonb ->> 'sub')::uuid or owner is null);`;

const short = (changes: Inbox<Change>) =>
  changes.all.map(({ eventType, new: row, old }) => `${eventType} ${(row as Row).id ?? (old as Row).id}`);

const userClient = async (sub: string) => openClient(target, { token: await userToken(target, { sub }) });

/** A row that every signed-in user sees, written last. */
async function ownerlessFence(table: string, ...inboxes: Inbox<Change>[]): Promise<void> {
  await database.query(`insert into public.${table} (id) values (99)`);
  for (const inbox of inboxes) await inbox.find((change) => (change.new as Row).id === 99, 'fence');
}

describe('postgres_changes under row level security', () => {
  it('tells insertions and updates to those who see the row, deletions to everyone', async () => {
    const table = await createTable('id int primary key, owner uuid, name text', owned);
    const [ann, bob] = [randomUUID(), randomUUID()];
    const service = await openClient(target, { key: target.keys.secretKey });
    const clients = [await userClient(ann), await userClient(bob), service, await openClient(target)];
    const [byAnn, byBob, byService, byNobody] = await Promise.all(
      clients.map(async (client) => (await watch(client, { table })).changes),
    );
    assert.ok(byAnn && byBob && byService && byNobody);
    await database.query(`insert into public.${table} values (1, $1, 'a')`, [ann]);
    await database.query(`insert into public.${table} values (2, $1, 'b')`, [bob]);
    await byBob.find((change) => (change.new as Row).id === 2);
    await database.query(`update public.${table} set name = 'c' where id = 1`);
    await byAnn.find((change) => change.eventType === 'UPDATE');
    await database.query(`delete from public.${table} where id = 1`);
    await ownerlessFence(table, byAnn, byBob, byService);
    assert.deepEqual(short(byAnn), ['INSERT 1', 'UPDATE 1', 'DELETE 1', 'INSERT 99']);
    assert.deepEqual(short(byBob), ['INSERT 2', 'DELETE 1', 'INSERT 99']);
    assert.deepEqual(short(byService), ['INSERT 1', 'INSERT 2', 'UPDATE 1', 'DELETE 1', 'INSERT 99']);
    assert.deepEqual(short(byNobody), ['DELETE 1']);
    await closeClients(...clients);
  });

  it('asks when it looks, not when it was committed', async () => {
    const table = await createTable('id int primary key, owner uuid, name text', owned);
    const client = await userClient(randomUUID());
    const { changes } = await watch(client, { table });
    await database.query('begin');
    await database.query(`insert into public.${table} (id) values (1)`);
    await database.query(`delete from public.${table}`);
    await database.query('commit');
    await ownerlessFence(table, changes);
    assert.deepEqual(short(changes), ['DELETE 1', 'INSERT 99'], 'a row that is gone cannot be seen');
    await closeClients(client);
  });

  it('reduces a deleted row to its key', async () => {
    const more = `${owned} alter table public.%t replica identity full;`;
    const table = await createTable('id int primary key, owner uuid, name text', more);
    const client = await openClient(target);
    const { changes } = await watch(client, { table });
    await database.query(`insert into public.${table} (id, name) values (1, 'secret')`);
    await database.query(`delete from public.${table}`);
    const [change] = await changes.count(1);
    assert.deepEqual([change?.eventType, change?.old], ['DELETE', { id: 1 }]);
    await closeClients(client);
  });

  it('isolates a policy that fails for one identity', async () => {
    const sub = randomUUID();
    const table = await createTable(
      'id int primary key, owner uuid',
      `alter table public.%t enable row level security;
       create policy breaks on public.%t for select to authenticated
       using (case when current_setting('request.jwt.claim.sub', true) = '${sub}' then 1 / (id - id) = 1 else true end);`,
    );
    const [broken, healthy] = [await userClient(sub), await userClient(randomUUID())];
    const [a, b] = [await watch(broken, { table }), await watch(healthy, { table })];
    await database.query(`insert into public.${table} values (1)`);
    await b.changes.count(1);
    await database.query(`delete from public.${table}`);
    await a.changes.count(1);
    assert.deepEqual(short(a.changes), ['DELETE 1']);
    await closeClients(broken, healthy);
  });

  it('sees changed policies at once', async () => {
    const table = await createTable('id int primary key, owner uuid', owned);
    const client = await userClient(randomUUID());
    const { changes } = await watch(client, { table });
    await ownerlessFence(table, changes);
    await database.query(`drop policy own on public.${table}`);
    await database.query(`insert into public.${table} (id) values (1)`);
    await database.query(`create policy own on public.${table} for select to authenticated using (id > 1)`);
    await database.query(`insert into public.${table} (id) values (2)`);
    await changes.find((change) => (change.new as Row).id === 2);
    assert.deepEqual(short(changes), ['INSERT 99', 'INSERT 2']);
    await closeClients(client);
  });
});

describe('postgres_changes and column privileges', () => {
  it('tells only columns that the role may select', async () => {
    const table = await createTable('id int primary key, name text, secret text');
    await database.query(
      `revoke select on public.${table} from anon; grant select (id, name) on public.${table} to anon`,
    );
    const [anonymous, service] = [
      await openClient(target),
      await openClient(target, { key: target.keys.secretKey }),
    ];
    const [a, b] = [await watch(anonymous, { table }), await watch(service, { table })];
    await database.query(`insert into public.${table} values (1, 'a', 's')`);
    assert.deepEqual((await a.changes.count(1))[0]?.new, { id: 1, name: 'a' });
    assert.deepEqual((await b.changes.count(1))[0]?.new, { id: 1, name: 'a', secret: 's' });
    await closeClients(anonymous, service);
  });

  it('answers 401 when the key may not be selected and 400 without a key', async () => {
    const hidden = await createTable('id int primary key, name text');
    await database.query(
      `revoke select on public.${hidden} from anon; grant select (name) on public.${hidden} to anon`,
    );
    const keyless = await createTable('id int, name text');
    const client = await openClient(target);
    const [a, b] = [await watch(client, { table: hidden }), await watch(client, { table: keyless })];
    await database.query(`insert into public.${hidden} values (1, 'a')`);
    await database.query(`insert into public.${keyless} values (1, 'a')`);
    const [unauthorized] = await a.changes.count(1);
    const [bad] = await b.changes.count(1);
    assert.deepEqual([unauthorized?.new, unauthorized?.errors], [{}, ['Error 401: Unauthorized']]);
    assert.deepEqual([bad?.new, bad?.errors], [{}, ['Error 400: Bad Request, no primary key']]);
    await closeClients(client);
  });

  it('tells selected columns and always the key', async () => {
    const table = await createTable('id int primary key, name text, note text');
    const client = await openClient(target);
    const { changes } = await watch(client, { table, select: ['name'] });
    await database.query(`insert into public.${table} values (1, 'a', 'b')`);
    assert.deepEqual((await changes.count(1))[0]?.new, { id: 1, name: 'a' });
    await closeClients(client);
  });
});
