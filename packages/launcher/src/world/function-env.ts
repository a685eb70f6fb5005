import type { AlipayCredentials } from '@linli/alipay-sandbox';
import type { SmsCredentials } from '@linli/sms-sandbox';
import type { StripeCredentials } from '@linli/stripe-sandbox';
import type { WechatPayCredentials } from '@linli/wechat-pay-sandbox';
import { functionUrl } from './function-url.ts';
import type { Ports } from './ports.ts';
import type { WorldSecrets } from './secrets.ts';

/** What the sandboxes made for this installation. */
export interface VendorCredentials {
  wechatPay: WechatPayCredentials;
  alipay: AlipayCredentials;
  stripe: StripeCredentials;
  sms: SmsCredentials;
}

/** Settings of the edge functions on this machine: the vendors are their sandboxes (see edge-functions/README.md). */
export function functionEnv(
  ports: Ports,
  secrets: WorldSecrets,
  credentials: VendorCredentials,
): Record<string, string> {
  return {
    SEND_SMS_HOOK_SECRET: secrets.smsHookSecret,
    WECHAT_PAY_BASE_URL: `http://127.0.0.1:${ports.wechatPay}`,
    WECHAT_PAY_MCHID: credentials.wechatPay.mchid,
    WECHAT_PAY_APPID: credentials.wechatPay.appid,
    WECHAT_PAY_SERIAL_NO: credentials.wechatPay.merchantSerialNo,
    WECHAT_PAY_PRIVATE_KEY: credentials.wechatPay.merchantPrivateKey,
    WECHAT_PAY_API_V3_KEY: credentials.wechatPay.apiV3Key,
    WECHAT_PAY_NOTIFY_URL: functionUrl(ports, 'payment-webhook-wechat'),
    WECHAT_TRANSFER_SCENE_ID: '1005',
    WECHAT_TRANSFER_NOTIFY_URL: functionUrl(ports, 'payout-webhook-wechat'),
    ALIPAY_GATEWAY_URL: `http://127.0.0.1:${ports.alipay}/gateway.do`,
    ALIPAY_APP_ID: credentials.alipay.appId,
    ALIPAY_PRIVATE_KEY: credentials.alipay.merchantPrivateKey,
    ALIPAY_PUBLIC_KEY: credentials.alipay.alipayPublicKey,
    ALIPAY_NOTIFY_URL: functionUrl(ports, 'payment-webhook-alipay'),
    STRIPE_BASE_URL: `http://127.0.0.1:${ports.stripe}`,
    STRIPE_SECRET_KEY: credentials.stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: credentials.stripe.webhookSecret,
    PAYMENT_RETURN_ORIGINS: `http://127.0.0.1:${ports.storefront}`,
    ALIYUN_SMS_BASE_URL: `http://127.0.0.1:${ports.sms}`,
    ALIYUN_ACCESS_KEY_ID: credentials.sms.accessKeyId,
    ALIYUN_ACCESS_KEY_SECRET: credentials.sms.accessKeySecret,
    ALIYUN_SMS_SIGN_NAME: credentials.sms.signName,
  };
}
