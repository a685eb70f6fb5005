import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { AppConfig } from './load-app-config.ts';
import type { Database } from './database.types.ts';

export type LinliClient = SupabaseClient<Database>;

/** The typed client of an app. Sessions are kept per app, so one browser can hold several people. */
export function createLinliClient(config: AppConfig, app: 'storefront' | 'rider' | 'admin'): LinliClient {
  return createClient<Database>(config.supabaseUrl, config.publishableKey, {
    auth: { storageKey: `linli-${app}`, flowType: 'pkce' },
  });
}
