import type { Hono } from 'hono';
import type { AuthCore } from '../core.ts';

/** `/health`, `/settings`, `/.well-known/jwks.json`: what anybody may know. */
export function addInfoRoutes(app: Hono, core: AuthCore): void {
  app.get('/health', async (c) => {
    await core.pool.query('select 1');
    return c.json({
      version: 'local',
      name: 'GoTrue',
      description: 'GoTrue-compatible Auth of the local platform',
    });
  });

  app.get('/settings', (c) => {
    const { settings } = core;
    const providers = Object.fromEntries([...settings.providers.keys()].map((name) => [name, true]));
    return c.json({
      external: {
        ...providers,
        anonymous_users: settings.anonymousEnabled,
        email: settings.email.enabled,
        phone: settings.sms.enabled,
      },
      disable_signup: !settings.signupEnabled,
      mailer_autoconfirm: settings.email.autoconfirm,
      phone_autoconfirm: settings.sms.autoconfirm,
      sms_provider: settings.hooks.sendSms === undefined ? '' : 'hook',
      saml_enabled: false,
    });
  });

  app.get('/.well-known/jwks.json', (c) => {
    const { kty, crv, x, y, kid } = core.keys.signingJwk;
    c.header('cache-control', 'public, max-age=600');
    return c.json({
      keys: [{ kty, crv, x, y, kid, alg: 'ES256', use: 'sig', key_ops: ['verify'], ext: true }],
    });
  });
}
