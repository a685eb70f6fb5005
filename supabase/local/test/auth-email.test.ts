import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startAuthPlatform, type AuthPlatform } from './support/auth-platform.ts';
import { follow, lastMail } from './support/outbox.ts';

const CONFIG = `
[auth]
site_url = "http://127.0.0.1:3000"
additional_redirect_urls = ["https://app.example/**"]
[auth.email]
enable_confirmations = true
max_frequency = "0s"
`;

describe('signing in by e-mail', () => {
  let platform: AuthPlatform;
  before(async () => {
    platform = await startAuthPlatform(CONFIG);
  });
  after(() => platform?.stop());

  const confirmed = async (email: string, password = 'long enough') => {
    const { data, error } = await platform
      .admin()
      .auth.admin.createUser({ email, password, email_confirm: true });
    assert.equal(error, null);
    return data.user;
  };

  it('asks for confirmation after sign-up', async () => {
    const client = platform.client();
    const email = 'confirm@example.com';
    const up = await client.auth.signUp({ email, password: 'long enough' });
    assert.equal(up.error, null);
    assert.equal(up.data.session, null);
    assert.equal(up.data.user?.email_confirmed_at, undefined);
    const early = await client.auth.signInWithPassword({ email, password: 'long enough' });
    assert.equal(early.error?.code, 'email_not_confirmed');
    const { token } = await lastMail(platform.database, email);
    const verified = await client.auth.verifyOtp({ email, token, type: 'email' });
    assert.equal(verified.error, null);
    assert.ok(verified.data.user?.email_confirmed_at);
    assert.equal(verified.data.user.identities?.[0]?.identity_data?.['email_verified'], true);
    assert.equal((await client.auth.signInWithPassword({ email, password: 'long enough' })).error, null);
  });

  it('sends the confirmation again', async () => {
    const email = 'again@example.com';
    await platform.client().auth.signUp({ email, password: 'long enough' });
    const first = await lastMail(platform.database, email);
    assert.equal((await platform.client().auth.resend({ type: 'signup', email })).error, null);
    const second = await lastMail(platform.database, email);
    assert.notEqual(second.action_link, first.action_link);
    const old = await follow(first.action_link);
    assert.match(old.hash, /error_code=otp_expired/);
    assert.match((await follow(second.action_link)).hash, /access_token=/);
  });

  it('opens a magic link into the app, implicit', async () => {
    const email = 'magic@example.com';
    await confirmed(email);
    const asked = await platform
      .client()
      .auth.signInWithOtp({ email, options: { emailRedirectTo: 'https://app.example/in?x=1' } });
    assert.equal(asked.error, null);
    const mail = await lastMail(platform.database, email);
    assert.equal(mail.kind, 'magiclink');
    const head = await fetch(mail.action_link, { method: 'HEAD', redirect: 'manual' });
    assert.equal(head.status, 200);
    const landed = await follow(mail.action_link);
    assert.equal(`${landed.origin}${landed.pathname}${landed.search}`, 'https://app.example/in?x=1');
    const tokens = new URLSearchParams(landed.hash.slice(1));
    const client = platform.client();
    const session = await client.auth.setSession({
      access_token: tokens.get('access_token') ?? '',
      refresh_token: tokens.get('refresh_token') ?? '',
    });
    assert.equal(session.data.user?.email, email);
    assert.match((await follow(mail.action_link)).hash, /error_code=otp_expired/);
  });

  it('opens a magic link into the app, PKCE, for the browser that asked', async () => {
    const email = 'pkce@example.com';
    await confirmed(email);
    const client = platform.client({ flowType: 'pkce' });
    assert.equal((await client.auth.signInWithOtp({ email })).error, null);
    const landed = await follow((await lastMail(platform.database, email)).action_link);
    const code = landed.searchParams.get('code') ?? '';
    assert.equal(landed.hash, '');
    const stranger = platform.client({ flowType: 'pkce' });
    await stranger.auth.signInWithOtp({ email: 'someone.else@example.com' });
    assert.equal((await stranger.auth.exchangeCodeForSession(code)).error?.code, 'bad_code_verifier');
    const exchanged = await client.auth.exchangeCodeForSession(code);
    assert.equal(exchanged.data.user?.email, email);
  });

  it('recovers a password', async () => {
    const email = 'forgot@example.com';
    await confirmed(email);
    const client = platform.client();
    assert.equal((await client.auth.resetPasswordForEmail(email)).error, null);
    const { token, action_link } = await lastMail(platform.database, email);
    const tokenHash = new URL(action_link).searchParams.get('token') ?? '';
    assert.notEqual(token, tokenHash);
    const verified = await client.auth.verifyOtp({ token_hash: tokenHash, type: 'recovery' });
    assert.equal(verified.error, null);
    assert.equal((await client.auth.updateUser({ password: 'a new password' })).error, null);
    assert.equal(
      (await platform.client().auth.signInWithPassword({ email, password: 'a new password' })).error,
      null,
    );
  });

  it('changes an e-mail address when both addresses agree', async () => {
    await confirmed('old@example.com');
    const client = platform.client();
    await client.auth.signInWithPassword({ email: 'old@example.com', password: 'long enough' });
    const changed = await client.auth.updateUser({ email: 'new@example.com' });
    assert.equal(changed.error, null);
    assert.equal(changed.data.user?.new_email, 'new@example.com');
    assert.equal(changed.data.user?.email, 'old@example.com');
    const half = await follow((await lastMail(platform.database, 'new@example.com')).action_link);
    assert.match(half.hash, /message=/);
    assert.equal((await client.auth.getUser()).data.user?.email, 'old@example.com');
    await follow((await lastMail(platform.database, 'old@example.com')).action_link);
    assert.equal((await client.auth.getUser()).data.user?.email, 'new@example.com');
  });

  it('sends a browser back to known places only', async () => {
    const email = 'redirect@example.com';
    await confirmed(email);
    for (const evil of [
      'https://evil.example/x',
      'https://app.example.evil.test/',
      'http://user@127.0.0.1:1/',
      'javascript:alert(1)',
    ]) {
      await platform.client().auth.signInWithOtp({ email, options: { emailRedirectTo: evil } });
      const landed = await follow((await lastMail(platform.database, email)).action_link);
      assert.equal(landed.origin, 'http://127.0.0.1:3000', evil);
    }
    const forged = await follow(
      `${platform.url}/auth/v1/verify?token=x&type=magiclink&redirect_to=https://evil.example`,
    );
    assert.equal(forged.origin, 'http://127.0.0.1:3000');
  });

  it('asks for a nonce by e-mail', async () => {
    const email = 'nonce@example.com';
    await confirmed(email);
    const client = platform.client();
    await client.auth.signInWithPassword({ email, password: 'long enough' });
    assert.equal((await client.auth.reauthenticate()).error, null);
    assert.equal((await lastMail(platform.database, email)).kind, 'reauthentication');
  });

  it('takes a password that nobody confirmed away from whoever waits with it', async () => {
    const email = 'squatted@example.com';
    await platform.client().auth.signUp({ email, password: "the squatter's" });
    const owner = platform.client();
    assert.equal((await owner.auth.signInWithOtp({ email })).error, null);
    const { token } = await lastMail(platform.database, email);
    assert.equal((await owner.auth.verifyOtp({ email, token, type: 'email' })).error, null);
    const squatter = await platform.client().auth.signInWithPassword({ email, password: "the squatter's" });
    assert.equal(squatter.error?.code, 'invalid_credentials');
  });
});
