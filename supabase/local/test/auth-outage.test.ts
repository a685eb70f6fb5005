import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import pg from 'pg';
import { startAuthPlatform, type AuthPlatform } from './support/auth-platform.ts';
import { eventually } from './support/functions-part.ts';

let platform: AuthPlatform;
before(async () => {
  platform = await startAuthPlatform('');
});
after(() => platform?.stop());

it('answers 503 while its database connections are cut, and serves again', async () => {
  const client = platform.client();
  const { data } = await client.auth.signUp({ email: 'steady@example.com', password: 'long enough' });
  const headers = {
    apikey: platform.keys.publishableKey,
    authorization: `Bearer ${data.session?.access_token}`,
  };
  const status = async (): Promise<number> => {
    const response = await fetch(`${platform.url}/auth/v1/user`, {
      headers,
      signal: AbortSignal.timeout(5_000),
    });
    await response.arrayBuffer();
    return response.status;
  };
  const admin = new pg.Client({ connectionString: platform.adminUrl });
  await admin.connect();
  const seen = new Set<number>();
  try {
    for (let cut = 0; cut < 5; cut++) {
      const asking = Array.from({ length: 10 }, status);
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'auth'`,
      );
      for (const one of await Promise.all(asking)) seen.add(one);
    }
  } finally {
    await admin.end();
  }
  assert.deepEqual(
    [...seen].filter((one) => one !== 200 && one !== 503),
    [],
  );
  await eventually('it serves again', async () => (await status()) === 200);
});
