import type { RunningAlipaySandbox } from '@linli/alipay-sandbox';
import type { RunningStripeSandbox } from '@linli/stripe-sandbox';
import type { RunningWechatPaySandbox } from '@linli/wechat-pay-sandbox';
import type { Env } from '../_shared/platform/env.ts';

/** The payment sandboxes of a test, by the providers' names. */
export interface Vendors {
  wechat_pay: RunningWechatPaySandbox;
  alipay: RunningAlipaySandbox;
  stripe: RunningStripeSandbox;
}

/** The settings that make the adapters talk to the sandboxes. */
export function vendorEnv(vendors: Vendors, notifyUrl: string): Env {
  const { wechat_pay: wechat, alipay, stripe } = vendors;
  const bare = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '');
  return {
    WECHAT_PAY_BASE_URL: wechat.url,
    WECHAT_PAY_MCHID: wechat.credentials.mchid,
    WECHAT_PAY_APPID: wechat.credentials.appid,
    WECHAT_PAY_SERIAL_NO: wechat.credentials.merchantSerialNo,
    WECHAT_PAY_PRIVATE_KEY: wechat.credentials.merchantPrivateKey.replaceAll('\n', '\\n'),
    WECHAT_PAY_API_V3_KEY: wechat.credentials.apiV3Key,
    WECHAT_PAY_NOTIFY_URL: notifyUrl,
    WECHAT_TRANSFER_SCENE_ID: '1005',
    WECHAT_TRANSFER_NOTIFY_URL: notifyUrl,
    ALIPAY_GATEWAY_URL: `${alipay.url}/gateway.do`,
    ALIPAY_APP_ID: alipay.credentials.appId,
    ALIPAY_PRIVATE_KEY: bare(alipay.credentials.merchantPrivateKey),
    ALIPAY_PUBLIC_KEY: alipay.credentials.alipayPublicKey.replaceAll('\n', '\\n'),
    ALIPAY_NOTIFY_URL: notifyUrl,
    STRIPE_BASE_URL: stripe.url,
    STRIPE_SECRET_KEY: stripe.credentials.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.credentials.webhookSecret,
  };
}
