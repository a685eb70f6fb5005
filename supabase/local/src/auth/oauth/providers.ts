import { AuthFailure } from '../failure.ts';
import type { AuthSettings } from '../settings.ts';
import { createOidcProvider, type OidcProvider } from './oidc.ts';
import type { OauthProvider } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { createWechatProvider } from './wechat.ts';

/** The providers of one installation, each made when it is first asked for. */
export class Providers {
  readonly #settings: AuthSettings;
  readonly #oidc = new Map<string, OidcProvider>();

  constructor(settings: AuthSettings) {
    this.#settings = settings;
  }

  /** @throws AuthFailure `validation_failed` when the provider is not enabled */
  find(name: string): { settings: ProviderSettings; provider: OauthProvider } {
    const settings = this.#settings.providers.get(name);
    if (settings === undefined)
      throw new AuthFailure(400, 'validation_failed', 'Unsupported provider: provider is not enabled');
    return {
      settings,
      provider: settings.kind === 'wechat' ? createWechatProvider(settings) : this.#findOidc(settings),
    };
  }

  /** @throws AuthFailure when the provider is not enabled or gives no ID tokens */
  findOidc(name: string): { settings: ProviderSettings; provider: OidcProvider } {
    const settings = this.#settings.providers.get(name);
    if (settings === undefined)
      throw new AuthFailure(400, 'provider_disabled', `Provider (issuer "${name}") is not enabled`);
    if (settings.kind !== 'oidc')
      throw new AuthFailure(400, 'oauth_provider_not_supported', `${name} does not give ID tokens`);
    return { settings, provider: this.#findOidc(settings) };
  }

  redirectUri(settings: ProviderSettings): string {
    return settings.redirectUri === '' ? `${this.#settings.issuer}/callback` : settings.redirectUri;
  }

  #findOidc(settings: ProviderSettings): OidcProvider {
    const made = this.#oidc.get(settings.name) ?? createOidcProvider(settings);
    this.#oidc.set(settings.name, made);
    return made;
  }
}
