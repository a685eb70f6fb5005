import { createLinliClient, loadAppConfig, type AppConfig, type LinliClient } from '@linli/database';

let config: AppConfig | undefined;
let client: LinliClient | undefined;

/** Reads the run-time configuration and opens the client, once. Throws `platform.config_missing`. */
export async function openPlatform(): Promise<void> {
  if (client !== undefined) return;
  config = await loadAppConfig();
  client = createLinliClient(config, 'storefront');
}

/** The open client; only used after `openPlatform`. */
export function db(): LinliClient {
  if (client === undefined) throw new Error('platform.config_missing');
  return client;
}

/** The run-time configuration; only used after `openPlatform`. */
export function appConfig(): AppConfig {
  if (config === undefined) throw new Error('platform.config_missing');
  return config;
}
