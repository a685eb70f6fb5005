import { required, type Env } from './env.ts';
import { createRpc, type Rpc } from './rpc.ts';

/** The database as the service role. */
export function serviceRpc(env: Env): Rpc {
  const key = required(env, 'SUPABASE_SERVICE_ROLE_KEY');
  return createRpc(required(env, 'SUPABASE_URL'), { apikey: key, authorization: `Bearer ${key}` });
}
