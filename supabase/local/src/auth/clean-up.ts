import type { Pool } from 'pg';

/** Removes what has expired: old one-time tokens, flows, challenges, ended sessions and long used refresh tokens. */
export async function cleanUp(pool: Pool): Promise<void> {
  await pool.query(
    `delete from auth.one_time_tokens where created_at < timezone('utc', now()) - interval '7 days'`,
  );
  await pool.query(`delete from auth.flow_state where created_at < now() - interval '1 day'`);
  await pool.query(`delete from auth.mfa_challenges where created_at < now() - interval '1 day'`);
  await pool.query(`delete from auth.sessions where not_after < now() - interval '1 day'`);
  await pool.query(
    `delete from auth.refresh_tokens where revoked and updated_at < now() - interval '30 days'`,
  );
}
