import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import pg from 'pg';
import type { TestPlatform } from '../support/platform.ts';

/** Runs on a platform that other suites share; `shared` gives it once it has started. */
export function bootstrapSuite(shared: () => TestPlatform): void {
  describe('the database looks like a Supabase project', () => {
    let platform: TestPlatform;
    before(async () => {
      platform = shared();
    });

    test('roles have the attributes and limits of Supabase', async () => {
      const rows = await platform.sql(`
      select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcanlogin as login, rolinherit as inherit,
        (select split_part(c, '=', 2) from unnest(rolconfig) as c where c like 'statement_timeout=%') as timeout
      from pg_roles where rolname in ('postgres', 'anon', 'authenticated', 'service_role', 'authenticator', 'supabase_admin') order by 1`);
      assert.deepEqual(rows, [
        { name: 'anon', super: false, bypass: false, login: false, inherit: false, timeout: '3s' },
        { name: 'authenticated', super: false, bypass: false, login: false, inherit: false, timeout: '8s' },
        { name: 'authenticator', super: false, bypass: false, login: true, inherit: false, timeout: '8s' },
        { name: 'postgres', super: false, bypass: true, login: true, inherit: true, timeout: null },
        { name: 'service_role', super: false, bypass: true, login: false, inherit: false, timeout: null },
        { name: 'supabase_admin', super: true, bypass: true, login: true, inherit: true, timeout: null },
      ]);
    });

    test('authenticator may become an API role and nothing more', async () => {
      const rows = await platform.sql(`
      select g.rolname as may_become from pg_auth_members as m join pg_roles as g on g.oid = m.roleid
      join pg_roles as u on u.oid = m.member where u.rolname = 'authenticator' order by 1`);
      assert.deepEqual(
        rows.map((row) => row['may_become']),
        ['anon', 'authenticated', 'service_role'],
      );
    });

    test('new objects in public have no grants, but PUBLIC may execute new functions', async () => {
      await platform.sql(
        'create table newcomer (id serial primary key); create function newcomer_fn() returns int language sql as $$ select 1 $$',
      );
      const [row] = await platform.sql(`
      select bool_or(has_table_privilege(r, 'newcomer', p)) as any_table, bool_or(has_sequence_privilege(r, 'newcomer_id_seq', 'usage')) as any_sequence,
        bool_and(has_function_privilege(r, 'newcomer_fn()', 'execute')) as every_function
      from unnest(array['anon', 'authenticated', 'service_role']) as r,
        unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as p`);
      assert.deepEqual(row, { any_table: false, any_sequence: false, every_function: true });
    });

    test('extensions are where Supabase has them, and may be asked for again', async () => {
      await platform.sql(`create extension if not exists postgis with schema extensions;
      create extension if not exists pg_cron; create extension if not exists "uuid-ossp" with schema extensions`);
      const rows = await platform.sql(`
      select extname from pg_extension as e join pg_namespace as n on n.oid = e.extnamespace where nspname = 'extensions'`);
      const names = new Set(rows.map((row) => row['extname']));
      for (const name of [
        'postgis',
        'pgrouting',
        'pgcrypto',
        'uuid-ossp',
        'pg_trgm',
        'unaccent',
        'btree_gist',
        'pgtap',
        'plpgsql_check',
      ]) {
        assert.ok(names.has(name), `${name} is missing`);
      }
    });

    test('trigrams know Chinese', async () => {
      const [row] = await platform.sql(
        "select extensions.similarity('兰州牛肉面', '牛肉面馆') > 0.05 as similar",
      );
      assert.equal(row?.['similar'], true);
    });

    test('auth.uid() and its kin read both forms of claims', async () => {
      const id = 'aaaaaaaa-0000-4000-8000-000000000001';
      const [row] = await platform.sql(
        `select auth.uid() as before, set_config('request.jwt.claims', $1, true) is not null as set, auth.uid() as uid, auth.role() as role, auth.email() as email, auth.jwt() ->> 'x' as x`,
        [JSON.stringify({ sub: id, role: 'authenticated', email: 'a@b.c', x: 'y' })],
      );
      assert.deepEqual(row, {
        before: null,
        set: true,
        uid: id,
        role: 'authenticated',
        email: 'a@b.c',
        x: 'y',
      });
    });

    test('postgres may do what migrations of Supabase projects do', async () => {
      await platform.sql(`
      create schema app; create role app_reader; grant usage on schema app to app_reader;
      create table profiles (id uuid primary key references auth.users on delete cascade);
      create function handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
        begin insert into public.profiles values (new.id); return new; end $$;
      create trigger on_auth_user_created after insert on auth.users for each row execute function handle_new_user();
      create policy topics_read on realtime.messages for select to authenticated using (realtime.topic() like 'a:%');
      create policy files_read on storage.objects for select to authenticated using (bucket_id = 'library');
      alter publication supabase_realtime add table profiles;
      create publication own for table profiles;
      alter default privileges in schema app grant select on tables to authenticated;
      comment on schema app is 'x';`);
      const rows = await platform.sql(
        "select tablename from pg_publication_tables where pubname = 'supabase_realtime'",
      );
      assert.deepEqual(rows, [{ tablename: 'profiles' }]);
    });

    test('postgres is not more than it is on Supabase', async () => {
      for (const sql of [
        'create role x superuser',
        'alter role supabase_admin nologin',
        "copy (select 1) to program 'id'",
        "select pg_read_file('PG_VERSION')",
      ]) {
        await assert.rejects(platform.sql(sql), /permission|superuser|must be/i);
      }
    });

    test('no other password opens the database', async () => {
      const url = new URL(platform.dbUrl);
      for (const [user, password] of [
        ['postgres', 'postgres'],
        ['supabase_admin', ''],
        ['supabase_admin', url.password],
        ['anon', url.password],
      ]) {
        const client = new pg.Client({
          host: url.hostname,
          port: Number(url.port),
          user,
          password,
          database: 'postgres',
        });
        await assert.rejects(client.connect(), /password|not permitted/);
      }
    });
  });
}
