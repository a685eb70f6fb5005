import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { startAuthPlatform, type AuthPlatform } from './support/auth-platform.ts';
import { follow, lastMail } from './support/outbox.ts';

const CONFIG = `
[auth.email]
enable_confirmations = true
max_frequency = "0s"
[auth.sms]
enabled = true
`;

describe('administration of users', () => {
  let platform: AuthPlatform;
  before(async () => {
    platform = await startAuthPlatform(CONFIG);
  });
  after(() => platform?.stop());

  it('is for the secret key alone', async () => {
    const client = platform.client();
    await platform
      .admin()
      .auth.admin.createUser({ email: 'plain@example.com', password: 'long enough', email_confirm: true });
    const asAnon = await client.auth.admin.listUsers();
    assert.equal(asAnon.error?.code, 'not_admin');
    const { data } = await client.auth.signInWithPassword({
      email: 'plain@example.com',
      password: 'long enough',
    });
    const asUser = platform.client({ headers: { authorization: `Bearer ${data.session?.access_token}` } });
    assert.equal((await asUser.auth.admin.deleteUser(data.user?.id ?? '')).error?.code, 'not_admin');
    assert.equal(
      (await asUser.auth.admin.generateLink({ type: 'recovery', email: 'plain@example.com' })).error?.code,
      'not_admin',
    );
    assert.equal((await asUser.auth.admin.inviteUserByEmail('x@example.com')).error?.code, 'not_admin');
  });

  it('creates users with everything that can be given', async () => {
    const { admin } = platform.admin().auth;
    const id = randomUUID();
    const created = await admin.createUser({
      id,
      email: 'All@Example.com',
      phone: '+8613800001111',
      password: 'long enough',
      email_confirm: true,
      phone_confirm: true,
      user_metadata: { name: 'All' },
      app_metadata: { tenant: 7 },
    });
    assert.equal(created.error, null);
    const user = created.data.user;
    assert.equal(user?.id, id);
    assert.equal(user?.email, 'all@example.com');
    assert.equal(user?.phone, '8613800001111');
    assert.ok(user?.email_confirmed_at && user.phone_confirmed_at);
    assert.deepEqual(user?.app_metadata, { provider: 'email', providers: ['email', 'phone'], tenant: 7 });
    assert.deepEqual(user?.user_metadata, { name: 'All' });
    assert.deepEqual(user?.identities?.map((identity) => identity.provider).sort(), ['email', 'phone']);
    for (const credentials of [{ email: 'all@example.com' }, { phone: '+8613800001111' }]) {
      assert.equal(
        (await platform.client().auth.signInWithPassword({ ...credentials, password: 'long enough' })).error,
        null,
      );
    }
    assert.equal((await admin.createUser({ email: 'all@example.com' })).error?.code, 'email_exists');
    assert.equal((await admin.createUser({ phone: '+8613800001111' })).error?.code, 'phone_exists');
    assert.equal((await admin.createUser({})).error?.code, 'validation_failed');
  });

  it('lists users in pages', async () => {
    const { admin } = platform.admin().auth;
    for (let index = 0; index < 5; index++) await admin.createUser({ email: `page${index}@example.com` });
    const all = await admin.listUsers({ page: 1, perPage: 1000 });
    assert.equal(all.error, null);
    const first = await admin.listUsers({ page: 1, perPage: 2 });
    assert.equal(first.data.users.length, 2);
    assert.ok(first.data.users.every((user) => user.identities?.length === 1));
    assert.ok(!first.error && first.data.total === all.data.users.length && first.data.nextPage === 2);
    const beyond = await admin.listUsers({ page: 9999, perPage: 2 });
    assert.equal(beyond.data.users.length, 0);
    assert.equal((await admin.listUsers({ page: -1, perPage: 2 })).error?.code, 'validation_failed');
  });

  it('updates, bans and deletes', async () => {
    const { admin } = platform.admin().auth;
    const { data } = await admin.createUser({
      email: 'target@example.com',
      password: 'long enough',
      email_confirm: true,
    });
    const id = data.user?.id ?? '';
    const updated = await admin.updateUserById(id, {
      email: 'moved@example.com',
      app_metadata: { staff: true },
      user_metadata: { a: 1 },
    });
    assert.equal(updated.data.user?.email, 'moved@example.com');
    assert.equal(updated.data.user?.app_metadata['staff'], true);
    const client = platform.client();
    await client.auth.signInWithPassword({ email: 'moved@example.com', password: 'long enough' });
    assert.equal((await admin.updateUserById(id, { ban_duration: '1h' })).error, null);
    assert.equal((await client.auth.getUser()).error?.name, 'AuthSessionMissingError');
    const banned = await client.auth.signInWithPassword({
      email: 'moved@example.com',
      password: 'long enough',
    });
    assert.equal(banned.error?.code, 'user_banned');
    await admin.updateUserById(id, { ban_duration: 'none' });
    assert.equal(
      (await client.auth.signInWithPassword({ email: 'moved@example.com', password: 'long enough' })).error,
      null,
    );
    assert.equal((await admin.deleteUser(id)).error, null);
    assert.equal((await admin.getUserById(id)).error?.code, 'user_not_found');
    assert.equal((await client.auth.getUser()).error?.code, 'user_not_found');
    assert.equal((await client.auth.refreshSession()).error?.code, 'refresh_token_not_found');
  });

  it('deletes softly: the row stays, nothing in it tells who it was', async () => {
    const { admin } = platform.admin().auth;
    const { data } = await admin.createUser({
      email: 'soft@example.com',
      phone: '+8613800002222',
      user_metadata: { name: 'Secret' },
    });
    const id = data.user?.id ?? '';
    assert.equal((await admin.deleteUser(id, true)).error, null);
    const { rows } = await platform.database.query<Record<string, unknown>>(
      'select * from auth.users where id = $1',
      [id],
    );
    assert.ok(rows[0]?.['deleted_at']);
    assert.ok(!/soft@|8613800002222|Secret/.test(JSON.stringify(rows[0])));
    assert.equal((await admin.createUser({ email: 'soft@example.com' })).error, null);
  });

  it('signs a user out by their token', async () => {
    const { admin } = platform.admin().auth;
    await admin.createUser({ email: 'out@example.com', password: 'long enough', email_confirm: true });
    const client = platform.client();
    const { data } = await client.auth.signInWithPassword({
      email: 'out@example.com',
      password: 'long enough',
    });
    assert.equal((await admin.signOut(data.session?.access_token ?? '', 'global')).error, null);
    assert.equal((await client.auth.getUser()).error?.name, 'AuthSessionMissingError');
  });

  it('makes links to send by other means', async () => {
    const { admin } = platform.admin().auth;
    const made = await admin.generateLink({ type: 'magiclink', email: 'link@example.com' });
    assert.equal(made.error, null);
    assert.equal(made.data.user?.email, 'link@example.com');
    const { properties } = made.data;
    assert.equal(properties?.verification_type, 'magiclink');
    const byHash = await platform
      .client()
      .auth.verifyOtp({ token_hash: properties?.hashed_token ?? '', type: 'magiclink' });
    assert.equal(byHash.data.user?.email, 'link@example.com');
    const again = await admin.generateLink({ type: 'recovery', email: 'link@example.com' });
    assert.match(
      (await follow(again.data.properties?.action_link ?? '')).hash,
      /access_token=.*type=recovery/,
    );
    const signup = await admin.generateLink({
      type: 'signup',
      email: 'signup@example.com',
      password: 'long enough',
    });
    const token = signup.data.properties?.email_otp ?? '';
    assert.equal(
      (await platform.client().auth.verifyOtp({ email: 'signup@example.com', token, type: 'signup' })).error,
      null,
    );
    assert.equal(
      (await admin.generateLink({ type: 'recovery', email: 'nobody@example.com' })).error?.code,
      'user_not_found',
    );
  });

  it('invites by e-mail', async () => {
    const { admin } = platform.admin().auth;
    const invited = await admin.inviteUserByEmail('guest@example.com', { data: { team: 'ops' } });
    assert.equal(invited.error, null);
    assert.ok(invited.data.user?.invited_at);
    const mail = await lastMail(platform.database, 'guest@example.com');
    assert.equal(mail.kind, 'invite');
    assert.match((await follow(mail.action_link)).hash, /type=invite/);
    assert.equal((await admin.inviteUserByEmail('guest@example.com')).error?.code, 'email_exists');
  });

  it('works with triggers and foreign keys written for Supabase', async () => {
    await platform.database.query(`
      create table public.profiles (id uuid primary key references auth.users on delete cascade, name text);
      create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into public.profiles (id, name) values (new.id, new.raw_user_meta_data ->> 'name');
        return new;
      end $$;
      create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();
    `);
    const { admin } = platform.admin().auth;
    const { data } = await admin.createUser({ email: 'trigger@example.com', user_metadata: { name: 'Lin' } });
    const find = async () =>
      (await platform.database.query('select name from public.profiles where id = $1', [data.user?.id])).rows;
    assert.deepEqual(await find(), [{ name: 'Lin' }]);
    await admin.deleteUser(data.user?.id ?? '');
    assert.deepEqual(await find(), []);
    await platform.database.query('drop trigger on_auth_user_created on auth.users');
  });

  it('ends sessions that SQL deletes', async () => {
    const { data } = await platform
      .admin()
      .auth.admin.createUser({ email: 'sql@example.com', password: 'long enough', email_confirm: true });
    const client = platform.client();
    await client.auth.signInWithPassword({ email: 'sql@example.com', password: 'long enough' });
    await platform.database.query('delete from auth.sessions where user_id = $1', [data.user?.id]);
    assert.equal((await client.auth.getUser()).error?.name, 'AuthSessionMissingError');
  });
});
