import type { TomlTable } from 'smol-toml';
import type { PlatformConfig, PlatformKeys } from '../../context.ts';
import { flagOf, textOf } from '../config-value.ts';
import { hookSecret } from './hook-secret.ts';

/** Where a hook is: an HTTP endpoint that checks our signature, or a function in the database. */
export type HookTarget =
  { kind: 'http'; url: string; secrets: string[] } | { kind: 'postgres'; schema: string; name: string };

/**
 * Reads `[auth.hook.NAME]`; undefined when it is not enabled.
 * A URI that points to an edge function is moved to this installation's own URL, whatever port it runs on.
 * @throws Error when the URI is neither http(s) nor `pg-functions://postgres/SCHEMA/FUNCTION`
 */
export function readHook(
  table: TomlTable,
  name: string,
  config: PlatformConfig,
  keys: PlatformKeys,
): HookTarget | undefined {
  if (!flagOf(table, 'enabled', false)) return undefined;
  const uri = new URL(textOf(table, 'uri'));
  if (uri.protocol === 'pg-functions:') {
    const [schema, functionName] = uri.pathname.split('/').filter((part) => part !== '');
    if (schema === undefined || functionName === undefined)
      throw new Error(`auth.hook.${name}: not a function: ${uri.href}`);
    return { kind: 'postgres', schema, name: functionName };
  }
  if (uri.protocol !== 'http:' && uri.protocol !== 'https:')
    throw new Error(`auth.hook.${name}: not a hook: ${uri.href}`);
  const isLocal = uri.pathname.startsWith('/functions/v1/');
  const url = isLocal ? new URL(`${uri.pathname}${uri.search}`, config.url).href : uri.href;
  const configured = textOf(table, 'secrets');
  const secrets = configured === '' ? [hookSecret(name, config.functionEnv, keys)] : configured.split('|');
  return { kind: 'http', url, secrets };
}
