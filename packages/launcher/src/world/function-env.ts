import type { SmsCredentials } from '@linli/sms-sandbox';
import type { WechatPayCredentials } from '@linli/wechat-pay-sandbox';
import type { Ports } from './ports.ts';
import type { WorldSecrets } from './secrets.ts';

/** Settings of the edge functions on this machine: the vendors are their sandboxes (see edge-functions/README.md). */
export function functionEnv(
  ports: Ports,
  secrets: WorldSecrets,
  credentials: { wechatPay: WechatPayCredentials; sms: SmsCredentials },
): Record<string, string> {
  return {
    SEND_SMS_HOOK_SECRET: secrets.smsHookSecret,
    WECHAT_PAY_BASE_URL: `http://127.0.0.1:${ports.wechatPay}`,
    WECHAT_PAY_MCHID: credentials.wechatPay.mchid,
    WECHAT_PAY_APPID: credentials.wechatPay.appid,
    WECHAT_PAY_SERIAL_NO: credentials.wechatPay.merchantSerialNo,
    WECHAT_PAY_PRIVATE_KEY: credentials.wechatPay.merchantPrivateKey,
    WECHAT_PAY_API_V3_KEY: credentials.wechatPay.apiV3Key,
    WECHAT_PAY_NOTIFY_URL: `http://127.0.0.1:${ports.gateway}/functions/v1/payment-webhook-wechat`,
    PAYMENT_RETURN_ORIGINS: `http://127.0.0.1:${ports.storefront}`,
    ALIYUN_SMS_BASE_URL: `http://127.0.0.1:${ports.sms}`,
    ALIYUN_ACCESS_KEY_ID: credentials.sms.accessKeyId,
    ALIYUN_ACCESS_KEY_SECRET: credentials.sms.accessKeySecret,
    ALIYUN_SMS_SIGN_NAME: credentials.sms.signName,
  };
}
