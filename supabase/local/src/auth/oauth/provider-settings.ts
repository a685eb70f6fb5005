import type { TomlTable } from 'smol-toml';
import { isTable } from '../config-file.ts';
import { flagOf, textOf } from '../config-value.ts';

/** One sign-in provider: `wechat` speaks WeChat's own OAuth, every other name speaks OpenID Connect. */
export interface ProviderSettings {
  name: string;
  kind: 'oidc' | 'wechat';
  clientIds: string[];
  secret: string;
  /** OIDC: the issuer. WeChat: the address of a sandbox that answers in place of its two hosts, or empty. */
  url: string;
  redirectUri: string;
  skipNonceCheck: boolean;
  emailOptional: boolean;
}

const KNOWN_ISSUERS: Record<string, string> = {
  google: 'https://accounts.google.com',
  apple: 'https://appleid.apple.com',
};

/**
 * Reads `[auth.external.NAME]`, and on top of it GoTrue's environment variables
 * (`GOTRUE_EXTERNAL_WECHAT_ENABLED`, `_CLIENT_ID`, `_SECRET`, `_URL`, …) for providers that the CLI does not know.
 */
export function readProviders(
  external: TomlTable,
  env: Record<string, string | undefined>,
): Map<string, ProviderSettings> {
  const names = new Set(Object.keys(external));
  for (const key of Object.keys(env)) {
    const name = /^GOTRUE_EXTERNAL_([A-Z0-9]+)_CLIENT_ID$/.exec(key)?.[1];
    if (name !== undefined) names.add(name.toLowerCase());
  }
  const providers = new Map<string, ProviderSettings>();
  for (const name of names) {
    const table = external[name];
    const settings = readProvider(name, { ...(isTable(table) ? table : {}), ...fromEnv(name, env) });
    if (settings !== undefined) providers.set(name, settings);
  }
  return providers;
}

function fromEnv(name: string, env: Record<string, string | undefined>): TomlTable {
  const table: TomlTable = {};
  for (const key of [
    'enabled',
    'client_id',
    'secret',
    'url',
    'redirect_uri',
    'skip_nonce_check',
    'email_optional',
  ]) {
    const value = env[`GOTRUE_EXTERNAL_${name.toUpperCase()}_${key.toUpperCase()}`];
    if (value !== undefined) table[key] = value;
  }
  return table;
}

function readProvider(name: string, table: TomlTable): ProviderSettings | undefined {
  if (!flagOf(table, 'enabled', false)) return undefined;
  const kind = name === 'wechat' ? 'wechat' : 'oidc';
  const url = textOf(table, 'url', KNOWN_ISSUERS[name] ?? '').replace(/\/+$/, '');
  if (kind === 'oidc' && url === '')
    throw new Error(`auth.external.${name}: url (the OpenID issuer) is not set`);
  return {
    name,
    kind,
    clientIds: textOf(table, 'client_id')
      .split(',')
      .map((id) => id.trim()),
    secret: textOf(table, 'secret'),
    url,
    redirectUri: textOf(table, 'redirect_uri'),
    skipNonceCheck: flagOf(table, 'skip_nonce_check', false),
    emailOptional: kind === 'wechat' || flagOf(table, 'email_optional', false),
  };
}
