import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createClient, type RealtimeChannel, type SupabaseClient } from '@supabase/supabase-js';
import pg from 'pg';
import { eventually, startTestPlatform, type TestPlatform } from './support/platform.ts';

/**
 * What a suite written for real Supabase does when it is pointed at this URL and database: it knows nothing of the
 * platform but the facts that `npm run platform -- --json` prints.
 */
describe('a suite that somebody else wrote', { concurrency: false }, () => {
  let platform: TestPlatform;
  let db: pg.Client;
  let admin: SupabaseClient;
  const open: SupabaseClient[] = [];

  const client = (key: string): SupabaseClient => {
    const made = createClient(platform.url, key, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
    open.push(made);
    return made;
  };

  before(async () => {
    platform = await startTestPlatform();
    db = new pg.Client({ connectionString: platform.dbUrl });
    await db.connect();
    admin = client(platform.keys.serviceJwt);
  });
  after(async () => {
    for (const one of open) await one.removeAllChannels();
    await db.end();
    await platform.stop();
  });

  async function person(key: string): Promise<{ id: string; client: SupabaseClient }> {
    const email = `${randomUUID()}@example.com`;
    const made = await admin.auth.admin.createUser({ email, password: 'long enough', email_confirm: true });
    assert.equal(made.error, null);
    const own = client(key);
    const { data, error } = await own.auth.signInWithPassword({ email, password: 'long enough' });
    assert.equal(error, null);
    await own.realtime.setAuth(data.session?.access_token);
    return { id: made.data.user?.id ?? '', client: own };
  }

  const joined = (channel: RealtimeChannel): Promise<string> =>
    new Promise((resolve) => channel.subscribe((status) => status !== 'CLOSED' && resolve(status)));

  test('DDL while running, users by the admin API, rows by RLS, with both kinds of keys', async () => {
    await db.query(`
      create table public.notes (
        id bigint generated always as identity primary key,
        user_id uuid not null default auth.uid() references auth.users (id) on delete cascade, body text not null
      );
      alter table public.notes enable row level security;
      create policy "own notes" on public.notes for all to authenticated
        using ((select auth.uid()) = user_id) with check ((select auth.uid()) = user_id);
      grant select, insert, update, delete on public.notes to authenticated, service_role;
      notify pgrst, 'reload schema';`);
    for (const key of [platform.keys.publishableKey, platform.keys.anonJwt]) {
      const [one, other] = [await person(key), await person(key)];
      const made = await eventually(async () => {
        const answer = await one.client.from('notes').insert({ body: 'mine' }).select().single();
        return answer.error ? null : (answer.data as { user_id: string });
      });
      assert.equal(made.user_id, one.id);
      assert.deepEqual((await other.client.from('notes').select()).data, []);
      assert.equal((await other.client.from('notes').insert({ body: 'x', user_id: one.id })).status, 403);
      assert.equal((await client(key).from('notes').select()).error?.code, '42501');
    }
    for (const key of [platform.keys.secretKey, platform.keys.serviceJwt]) {
      assert.equal((await client(key).from('notes').select()).data?.length, 2);
    }
  });

  test('a fresh migration with a forgotten grant fails for every role, as in production', async () => {
    await db.query(`
      create table public.forgotten (id int primary key);
      alter table public.forgotten enable row level security;
      create policy everyone on public.forgotten for select using (true);
      create sequence public.forgotten_numbers;
      create view public.forgotten_view as select 1 as one;`);
    for (const relation of ['forgotten', 'forgotten_view']) {
      for (const [key, status] of [
        [platform.keys.publishableKey, 401],
        [platform.keys.secretKey, 403],
      ] as const) {
        const answer = await eventually(async () => {
          const given = await client(key).from(relation).select();
          return given.error?.code === '42501' ? given : null;
        });
        assert.equal(answer.status, status);
        assert.match(answer.error?.message ?? '', /permission denied for (table|view) forgotten/);
      }
    }
    const { rows } = await db.query(
      `select has_sequence_privilege('authenticated', 'public.forgotten_numbers', 'usage') as may`,
    );
    assert.deepEqual(rows, [{ may: false }]);
    await db.query('grant select on public.forgotten to anon');
    const mended = await client(platform.keys.publishableKey).from('forgotten').select();
    assert.deepEqual([mended.error, mended.data], [null, []]);
  });

  test('policies on realtime.messages decide who hears and who speaks', async () => {
    await db.query(`
      create policy "members hear" on realtime.messages for select to authenticated
        using ((select realtime.topic()) = 'club' and extension in ('broadcast', 'presence'));
      create policy "members speak" on realtime.messages for insert to authenticated
        with check ((select realtime.topic()) = 'club' and extension = 'broadcast');`);
    const [one, other] = [
      await person(platform.keys.publishableKey),
      await person(platform.keys.publishableKey),
    ];
    const heard: string[] = [];
    const ears = other.client
      .channel('club', { config: { private: true } })
      .on('broadcast', { event: '*' }, ({ event }) => heard.push(event));
    assert.equal(await joined(ears), 'SUBSCRIBED');
    const mouth = one.client.channel('club', { config: { private: true, broadcast: { ack: true } } });
    assert.equal(await joined(mouth), 'SUBSCRIBED');
    assert.equal(await mouth.send({ type: 'broadcast', event: 'said', payload: {} }), 'ok');
    await db.query(`select realtime.send('{}', 'from the database', 'club', true)`);
    await eventually(async () => heard.includes('said') && heard.includes('from the database'));
    const stranger = client(platform.keys.publishableKey).channel('club', { config: { private: true } });
    assert.equal(await joined(stranger), 'CHANNEL_ERROR');
  });

  test('a table joins the publication while it is listened to; row filters and RLS hold', async () => {
    await db.query(`
      drop publication if exists supabase_realtime;
      create publication supabase_realtime;
      alter publication supabase_realtime add table public.notes;`);
    const one = await person(platform.keys.publishableKey);
    const told: string[] = [];
    const channel = one.client
      .channel('notes')
      .on<{ body: string }>('postgres_changes', { event: '*', schema: 'public', table: 'notes' }, (change) =>
        told.push(`${change.eventType} ${'body' in change.new ? change.new.body : ''}`),
      );
    assert.equal(await joined(channel), 'SUBSCRIBED');
    const other = await person(platform.keys.publishableKey);
    await eventually(async () => {
      await other.client.from('notes').insert({ body: 'secret' });
      await one.client.from('notes').insert({ body: 'open' });
      return told.includes('INSERT open');
    });
    assert.ok(!told.some((line) => line.includes('secret')));
  });
});
