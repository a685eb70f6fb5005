import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { startAuthPlatform, type AuthPlatform } from './support/auth-platform.ts';

const CONFIG = `
[auth]
enable_anonymous_sign_ins = true
[auth.sms]
enabled = true
enable_confirmations = true
[auth.sms.test_otp]
8613900000000 = "123456"
`;

describe('signing in', () => {
  let platform: AuthPlatform;
  before(async () => {
    platform = await startAuthPlatform(CONFIG);
  });
  after(() => platform?.stop());

  it('signs up by e-mail, in by password, and tells who the user is', async () => {
    const client = platform.client();
    const up = await client.auth.signUp({
      email: 'Ada@Example.com',
      password: 'long enough',
      options: { data: { name: 'Ada' } },
    });
    assert.equal(up.error, null);
    assert.equal(up.data.user?.email, 'ada@example.com');
    assert.ok(up.data.session);
    const signedIn = await client.auth.signInWithPassword({
      email: 'ada@example.com',
      password: 'long enough',
    });
    assert.equal(signedIn.error, null);
    const token = signedIn.data.session?.access_token ?? '';
    assert.equal(decodeProtectedHeader(token).alg, 'ES256');
    assert.equal(decodeProtectedHeader(token).kid, platform.keys.signingJwk.kid);
    const claims = decodeJwt(token);
    assert.equal(claims.iss, `${platform.url}/auth/v1`);
    assert.equal(claims.aud, 'authenticated');
    assert.equal(claims['role'], 'authenticated');
    assert.equal(claims['aal'], 'aal1');
    assert.equal(claims['is_anonymous'], false);
    assert.deepEqual(claims['app_metadata'], { provider: 'email', providers: ['email'] });
    assert.equal((claims['user_metadata'] as { name: string }).name, 'Ada');
    assert.equal((claims['amr'] as { method: string }[])[0]?.method, 'password');
    const user = await client.auth.getUser();
    assert.equal(user.data.user?.identities?.[0]?.provider, 'email');
    const local = await client.auth.getClaims();
    assert.equal(local.data?.claims.sub, signedIn.data.user?.id);
  });

  it('signs in by a code sent to a phone, through a signed hook', async () => {
    const client = platform.client();
    const asked = await client.auth.signInWithOtp({ phone: '+8613800000001' });
    assert.equal(asked.error, null);
    const sms = platform.sent.at(-1);
    assert.equal(sms?.phone, '8613800000001');
    assert.equal(sms.isSigned, true);
    assert.match(sms.otp, /^\d{6}$/);
    const verified = await client.auth.verifyOtp({ phone: '+8613800000001', token: sms.otp, type: 'sms' });
    assert.equal(verified.error, null);
    assert.equal(verified.data.user?.phone, '8613800000001');
    assert.ok(verified.data.user?.phone_confirmed_at);
    const again = await platform
      .client()
      .auth.verifyOtp({ phone: '+8613800000001', token: sms.otp, type: 'sms' });
    assert.equal(again.error?.code, 'otp_expired');
  });

  it('accepts the known code of a test number without sending one', async () => {
    const client = platform.client();
    const count = platform.sent.length;
    assert.equal((await client.auth.signInWithOtp({ phone: '+8613900000000' })).error, null);
    assert.equal(platform.sent.length, count);
    const verified = await client.auth.verifyOtp({ phone: '+8613900000000', token: '123456', type: 'sms' });
    assert.equal(verified.error, null);
  });

  it('signs up by phone and password after the code is confirmed', async () => {
    const client = platform.client();
    const up = await client.auth.signUp({ phone: '+8613800000002', password: 'long enough' });
    assert.equal(up.error, null);
    assert.equal(up.data.session, null);
    const early = await client.auth.signInWithPassword({ phone: '+8613800000002', password: 'long enough' });
    assert.equal(early.error?.code, 'phone_not_confirmed');
    const otp = platform.sent.at(-1)?.otp ?? '';
    assert.equal(
      (await client.auth.verifyOtp({ phone: '+8613800000002', token: otp, type: 'sms' })).error,
      null,
    );
    const signedIn = await client.auth.signInWithPassword({
      phone: '+8613800000002',
      password: 'long enough',
    });
    assert.equal(signedIn.error, null);
  });

  it('refreshes, and ends sessions by scope', async () => {
    const [one, two] = [platform.client(), platform.client()];
    const credentials = { email: 'scopes@example.com', password: 'long enough' };
    await one.auth.signUp(credentials);
    await two.auth.signInWithPassword(credentials);
    const refreshed = await one.auth.refreshSession();
    assert.equal(refreshed.error, null);
    const token = refreshed.data.session?.access_token ?? '';
    const other = (await two.auth.getSession()).data.session?.access_token ?? '';
    assert.equal((await one.auth.signOut({ scope: 'others' })).error, null);
    assert.equal((await platform.client().auth.getUser(other)).error?.name, 'AuthSessionMissingError');
    assert.equal((await platform.client().auth.getUser(token)).error, null);
    assert.equal((await one.auth.signOut({ scope: 'local' })).error, null);
    assert.equal((await platform.client().auth.getUser(token)).error?.name, 'AuthSessionMissingError');
    await one.auth.signInWithPassword(credentials);
    await two.auth.signInWithPassword(credentials);
    const live = (await two.auth.getSession()).data.session?.access_token ?? '';
    assert.equal((await one.auth.signOut()).error, null);
    assert.equal((await platform.client().auth.getUser(live)).error?.name, 'AuthSessionMissingError');
  });

  it('lets visitors in anonymously and makes them lasting users', async () => {
    const client = platform.client();
    const anonymous = await client.auth.signInAnonymously({ options: { data: { theme: 'dark' } } });
    assert.equal(anonymous.data.user?.is_anonymous, true);
    const changed = await client.auth.updateUser({ email: 'lasting@example.com', password: 'long enough' });
    assert.equal(changed.error, null);
    assert.equal(changed.data.user?.is_anonymous, false);
    assert.equal(changed.data.user?.id, anonymous.data.user?.id);
    assert.equal(changed.data.user?.user_metadata['theme'], 'dark');
    const back = await platform
      .client()
      .auth.signInWithPassword({ email: 'lasting@example.com', password: 'long enough' });
    assert.equal(back.error, null);
  });

  it('changes own metadata and password, and refuses the same and weak ones', async () => {
    const client = platform.client();
    await client.auth.signUp({
      email: 'self@example.com',
      password: 'long enough',
      options: { data: { a: 1, b: 2 } },
    });
    const merged = await client.auth.updateUser({ data: { b: null, c: 3 } });
    const { a, b, c } = merged.data.user?.user_metadata ?? {};
    assert.deepEqual([a, b, c], [1, undefined, 3]);
    assert.equal((await client.auth.updateUser({ password: 'long enough' })).error?.code, 'same_password');
    assert.equal((await client.auth.updateUser({ password: 'abc' })).error?.code, 'weak_password');
    assert.equal((await client.auth.updateUser({ password: 'longer still' })).error, null);
    const old = await platform
      .client()
      .auth.signInWithPassword({ email: 'self@example.com', password: 'long enough' });
    assert.equal(old.error?.code, 'invalid_credentials');
  });

  it('changes a phone number after the new one is proved', async () => {
    const client = platform.client();
    await client.auth.signUp({ email: 'mover@example.com', password: 'long enough' });
    assert.equal((await client.auth.updateUser({ phone: '+8613800000009' })).error, null);
    const otp = platform.sent.at(-1)?.otp ?? '';
    const verified = await client.auth.verifyOtp({
      phone: '+8613800000009',
      token: otp,
      type: 'phone_change',
    });
    assert.equal(verified.error, null);
    assert.equal(verified.data.user?.phone, '8613800000009');
    assert.equal(verified.data.user?.new_phone, undefined);
  });

  it('lists the sessions of a user and ends one of them', async () => {
    const [one, two] = [platform.client(), platform.client()];
    const credentials = { email: 'devices@example.com', password: 'long enough' };
    await one.auth.signUp(credentials);
    await two.auth.signInWithPassword(credentials);
    const token = (await one.auth.getSession()).data.session?.access_token ?? '';
    const headers = { apikey: platform.keys.publishableKey, authorization: `Bearer ${token}` };
    const listed = (await (await fetch(`${platform.url}/auth/v1/sessions`, { headers })).json()) as {
      sessions: { id: string; is_current: boolean }[];
    };
    assert.equal(listed.sessions.length, 2);
    const other = listed.sessions.find((session) => !session.is_current)?.id ?? '';
    const ended = await fetch(`${platform.url}/auth/v1/sessions/${other}`, { method: 'DELETE', headers });
    assert.equal(ended.status, 204);
    assert.equal((await two.auth.getUser()).error?.name, 'AuthSessionMissingError');
    assert.equal((await two.auth.refreshSession()).error?.name, 'AuthSessionMissingError');
    assert.equal((await one.auth.getUser()).error, null);
  });
});
