import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRemoteSupabase } from '../src/world/remote-supabase.ts';

const url = 'https://abc.supabase.co';
const SUPABASE_PUBLISHABLE_KEY = 'sb_publishable_x';
const jwt = (role: string) => `e30.${Buffer.from(JSON.stringify({ role })).toString('base64url')}.x`;

test('nothing is remote unless asked for', () => {
  assert.equal(readRemoteSupabase(['--no-demo'], { SUPABASE_PUBLISHABLE_KEY }), null);
});

test('both forms of the option, with and without workflows', () => {
  const plain = { url, publishableKey: SUPABASE_PUBLISHABLE_KEY };
  assert.deepEqual(readRemoteSupabase(['--supabase', `${url}/`], { SUPABASE_PUBLISHABLE_KEY }), plain);
  const env = { SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY: 's', SUPABASE_DB_URL: 'postgresql://a@b/c' };
  assert.deepEqual(readRemoteSupabase([`--supabase=${url}`], env), {
    ...plain,
    secretKey: 's',
    dbUrl: 'postgresql://a@b/c',
  });
});

test('what is missing or dangerous is refused with one line', () => {
  const refused = (args: string[], env: Record<string, string>, why: RegExp) =>
    assert.throws(() => readRemoteSupabase(args, env), why);
  refused(['--supabase'], { SUPABASE_PUBLISHABLE_KEY }, /wants the project's URL/);
  refused(['--supabase', 'ftp://x'], { SUPABASE_PUBLISHABLE_KEY }, /wants the project's URL/);
  refused(['--supabase', url], {}, /set SUPABASE_PUBLISHABLE_KEY/);
  refused(['--supabase', url], { SUPABASE_PUBLISHABLE_KEY: 'sb_secret_x' }, /shown to every visitor/);
  refused(['--supabase', url], { SUPABASE_PUBLISHABLE_KEY: jwt('service_role') }, /shown to every visitor/);
  refused(['--supabase', url], { SUPABASE_PUBLISHABLE_KEY, SUPABASE_DB_URL: 'x' }, /wants postgresql/);
  refused(
    ['--supabase', url],
    { SUPABASE_PUBLISHABLE_KEY, SUPABASE_DB_URL: 'postgresql://a@b/c' },
    /SUPABASE_SECRET_KEY too/,
  );
});
