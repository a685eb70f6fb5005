import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

export interface SandboxProviders {
  url: string;
  /** Who signs in next at the OpenID provider, by claims. */
  oidcUser: Record<string, unknown>;
  /** Who signs in next at WeChat. */
  wechatUser: Record<string, unknown>;
  /** An ID token as an app would get it by itself. */
  idToken(claims: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  stop(): Promise<void>;
}

/** An OpenID provider at `/oidc` and a WeChat at `/wechat`, which sign everybody in without asking. */
export async function startSandboxProviders(): Promise<SandboxProviders> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'sandbox', alg: 'ES256' };
  const nonces = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', sandbox.url);
    const form = new URLSearchParams(await text(request));
    const answer = await respond(sandbox, url, form, jwk, nonces);
    if (answer instanceof URL) response.writeHead(302, { location: answer.href }).end();
    else
      response
        .writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sandbox: SandboxProviders = {
    url,
    oidcUser: {},
    wechatUser: {},
    idToken: (claims, key = privateKey) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'sandbox' })
        .setIssuer(`${url}/oidc`)
        .setAudience('oidc-client')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(key),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sandbox;
}

async function respond(
  sandbox: SandboxProviders,
  url: URL,
  form: URLSearchParams,
  jwk: object,
  nonces: Map<string, string>,
): Promise<unknown> {
  const query = (name: string) => url.searchParams.get(name) ?? '';
  switch (url.pathname) {
    case '/oidc/.well-known/openid-configuration':
      return {
        issuer: `${sandbox.url}/oidc`,
        authorization_endpoint: `${sandbox.url}/oidc/authorize`,
        token_endpoint: `${sandbox.url}/oidc/token`,
        jwks_uri: `${sandbox.url}/oidc/keys`,
      };
    case '/oidc/keys':
      return { keys: [jwk] };
    case '/oidc/authorize':
    case '/wechat/connect/qrconnect': {
      const back = new URL(query('redirect_uri'));
      const code = `code-${nonces.size}`;
      nonces.set(code, query('nonce'));
      back.searchParams.set('code', code);
      back.searchParams.set('state', query('state'));
      return back;
    }
    case '/oidc/token': {
      const nonce = nonces.get(form.get('code') ?? '');
      if (nonce === undefined || form.get('client_secret') !== 'oidc-secret')
        return { error: 'invalid_grant' };
      return {
        access_token: 'oidc-access',
        refresh_token: 'oidc-refresh',
        id_token: await sandbox.idToken({ nonce, ...sandbox.oidcUser }),
      };
    }
    case '/wechat/sns/oauth2/access_token':
      if (query('secret') !== 'wx-secret' || !nonces.has(query('code')))
        return { errcode: 40029, errmsg: 'invalid code' };
      return {
        access_token: 'wx-access',
        refresh_token: 'wx-refresh',
        expires_in: 7200,
        scope: 'snsapi_login',
        openid: sandbox.wechatUser['openid'],
      };
    case '/wechat/sns/userinfo':
      return query('access_token') === 'wx-access'
        ? sandbox.wechatUser
        : { errcode: 40001, errmsg: 'invalid credential' };
    default:
      return undefined;
  }
}
