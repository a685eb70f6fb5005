import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addVictim, post as postTo, STRICT_CONFIG, VICTIM, type Answer } from './support/attack.ts';
import { startAuthPlatform, type AuthPlatform } from './support/auth-platform.ts';

describe('attacks by guessing', () => {
  let platform: AuthPlatform;
  before(async () => {
    platform = await startAuthPlatform(STRICT_CONFIG);
    await addVictim(platform);
  });
  after(() => platform?.stop());

  const post = (path: string, body: unknown, headers?: Record<string, string>): Promise<Answer> =>
    postTo(platform, path, body, headers);

  it('burns a code after five wrong guesses', async () => {
    const phone = '+8613700000002';
    await platform.client().auth.signInWithOtp({ phone });
    const otp = platform.sent.at(-1)?.otp ?? '';
    for (let guess = 0; guess < 5; guess++) {
      const wrong = String((Number(otp) + 1 + guess) % 1_000_000).padStart(6, '0');
      assert.equal(
        (await post('verify', { phone, token: wrong, type: 'sms' })).body['error_code'],
        'otp_expired',
      );
    }
    const late = await post('verify', { phone, token: otp, type: 'sms' });
    assert.equal(late.body['error_code'], 'otp_expired');
  });

  it('stops guessing at an address that has no account as at one that has', async () => {
    for (const phone of ['+8613700000003', '+8613700000004']) {
      const statuses = [];
      for (let guess = 0; guess < 21; guess++)
        statuses.push((await post('verify', { phone, token: '000000', type: 'sms' })).status);
      assert.deepEqual(statuses.slice(-2), [403, 429]);
    }
  });

  it('keeps a code to its own address, type and age', async () => {
    const [mine, yours] = ['+8613700000005', '+8613700000006'];
    await platform.client().auth.signInWithOtp({ phone: mine });
    const otp = platform.sent.at(-1)?.otp ?? '';
    await platform.client().auth.signInWithOtp({ phone: yours });
    assert.equal(
      (await post('verify', { phone: yours, token: otp, type: 'sms' })).status,
      otp === platform.sent.at(-1)?.otp ? 200 : 403,
    );
    for (const type of ['signup', 'recovery', 'magiclink', 'phone_change']) {
      assert.notEqual((await post('verify', { phone: mine, token: otp, type })).status, 200, type);
    }
    await platform.database.query(
      `update auth.one_time_tokens set created_at = created_at - interval '301 s' where relates_to = $1`,
      [mine.slice(1)],
    );
    assert.equal((await post('verify', { phone: mine, token: otp, type: 'sms' })).status, 403);
  });

  it('pauses a minute between two messages to one phone, whatever the number', async () => {
    const count = platform.sent.length;
    assert.equal((await post('otp', { phone: '+8613700000010' })).status, 200);
    for (const phone of ['+8613700000010', '8613700000010', '+86 137 0000 0010']) {
      const again = await post('otp', { phone });
      assert.equal(again.status, 429);
      assert.equal(again.body['error_code'], 'over_sms_send_rate_limit');
    }
    assert.equal(platform.sent.length, count + 1);
  });

  it('never tells who has an account', async () => {
    const same = async (what: string, known: Promise<Answer>, unknown: Promise<Answer>): Promise<void> => {
      const [one, two] = [await known, await unknown];
      assert.equal(one.status, two.status, what);
      assert.deepEqual(Object.keys(one.body).sort(), Object.keys(two.body).sort(), what);
      // A second may pass between the two.
      const message = ({ body }: Answer): string =>
        String(body['msg']).replace(/\d+ seconds/, 'some seconds');
      assert.equal(message(one), message(two), what);
    };
    const [victim, nobody] = [VICTIM.email, 'nobody@example.com'];
    await same(
      'password',
      post('token?grant_type=password', { email: victim, password: 'wrong' }),
      post('token?grant_type=password', { email: nobody, password: 'wrong' }),
    );
    for (const _round of ['first', 'second']) {
      await same('recover', post('recover', { email: victim }), post('recover', { email: nobody }));
      await same(
        'otp',
        post('otp', { phone: '+8613700000001', create_user: false }),
        post('otp', { phone: '+8613700000099', create_user: false }),
      );
      await same(
        'signup',
        post('signup', { email: victim, password: 'long enough' }),
        post('signup', { email: nobody, password: 'long enough' }),
      );
      await same(
        'resend',
        post('resend', { email: victim, type: 'signup' }),
        post('resend', { email: nobody, type: 'signup' }),
      );
    }
    await same(
      'verify',
      post('verify', { email: victim, token: '000000', type: 'recovery' }),
      post('verify', { email: nobody, token: '000000', type: 'recovery' }),
    );
    const taken = await platform.client().auth.signUp({ phone: '+8613700000001', password: 'long enough' });
    assert.equal(taken.error?.code, 'over_sms_send_rate_limit');
  });

  it('takes as long for an unknown account as for a wrong password', async () => {
    const cost = async (email: string): Promise<number> => {
      const before = process.cpuUsage().user;
      await post('token?grant_type=password', { email, password: 'wrong' });
      return process.cpuUsage().user - before;
    };
    await cost('warm@example.com');
    const [known, unknown] = [await cost('victim@example.com'), await cost('stranger@example.com')];
    assert.ok(
      unknown > known / 4,
      `${unknown} µs of CPU for an unknown account, ${known} µs for a known one`,
    );
  });

  it('limits requests of one address that a proxy names', async () => {
    const statuses = [];
    for (let index = 0; index < 32; index++) {
      const headers = { 'x-forwarded-for': `10.9.9.${index}, 203.0.113.7` };
      statuses.push(
        (
          await post(
            'token?grant_type=password',
            { email: `many${index}@example.com`, password: '' },
            headers,
          )
        ).status,
      );
    }
    assert.equal(statuses[29], 400);
    assert.equal(statuses[31], 429);
  });
});
