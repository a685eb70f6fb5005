import { AuthFailure } from '../failure.ts';
import { fetchJson, textClaim, type OauthProvider } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';

/**
 * WeChat sign-in: a QR code on a website (`snsapi_login`), or inside WeChat (`snsapi_userinfo`, `snsapi_base`).
 * Source: https://developers.weixin.qq.com/doc/oplatform/Website_App/WeChat_Login/Wechat_Login.html
 * The account is the `unionid` where the merchant has one; `openid` stays in the data, payment needs it.
 */
export function createWechatProvider(settings: ProviderSettings): OauthProvider {
  const openHost = settings.url === '' ? 'https://open.weixin.qq.com' : settings.url;
  const apiHost = settings.url === '' ? 'https://api.weixin.qq.com' : settings.url;
  const appId = settings.clientIds[0] ?? '';
  return {
    async authorizeUrl({ redirectUri, state, scopes }) {
      const scope = scopes.find((one) => one.startsWith('snsapi_')) ?? 'snsapi_login';
      const path = scope === 'snsapi_login' ? '/connect/qrconnect' : '/connect/oauth2/authorize';
      const query = new URLSearchParams({
        appid: appId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope,
        state,
      });
      return `${openHost}${path}?${query}#wechat_redirect`;
    },

    async signIn(code) {
      const query = new URLSearchParams({
        appid: appId,
        secret: settings.secret,
        code,
        grant_type: 'authorization_code',
      });
      const tokens = await ask(`${apiHost}/sns/oauth2/access_token?${query}`);
      const accessToken = textClaim(tokens, 'access_token');
      const openid = textClaim(tokens, 'openid');
      if (accessToken === undefined || openid === undefined) throw refused('no access_token');
      const isSilent = textClaim(tokens, 'scope') === 'snsapi_base';
      const info = isSilent
        ? tokens
        : await ask(
            `${apiHost}/sns/userinfo?${new URLSearchParams({ access_token: accessToken, openid, lang: 'zh_CN' })}`,
          );
      const unionid = textClaim(info, 'unionid') ?? textClaim(tokens, 'unionid');
      const name = textClaim(info, 'nickname');
      const avatar = textClaim(info, 'headimgurl');
      return {
        tokens: { accessToken, refreshToken: textClaim(tokens, 'refresh_token') },
        profile: {
          providerId: unionid ?? openid,
          email: undefined,
          isEmailVerified: false,
          claims: {
            sub: unionid ?? openid,
            provider_id: unionid ?? openid,
            openid,
            ...(unionid === undefined ? {} : { unionid }),
            ...(name === undefined ? {} : { name, full_name: name }),
            ...(avatar === undefined ? {} : { avatar_url: avatar, picture: avatar }),
          },
        },
      };
    },
  };
}

/** WeChat answers errors with status 200 and an `errcode`. */
async function ask(url: string): Promise<Record<string, unknown>> {
  const answer = await fetchJson(url);
  const code = answer['errcode'];
  if (typeof code === 'number' && code !== 0) throw refused(`errcode ${code}`);
  return answer;
}

function refused(reason: string): AuthFailure {
  return new AuthFailure(400, 'bad_oauth_callback', `Unable to exchange external code: ${reason}`);
}
