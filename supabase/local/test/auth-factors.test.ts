import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SupabaseClient } from '@supabase/supabase-js';
import { generate } from 'otplib';
import { decodeJwt } from 'jose';
import { startAuthPlatform, type AuthPlatform } from './support/auth-platform.ts';

describe('second factors', () => {
  let platform: AuthPlatform;
  let number = 0;
  before(async () => {
    platform = await startAuthPlatform('');
  });
  after(() => platform?.stop());

  const signedUp = async (): Promise<{
    client: SupabaseClient;
    credentials: { email: string; password: string };
  }> => {
    const credentials = { email: `staff${++number}@example.com`, password: 'long enough' };
    const client = platform.client();
    assert.equal((await client.auth.signUp(credentials)).error, null);
    return { client, credentials };
  };
  /** A code of this step, or of the one before: each works once. */
  const codeOf = (secret: string, steps = 0) =>
    generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
  const enrolled = async (client: SupabaseClient) => {
    const { data, error } = await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'phone' });
    assert.equal(error, null);
    assert.ok(data);
    return data;
  };

  it('enrols, raises the session to aal2 and ends the others', async () => {
    const { client, credentials } = await signedUp();
    const other = platform.client();
    await other.auth.signInWithPassword(credentials);
    const factor = await enrolled(client);
    assert.match(factor.totp.qr_code, /^data:image\/svg\+xml;utf-8,<svg/);
    assert.match(factor.totp.uri, /^otpauth:\/\/totp\//);
    const verified = await client.auth.mfa.challengeAndVerify({
      factorId: factor.id,
      code: await codeOf(factor.totp.secret),
    });
    assert.equal(verified.error, null);
    const claims = decodeJwt(verified.data?.access_token ?? '');
    assert.equal(claims['aal'], 'aal2');
    assert.deepEqual((claims['amr'] as { method: string }[]).map((entry) => entry.method).sort(), [
      'password',
      'totp',
    ]);
    const level = await client.auth.mfa.getAuthenticatorAssuranceLevel();
    assert.equal(level.data?.currentLevel, 'aal2');
    assert.equal((await client.auth.mfa.listFactors()).data?.totp.length, 1);
    assert.equal((await other.auth.getUser()).error?.name, 'AuthSessionMissingError');
    const refreshed = await client.auth.refreshSession();
    assert.equal(decodeJwt(refreshed.data.session?.access_token ?? '')['aal'], 'aal2');
  });

  it('guards what matters at aal1', async () => {
    const { client, credentials } = await signedUp();
    const factor = await enrolled(client);
    await client.auth.mfa.challengeAndVerify({ factorId: factor.id, code: await codeOf(factor.totp.secret) });
    const weak = platform.client();
    await weak.auth.signInWithPassword(credentials);
    assert.deepEqual((await weak.auth.mfa.getAuthenticatorAssuranceLevel()).data?.nextLevel, 'aal2');
    assert.equal(
      (await weak.auth.updateUser({ password: 'something else' })).error?.code,
      'insufficient_aal',
    );
    assert.equal(
      (await weak.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'mine' })).error?.code,
      'insufficient_aal',
    );
    assert.equal((await weak.auth.mfa.unenroll({ factorId: factor.id })).error?.code, 'insufficient_aal');
    assert.equal((await client.auth.mfa.unenroll({ factorId: factor.id })).error, null);
    const refreshed = await client.auth.refreshSession();
    assert.equal(decodeJwt(refreshed.data.session?.access_token ?? '')['aal'], 'aal1');
  });

  it('takes each code once and stops guessing', async () => {
    const { client } = await signedUp();
    const factor = await enrolled(client);
    const code = await codeOf(factor.totp.secret);
    assert.equal((await client.auth.mfa.challengeAndVerify({ factorId: factor.id, code })).error, null);
    const replayed = await client.auth.mfa.challengeAndVerify({ factorId: factor.id, code });
    assert.equal(replayed.error?.code, 'mfa_verification_failed');
    const codes = new Set<string | undefined>();
    for (let guess = 0; guess < 12; guess++) {
      codes.add(
        (await client.auth.mfa.challengeAndVerify({ factorId: factor.id, code: '000000' })).error?.code,
      );
    }
    assert.deepEqual([...codes], ['mfa_verification_failed', 'over_request_rate_limit']);
    const locked = await client.auth.mfa.challengeAndVerify({
      factorId: factor.id,
      code: await codeOf(factor.totp.secret, 1),
    });
    assert.equal(locked.error?.code, 'over_request_rate_limit');
  });

  it("refuses other people's factors and challenges, and names twice", async () => {
    const [mine, yours] = [await signedUp(), await signedUp()];
    const factor = await enrolled(mine.client);
    assert.equal(
      (await yours.client.auth.mfa.challenge({ factorId: factor.id })).error?.code,
      'mfa_factor_not_found',
    );
    assert.equal(
      (await yours.client.auth.mfa.unenroll({ factorId: factor.id })).error?.code,
      'mfa_factor_not_found',
    );
    const twice = await mine.client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'phone' });
    assert.equal(twice.error?.code, 'mfa_factor_name_conflict');
    const own = await enrolled(yours.client);
    const foreign = await yours.client.auth.mfa.challenge({ factorId: own.id });
    const verified = await mine.client.auth.mfa.verify({
      factorId: factor.id,
      challengeId: foreign.data?.id ?? '',
      code: await codeOf(factor.totp.secret),
    });
    assert.equal(verified.error?.code, 'mfa_factor_not_found');
  });

  it('lets an administrator list and remove factors', async () => {
    const { client } = await signedUp();
    const factor = await enrolled(client);
    const userId = (await client.auth.getUser()).data.user?.id ?? '';
    const { mfa } = platform.admin().auth.admin;
    assert.deepEqual(
      (await mfa.listFactors({ userId })).data?.factors.map((one) => one.id),
      [factor.id],
    );
    assert.equal((await mfa.deleteFactor({ userId, id: factor.id })).error, null);
    assert.deepEqual((await mfa.listFactors({ userId })).data?.factors, []);
  });
});
