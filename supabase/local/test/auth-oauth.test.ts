import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { SupabaseClient } from '@supabase/supabase-js';
import { generateKeyPair } from 'jose';
import { startAuthPlatform, type AuthPlatform } from './support/auth-platform.ts';
import { follow } from './support/outbox.ts';
import { startSandboxProviders, type SandboxProviders } from './support/sandbox-providers.ts';

const REDIRECT = 'http://127.0.0.1:3000/welcome';

describe('signing in at a provider', () => {
  let platform: AuthPlatform;
  let sandbox: SandboxProviders;
  before(async () => {
    sandbox = await startSandboxProviders();
    const config = `
[auth]
enable_manual_linking = true
[auth.external.keycloak]
enabled = true
client_id = "oidc-client"
secret = "oidc-secret"
url = "${sandbox.url}/oidc"
[auth.external.wechat]
enabled = true
client_id = "wx-app"
secret = "wx-secret"
url = "${sandbox.url}/wechat"
`;
    platform = await startAuthPlatform(config);
  });
  after(async () => {
    await platform?.stop();
    await sandbox?.stop();
  });

  /** Walks authorize → provider → callback → app. */
  const walk = async (start: string): Promise<URL> => follow((await follow((await follow(start)).href)).href);
  const begin = async (client: SupabaseClient, provider: string): Promise<string> => {
    const { data, error } = await client.auth.signInWithOAuth({
      provider: provider as 'keycloak',
      options: { redirectTo: REDIRECT, skipBrowserRedirect: true },
    });
    assert.equal(error, null);
    return data.url ?? '';
  };

  it('signs in at an OpenID provider with PKCE', async () => {
    sandbox.oidcUser = {
      sub: 'oidc-1',
      email: 'Oidc@Example.com',
      email_verified: true,
      name: 'Ann',
      picture: 'https://x.example/a.png',
    };
    const client = platform.client({ flowType: 'pkce' });
    const landed = await walk(await begin(client, 'keycloak'));
    assert.equal(`${landed.origin}${landed.pathname}`, REDIRECT);
    const { data, error } = await client.auth.exchangeCodeForSession(landed.searchParams.get('code') ?? '');
    assert.equal(error, null);
    assert.equal(data.user?.email, 'oidc@example.com');
    assert.equal(data.user?.user_metadata['full_name'], 'Ann');
    assert.deepEqual(data.user?.app_metadata, { provider: 'keycloak', providers: ['keycloak'] });
    assert.equal(data.session?.provider_token, 'oidc-access');
    assert.equal(data.session?.provider_refresh_token, 'oidc-refresh');
    const again = await client.auth.exchangeCodeForSession(landed.searchParams.get('code') ?? '');
    assert.ok(again.error);
  });

  it('signs in at WeChat without an e-mail address', async () => {
    sandbox.wechatUser = {
      openid: 'o1',
      unionid: 'u1',
      nickname: '小林',
      headimgurl: 'https://wx.example/1.png',
    };
    const landed = await walk(await begin(platform.client(), 'wechat'));
    const tokens = new URLSearchParams(landed.hash.slice(1));
    const client = platform.client();
    const { data } = await client.auth.getUser(tokens.get('access_token') ?? '');
    assert.equal(data.user?.email, '');
    assert.equal(data.user?.user_metadata['name'], '小林');
    assert.equal(data.user?.identities?.[0]?.id, 'u1');
    assert.equal(data.user?.identities?.[0]?.identity_data?.['openid'], 'o1');
    const back = new URLSearchParams((await walk(await begin(platform.client(), 'wechat'))).hash.slice(1));
    assert.equal((await client.auth.getUser(back.get('access_token') ?? '')).data.user?.id, data.user?.id);
  });

  it('joins accounts by an address that both verified, never by an unverified one', async () => {
    const { data } = await platform
      .admin()
      .auth.admin.createUser({ email: 'joined@example.com', password: 'long enough', email_confirm: true });
    sandbox.oidcUser = { sub: 'oidc-join', email: 'joined@example.com', email_verified: false };
    assert.match(
      (await walk(await begin(platform.client(), 'keycloak'))).hash,
      /error_code=provider_email_needs_verification/,
    );
    sandbox.oidcUser = { sub: 'oidc-join', email: 'joined@example.com', email_verified: true };
    const tokens = new URLSearchParams(
      (await walk(await begin(platform.client(), 'keycloak'))).hash.slice(1),
    );
    const user = (await platform.client().auth.getUser(tokens.get('access_token') ?? '')).data.user;
    assert.equal(user?.id, data.user?.id);
    assert.deepEqual(user?.app_metadata['providers'], ['email', 'keycloak']);
  });

  it('links and unlinks an account of a signed-in user', async () => {
    const client = platform.client({ flowType: 'pkce' });
    await client.auth.signUp({ email: 'linker@example.com', password: 'long enough' });
    sandbox.wechatUser = { openid: 'o-link', nickname: 'L' };
    const linking = await client.auth.linkIdentity({
      provider: 'wechat' as 'keycloak',
      options: { redirectTo: REDIRECT },
    });
    assert.equal(linking.error, null);
    const landed = await follow((await follow(linking.data.url ?? '')).href);
    assert.equal(
      (await client.auth.exchangeCodeForSession(landed.searchParams.get('code') ?? '')).error,
      null,
    );
    const identities = (await client.auth.getUserIdentities()).data?.identities ?? [];
    const wechat = identities.find((identity) => identity.provider === 'wechat');
    assert.ok(wechat);
    assert.equal((await client.auth.unlinkIdentity(wechat)).error, null);
    const rest = (await client.auth.getUserIdentities()).data?.identities ?? [];
    assert.equal(rest.length, 1);
    assert.ok(rest[0]);
    assert.equal((await client.auth.unlinkIdentity(rest[0])).error?.code, 'single_identity_not_deletable');
  });

  it('refuses an account that is somebody else’s', async () => {
    const client = platform.client({ flowType: 'pkce' });
    await client.auth.signUp({ email: 'thief@example.com', password: 'long enough' });
    sandbox.wechatUser = { openid: 'o1', unionid: 'u1' };
    const linking = await client.auth.linkIdentity({
      provider: 'wechat' as 'keycloak',
      options: { redirectTo: REDIRECT },
    });
    const landed = await follow((await follow(linking.data.url ?? '')).href);
    assert.equal(landed.searchParams.get('error_code'), 'identity_already_exists');
  });

  it('signs in with an ID token that the app got by itself', async () => {
    const nonce = 'random of the app';
    const hashed = createHash('sha256').update(nonce).digest('hex');
    const claims = { sub: 'native-1', email: 'native@example.com', email_verified: true, nonce: hashed };
    const token = await sandbox.idToken(claims);
    const client = platform.client();
    const { data, error } = await client.auth.signInWithIdToken({ provider: 'keycloak', token, nonce });
    assert.equal(error, null);
    assert.equal(data.user?.email, 'native@example.com');
    assert.ok((await client.auth.signInWithIdToken({ provider: 'keycloak', token, nonce: 'another' })).error);
    const { privateKey } = await generateKeyPair('ES256');
    const forged = await sandbox.idToken(claims, privateKey);
    assert.equal(
      (await client.auth.signInWithIdToken({ provider: 'keycloak', token: forged, nonce })).error?.code,
      'bad_jwt',
    );
  });

  it('refuses states that it did not give, or gave to a callback already', async () => {
    const unknown = await follow(
      `${platform.url}/auth/v1/callback?code=x&state=00000000-0000-4000-8000-000000000000`,
    );
    assert.match(unknown.hash, /error_code=flow_state_not_found/);
    assert.match(
      (await follow(`${platform.url}/auth/v1/callback?code=x&state=junk`)).hash,
      /error_code=bad_oauth_state/,
    );
    sandbox.oidcUser = { sub: 'oidc-twice', email: 'twice@example.com', email_verified: true };
    const callback = await follow((await follow(await begin(platform.client(), 'keycloak'))).href);
    assert.match((await follow(callback.href)).hash, /access_token=/);
    assert.match((await follow(callback.href)).hash, /error_code=flow_state_not_found/);
  });

  it('passes the refusal of a provider on', async () => {
    const authorize = await follow(await begin(platform.client(), 'keycloak'));
    const denied = new URL(`${platform.url}/auth/v1/callback`);
    denied.searchParams.set('state', authorize.searchParams.get('state') ?? '');
    denied.searchParams.set('error', 'access_denied');
    denied.searchParams.set('error_description', 'The user said no');
    const landed = await follow(denied.href);
    assert.equal(new URLSearchParams(landed.hash.slice(1)).get('error_description'), 'The user said no');
  });

  it('does not know providers that are not enabled', async () => {
    const response = await fetch(`${platform.url}/auth/v1/authorize?provider=github`, { redirect: 'manual' });
    assert.equal(response.status, 400);
    const settings = (await (
      await fetch(`${platform.url}/auth/v1/settings`, { headers: { apikey: platform.keys.publishableKey } })
    ).json()) as {
      external: Record<string, boolean>;
    };
    assert.deepEqual(settings.external, {
      keycloak: true,
      wechat: true,
      anonymous_users: false,
      email: true,
      phone: false,
    });
  });
});
