import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { TestPlatform } from '../support/platform.ts';

/** Runs on a platform that other suites share; `shared` gives it once it has started. */
export function restSuite(shared: () => TestPlatform): void {
  describe('tables through the Data API', () => {
    let platform: TestPlatform;
    const rows = (text: string, values?: unknown[]) => platform.sql(text, values);

    before(async () => {
      platform = shared();
      await rows(`
      create table notes (
        id bigint generated always as identity primary key, owner uuid not null default auth.uid(), body text not null
          check (body <> ''), data jsonb, tags text[], price numeric(12, 2), slug text unique, made_at timestamptz default now()
      );
      alter table notes enable row level security;
      create policy notes_select_own on notes for select to authenticated using (owner = (select auth.uid()));
      create policy notes_insert_own on notes for insert to authenticated with check (owner = (select auth.uid()));
      create policy notes_update_own on notes for update to authenticated using (owner = (select auth.uid()));
      create policy notes_delete_own on notes for delete to authenticated using (owner = (select auth.uid()));
      grant select, insert, update, delete on notes to authenticated, service_role;
      create table children (id int primary key, note_id bigint not null references notes on delete restrict);
      grant select, insert on children to service_role;
      create table forgotten (id int primary key);
      create table slow (id int primary key);
      create view slow_view with (security_invoker = true) as select id, pg_sleep(10)::text as nap from slow;
      insert into slow values (1);
      grant select on slow, slow_view to anon;
    `);
    });

    const alice = 'aaaaaaaa-0000-4000-8000-000000000001';
    const bob = 'bbbbbbbb-0000-4000-8000-000000000002';

    test('insert, read, update and delete reach own rows only', async () => {
      const [a, b] = [await platform.user(alice), await platform.user(bob)];
      const data = { deep: { list: [1, 'x', null, { y: true }] }, text: 'a "quoted" 面条' };
      const made = await a
        .from('notes')
        .insert([
          { body: 'first', data, tags: ['x', 'y z', 'a,"b'], price: 12.5 },
          { body: 'second', data: [1, 2] },
        ])
        .select('body,data,tags,price,owner');
      assert.equal(made.error, null);
      assert.deepEqual(made.data, [
        { body: 'first', data, tags: ['x', 'y z', 'a,"b'], price: 12.5, owner: alice },
        { body: 'second', data: [1, 2], tags: null, price: null, owner: alice },
      ]);
      assert.deepEqual((await b.from('notes').select()).data, []);
      assert.deepEqual(
        (await b.from('notes').update({ body: 'stolen' }).eq('body', 'first').select()).data,
        [],
      );
      assert.deepEqual((await b.from('notes').delete().eq('body', 'first').select()).data, []);
      const changed = await a
        .from('notes')
        .update({ data: { n: 1 }, tags: [] })
        .eq('body', 'first')
        .select('data,tags')
        .single();
      assert.deepEqual(changed.data, { data: { n: 1 }, tags: [] });
      const gone = await a.from('notes').delete({ count: 'exact' }).in('body', ['first', 'second']);
      assert.deepEqual([gone.status, gone.count], [204, 2]);
    });

    test('stored JSON is JSON, not text', async () => {
      await platform
        .service()
        .from('notes')
        .insert({ owner: alice, body: 'json', data: { a: [{ b: 1 }] } });
      const [row] = await rows(
        "select jsonb_typeof(data) as type, data #>> '{a,0,b}' as b from notes where body = 'json'",
      );
      assert.deepEqual(row, { type: 'object', b: '1' });
      await rows("delete from notes where body = 'json'");
    });

    test('a row for another owner is refused by its policy', async () => {
      const { error, status } = await (
        await platform.user(alice)
      )
        .from('notes')
        .insert({ owner: bob, body: 'x' });
      assert.deepEqual([status, error?.code], [403, '42501']);
    });

    test('upsert by a unique column', async () => {
      const service = platform.service();
      await service.from('notes').upsert({ owner: alice, body: 'one', slug: 's' }, { onConflict: 'slug' });
      const again = await service
        .from('notes')
        .upsert({ owner: alice, body: 'two', slug: 's' }, { onConflict: 'slug' })
        .select('body');
      assert.deepEqual(again.data, [{ body: 'two' }]);
      const kept = await service
        .from('notes')
        .upsert({ owner: alice, body: 'three', slug: 's' }, { onConflict: 'slug', ignoreDuplicates: true })
        .select();
      assert.deepEqual(kept.data, []);
      await service.from('notes').delete().eq('slug', 's');
    });

    test('violations have the status and code of PostgREST', async () => {
      const service = platform.service();
      const outcome = async (query: PromiseLike<{ status: number; error: { code: string } | null }>) => {
        const { status, error } = await query;
        return [status, error?.code];
      };
      await service.from('notes').insert({ owner: alice, body: 'parent', slug: 'dup' });
      assert.deepEqual(
        await outcome(service.from('notes').insert({ owner: alice, body: 'x', slug: 'dup' })),
        [409, '23505'],
      );
      assert.deepEqual(await outcome(service.from('children').insert({ id: 1, note_id: -1 })), [
        409,
        '23503',
      ]);
      assert.deepEqual(await outcome(service.from('notes').insert({ owner: alice, body: '' })), [
        400,
        '23514',
      ]);
      assert.deepEqual(await outcome(service.from('notes').insert({ owner: alice })), [400, '23502']);
      assert.deepEqual(await outcome(service.from('notes').insert({ owner: 'nobody', body: 'x' })), [
        400,
        '22P02',
      ]);
      assert.deepEqual(await outcome(service.from('notes').select('nothing')), [400, '42703']);
      assert.deepEqual(await outcome(service.from('missing').select()), [404, 'PGRST205']);
      await rows("delete from notes where slug = 'dup'");
    });

    test('a table whose grants were forgotten is refused to every role', async () => {
      assert.deepEqual(await codeOf(platform.anon().from('forgotten').select()), [401, '42501']);
      assert.deepEqual(await codeOf((await platform.user(alice)).from('forgotten').select()), [403, '42501']);
      assert.deepEqual(await codeOf(platform.service().from('forgotten').select()), [403, '42501']);
    });

    test('an update or delete without a filter is refused, as production does', async () => {
      await rows('insert into notes (owner, body) values ($1, $2)', [alice, 'stays']);
      assert.deepEqual(await codeOf(platform.service().from('notes').update({ body: 'all' }) as never), [
        400,
        '21000',
      ]);
      assert.deepEqual(await codeOf(platform.service().from('notes').delete() as never), [400, '21000']);
      assert.deepEqual(await rows("select body from notes where body <> 'stays'"), []);
    });

    test('two or groups on a delete hit their intersection only', async () => {
      await rows('truncate notes cascade');
      await rows(
        "insert into notes (owner, body, price) select $1, 'n' || i, i from generate_series(1, 20) as i",
        [alice],
      );
      await platform
        .service()
        .from('notes')
        .delete()
        .or('price.lt.5,price.gt.18')
        .or('price.eq.1,price.eq.10');
      assert.deepEqual(await rows('select count(*)::int as count from notes'), [{ count: 19 }]);
    });

    test('a statement ends at the time limit of its role', { timeout: 20_000 }, async () => {
      assert.deepEqual(await codeOf(platform.anon().from('slow_view').select()), [500, '57014']);
    });

    test('a new column and a new table are seen after DDL', async () => {
      await rows(
        'alter table notes add column extra text; create table fresh (id int primary key); grant select on fresh to anon',
      );
      assert.deepEqual((await platform.anon().from('fresh').select()).data, []);
      const made = await platform
        .service()
        .from('notes')
        .insert({ owner: alice, body: 'e', extra: 'v' })
        .select('extra')
        .single();
      assert.deepEqual(made.data, { extra: 'v' });
    });

    test('no grant and no auth function was changed by serving requests', async () => {
      const [row] = await rows(`
      select has_table_privilege('anon', 'notes', 'select, insert, update, delete') as anon,
        has_table_privilege('service_role', 'forgotten', 'select') as service,
        pg_get_functiondef('auth.uid()'::regprocedure) like '%request.jwt.claim.sub%' as own_uid`);
      assert.deepEqual(row, { anon: false, service: false, own_uid: true });
    });

    async function codeOf(query: PromiseLike<{ status: number; error: { code: string } | null }>) {
      const { status, error } = await query;
      return [status, error?.code];
    }
  });
}
