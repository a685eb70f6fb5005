import { createHmac } from 'node:crypto';
import type { PlatformKeys } from '../../context.ts';

/** The environment variable in which a hook's receiver finds its secret: `send_sms` → `SEND_SMS_HOOK_SECRET`. */
export function hookSecretName(hook: string): string {
  return `${hook.toUpperCase()}_HOOK_SECRET`;
}

/**
 * The secret that signs a hook's calls, `v1,whsec_<base64>`: the one that the functions were given, or one derived
 * from the installation's own secret so that a bare installation needs no setting.
 */
export function hookSecret(hook: string, functionEnv: Record<string, string>, keys: PlatformKeys): string {
  const name = hookSecretName(hook);
  const given = functionEnv[name] ?? process.env[name];
  if (given !== undefined && given !== '') return given;
  return `v1,whsec_${createHmac('sha256', keys.jwtSecret).update(`hook:${hook}`).digest('base64')}`;
}
