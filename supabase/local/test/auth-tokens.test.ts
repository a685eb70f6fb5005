import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClient } from '@supabase/supabase-js';
import { importJWK, SignJWT } from 'jose';
import { addVictim, post as postTo, STRICT_CONFIG, type Answer } from './support/attack.ts';
import { startAuthPlatform, type AuthPlatform } from './support/auth-platform.ts';

describe('attacks on tokens and rights', () => {
  let platform: AuthPlatform;
  before(async () => {
    platform = await startAuthPlatform(STRICT_CONFIG);
    await addVictim(platform);
  });
  after(() => platform?.stop());

  const post = (path: string, body: unknown, headers?: Record<string, string>): Promise<Answer> =>
    postTo(platform, path, body, headers);
  const userWith = async (token: string): Promise<number> => {
    const headers = { apikey: platform.keys.publishableKey, authorization: `Bearer ${token}` };
    return (await fetch(`${platform.url}/auth/v1/user`, { headers })).status;
  };
  const signIn = async () => {
    const { data } = await platform
      .client()
      .auth.signInWithPassword({ email: 'victim@example.com', password: 'long enough' });
    assert.ok(data.session);
    return data.session;
  };

  it('asks for a key of this project', async () => {
    const bare = await fetch(`${platform.url}/auth/v1/token?grant_type=password`, {
      method: 'POST',
      body: '{}',
    });
    assert.equal(bare.status, 401);
    const { access_token } = await signIn();
    for (const apikey of ['wrong', 'sb_secret_wrong', access_token]) {
      assert.equal((await post('otp', { phone: '+8613700000001' }, { apikey })).status, 401, apikey);
    }
    const open = await fetch(`${platform.url}/auth/v1/.well-known/jwks.json`);
    const { keys } = (await open.json()) as { keys: Record<string, string>[] };
    assert.equal(keys[0]?.['kid'], platform.keys.signingJwk.kid);
    assert.equal(keys[0]?.['d'], undefined);
  });

  it('believes no token that it did not sign', async () => {
    const { access_token, user } = await signIn();
    const [header = '', payload = '', signature = ''] = access_token.split('.');
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const secret = new TextEncoder().encode(platform.keys.jwtSecret);
    const { kid } = platform.keys.signingJwk;
    const publicPem = new TextEncoder().encode(JSON.stringify(platform.keys.signingJwk.x));
    const forged: Record<string, string> = {
      'alg none': `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      'changed payload': `${header}.${encode({ ...claims, sub: user.id, role: 'service_role' })}.${signature}`,
      'no signature': `${header}.${payload}.`,
      'public key as secret': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid })
        .sign(publicPem),
      'another secret': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode('of another project')),
      expired: await new SignJWT({ ...claims, exp: 1 }).setProtectedHeader({ alg: 'HS256' }).sign(secret),
      'role postgres': await new SignJWT({ ...claims, role: 'postgres' })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(secret),
      garbage: 'a.b.c',
    };
    for (const [name, token] of Object.entries(forged)) assert.equal(await userWith(token), 403, name);
    const key = await importJWK(platform.keys.signingJwk, 'ES256');
    const old = await new SignJWT({ ...claims, exp: 1 }).setProtectedHeader({ alg: 'ES256', kid }).sign(key);
    assert.equal(await userWith(old), 403);
    assert.equal(await userWith(access_token), 200);
    assert.equal(await userWith(platform.keys.anonJwt), 403);
  });

  it('ends a session whose refresh token is used again after its time', async () => {
    const first = await signIn();
    const refresh = (refresh_token: string) => post('token?grant_type=refresh_token', { refresh_token });
    const second = await refresh(first.refresh_token);
    assert.equal(second.status, 200);
    const soon = await refresh(first.refresh_token);
    assert.equal(soon.body['refresh_token'], second.body['refresh_token']);
    await platform.database.query(
      `update auth.refresh_tokens set updated_at = now() - interval '11 s' where token = $1`,
      [first.refresh_token],
    );
    const replayed = await refresh(first.refresh_token);
    assert.equal(replayed.status, 400);
    assert.equal(replayed.body['error_code'], 'refresh_token_already_used');
    assert.equal((await refresh(String(second.body['refresh_token']))).status, 400);
    assert.equal(await userWith(String(second.body['access_token'])), 403);
  });

  it('gives parallel refreshes of one token one successor', async () => {
    const session = await signIn();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        post('token?grant_type=refresh_token', { refresh_token: session.refresh_token }),
      ),
    );
    assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [200]);
    assert.equal(new Set(answers.map((answer) => answer.body['refresh_token'])).size, 1);
  });

  it('refuses what is not what it should be', async () => {
    for (const body of [
      '{',
      '[]',
      '"text"',
      '{"email": {"$ne": null}, "password": "x"}',
      '{"email": "a@b.c", "password": ["x"]}',
    ]) {
      assert.equal((await post('token?grant_type=password', body)).status, 400, body);
    }
    assert.equal((await post('otp', { phone: "1' or '1'='1" })).body['error_code'], 'validation_failed');
    assert.equal(
      (await post('signup', { email: 'a b@c', password: 'long enough' })).body['error_code'],
      'validation_failed',
    );
    assert.equal(
      (await post('signup', { email: 'zero@example.com', password: 'long enough', data: { a: '\u0000' } }))
        .status,
      400,
    );
    assert.equal(
      (await post('verify', { phone: '+8613700000001', token: '123456', type: '__proto__' })).status,
      400,
    );
    assert.equal((await post('signup', { email: 'long@example.com', password: 'x'.repeat(73) })).status, 400);
    assert.equal((await post('token?grant_type=none', {})).status, 400);
    assert.equal((await post('unknown', {})).status, 404);
  });

  it('gives nobody rights through the fields of a request', async () => {
    const client = platform.client();
    const email = 'climber@example.com';
    await post('signup', {
      email,
      password: 'long enough',
      role: 'service_role',
      app_metadata: { admin: true },
      is_super_admin: true,
    });
    const { rows } = await platform.database.query<Record<string, unknown>>(
      'select role, raw_app_meta_data, is_super_admin, email_confirmed_at from auth.users where email = $1',
      [email],
    );
    assert.deepEqual(rows[0], {
      role: 'authenticated',
      raw_app_meta_data: { provider: 'email', providers: ['email'] },
      is_super_admin: null,
      email_confirmed_at: null,
    });
    await client.auth.signInWithPassword({ email: 'victim@example.com', password: 'long enough' });
    const token = (await client.auth.getSession()).data.session?.access_token ?? '';
    const response = await fetch(`${platform.url}/auth/v1/user`, {
      method: 'PUT',
      headers: {
        apikey: platform.keys.publishableKey,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ app_metadata: { admin: true }, role: 'service_role', data: { ok: 1 } }),
    });
    const user = (await response.json()) as { role: string; app_metadata: object };
    assert.equal(user.role, 'authenticated');
    assert.deepEqual(user.app_metadata, { provider: 'email', providers: ['email', 'phone'] });
  });

  it('hides the auth schema from the Data API', async () => {
    const secret = createClient(platform.url, platform.keys.secretKey, { db: { schema: 'auth' } });
    assert.ok((await secret.from('users').select('*')).error);
    for (const role of ['anon', 'authenticated', 'service_role']) {
      const { rows } = await platform.database.query<{ allowed: boolean }>(
        `select has_table_privilege($1, 'auth.users', 'select') as allowed`,
        [role],
      );
      assert.equal(rows[0]?.allowed, false, role);
    }
  });
});
