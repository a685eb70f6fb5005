/** What an app learns at run time, so that one build serves every environment. */
export interface AppConfig {
  /** The one URL behind which everything is. */
  supabaseUrl: string;
  publishableKey: string;
  /** True only where demo people and demo data exist. */
  isDemo: boolean;
  /** Where demo SMS can be read; absent outside the demo. */
  smsInboxUrl?: string;
  links: { storefront: string; rider: string; admin: string; workflows: string };
}

/** Reads `/config.json` of the app's own origin; throws `platform.config_missing`. */
export async function loadAppConfig(): Promise<AppConfig> {
  const response = await fetch('/config.json', {
    cache: 'no-store',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined);
  if (!response?.ok) throw new Error('platform.config_missing');
  return (await response.json()) as AppConfig;
}
