import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { applyMigrations } from '../src/migrations/apply-migrations.ts';
import { splitStatements } from '../src/migrations/split-statements.ts';
import { startTestPlatform, temporaryFolder, type TestPlatform } from './support/platform.ts';

describe('splitting SQL', () => {
  const texts = (sql: string) => splitStatements(sql).map(({ text }) => text);

  test('ends of statements in quotes, comments and bodies are none', () => {
    assert.deepEqual(texts(`select ';' as "a;b"; select E'it\\'s;'; select 'it''s;'`), [
      `select ';' as "a;b"`,
      `select E'it\\'s;'`,
      `select 'it''s;'`,
    ]);
    assert.deepEqual(texts('-- a; b\nselect 1; /* c; /* d; */ e; */ select 2;'), [
      '-- a; b\nselect 1',
      '/* c; /* d; */ e; */ select 2',
    ]);
    assert.deepEqual(texts('do $$ begin null; end $$; do $fn$ select $$;$$; $fn$; select $1'), [
      'do $$ begin null; end $$',
      'do $fn$ select $$;$$; $fn$',
      'select $1',
    ]);
    const atomic =
      'create function f() returns int begin atomic select case when true then 1 end; select 2; end';
    assert.deepEqual(texts(`${atomic}; select 3`), [atomic, 'select 3']);
  });

  test('nothing but comments is no statement', () => {
    assert.deepEqual(texts(' ;; -- end\n/* only */ ;\n'), []);
  });

  test('a statement knows its line', () => {
    assert.deepEqual(
      splitStatements('select 1;\n\n  select\n2;').map(({ line }) => line),
      [1, 3],
    );
  });
});

describe('migrations', () => {
  let platform: TestPlatform;
  let folder: string;
  before(async () => {
    folder = join(await temporaryFolder(), 'migrations');
    await mkdir(folder);
    platform = await startTestPlatform();
  });
  after(async () => {
    await platform.stop();
    await rm(join(folder, '..'), { recursive: true });
  });

  test('files run in order as postgres and are recorded as the CLI records them', async () => {
    await writeFile(join(folder, '20260102000000_second.sql'), "insert into towns values ('Linli');");
    await writeFile(
      join(folder, '20260101000000_first_one.sql'),
      'create table towns (name text);\n\n-- why\ncreate index on towns (name);\n',
    );
    await writeFile(join(folder, 'notes.md'), 'not SQL');
    assert.deepEqual(await applyMigrations(platform.dbUrl, folder), ['20260101000000', '20260102000000']);
    assert.deepEqual(
      await platform.sql(
        'select version, name, statements from supabase_migrations.schema_migrations order by version',
      ),
      [
        {
          version: '20260101000000',
          name: 'first_one',
          statements: ['create table towns (name text)', '-- why\ncreate index on towns (name)'],
        },
        { version: '20260102000000', name: 'second', statements: ["insert into towns values ('Linli')"] },
      ],
    );
    assert.deepEqual(await platform.sql("select tableowner from pg_tables where tablename = 'towns'"), [
      { tableowner: 'postgres' },
    ]);
    assert.deepEqual(await applyMigrations(platform.dbUrl, folder), []);
  });

  test('a failing file leaves nothing and says where it failed', async () => {
    await writeFile(
      join(folder, '20260103000000_bad.sql'),
      'create table half (id int);\n\ninsert into half\nvalues (nonsense);\n',
    );
    await assert.rejects(
      applyMigrations(platform.dbUrl, folder),
      /platform\.migration_failed: .*20260103000000_bad\.sql:4: column "nonsense" does not exist \(42703\)/,
    );
    assert.deepEqual(await platform.sql("select to_regclass('half') as half"), [{ half: null }]);
    await rm(join(folder, '20260103000000_bad.sql'));
  });

  test('a database of another version is left alone', async () => {
    await writeFile(join(folder, '20260106000000_new.sql'), "insert into towns values ('never');");
    await platform.sql(
      "insert into supabase_migrations.schema_migrations (version, name) values ('20251231000000', 'other')",
    );
    await assert.rejects(
      applyMigrations(platform.dbUrl, folder),
      /platform\.migrations_unknown: the database has migration 20251231000000,/,
    );
    assert.deepEqual(await platform.sql("select from towns where name = 'never'"), []);
    await platform.sql("delete from supabase_migrations.schema_migrations where version = '20251231000000'");
    await rm(join(folder, '20260106000000_new.sql'));
  });

  test('settings of one file do not reach the next', async () => {
    await writeFile(
      join(folder, '20260104000000_sets.sql'),
      "set search_path = ''; create table public.a (id int);",
    );
    await writeFile(join(folder, '20260105000000_uses.sql'), 'create table b (id int);');
    assert.equal((await applyMigrations(platform.dbUrl, folder)).length, 2);
    assert.deepEqual(await platform.sql("select to_regclass('public.b') is not null as made"), [
      { made: true },
    ]);
  });
});
