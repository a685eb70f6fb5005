import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { startAuthPlatform, type AuthPlatform } from './support/auth-platform.ts';

const CONFIG = `
[auth.sms]
enabled = true
enable_confirmations = true
max_frequency = "60s"
[auth.hook.custom_access_token]
enabled = true
uri = "pg-functions://postgres/public/custom_access_token_hook"
`;

describe('hooks of Auth', () => {
  let platform: AuthPlatform;
  before(async () => {
    platform = await startAuthPlatform(CONFIG);
    await platform.database.query(`
      create function public.custom_access_token_hook(event jsonb) returns jsonb language plpgsql as $$
      begin
        if event -> 'claims' ->> 'email' = 'refused@example.com' then
          return '{"error": {"http_code": 403, "message": "not on the list"}}';
        elsif event -> 'claims' ->> 'email' = 'broken@example.com' then
          return jsonb_build_object('claims', (event -> 'claims') - 'role');
        end if;
        return jsonb_set(event, '{claims,store_ids}', to_jsonb(array[event ->> 'authentication_method']));
      end $$;
      revoke all on function public.custom_access_token_hook(jsonb) from public;
      grant execute on function public.custom_access_token_hook(jsonb) to supabase_auth_admin;
      grant usage on schema public to supabase_auth_admin;
    `);
  });
  after(() => platform?.stop());

  it('lets a database function write claims, on sign-in and on refresh', async () => {
    const client = platform.client();
    const { data, error } = await client.auth.signUp({
      email: 'claims@example.com',
      password: 'long enough',
    });
    assert.equal(error, null);
    assert.deepEqual(decodeJwt(data.session?.access_token ?? '')['store_ids'], ['password']);
    const refreshed = await client.auth.refreshSession();
    assert.deepEqual(decodeJwt(refreshed.data.session?.access_token ?? '')['store_ids'], ['token_refresh']);
  });

  it('refuses with the words of the hook, and leaves no user behind', async () => {
    const { error } = await platform
      .client()
      .auth.signUp({ email: 'refused@example.com', password: 'long enough' });
    assert.equal(error?.status, 403);
    assert.equal(error?.message, 'not on the list');
    const { rows } = await platform.database.query(
      `select 1 from auth.users where email = 'refused@example.com'`,
    );
    assert.equal(rows.length, 0);
  });

  it('signs no token without the claims that every token has', async () => {
    const { error } = await platform
      .client()
      .auth.signUp({ email: 'broken@example.com', password: 'long enough' });
    assert.equal(error?.status, 500);
  });

  it('lets a phone ask again at once when the message could not be sent', async () => {
    const phone = '+8613811110000';
    platform.setHookStatus(500);
    const failed = await platform.client().auth.signInWithOtp({ phone });
    assert.equal(failed.error?.status, 500);
    platform.setHookStatus(200);
    const sent = await platform.client().auth.signInWithOtp({ phone });
    assert.equal(sent.error, null);
    const soon = await platform.client().auth.signInWithOtp({ phone });
    assert.equal(soon.error?.code, 'over_sms_send_rate_limit');
    assert.equal(soon.error?.status, 429);
  });
});
