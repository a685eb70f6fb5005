/** The merchant's settings. Keys are PEM text. */
export interface WechatPayConfig {
  baseUrl: string;
  mchid: string;
  appid: string;
  /** Serial number of the merchant's API certificate. */
  serialNo: string;
  /** PKCS#8 (apiclient_key.pem). */
  privateKey: string;
  /** 32 characters. */
  apiV3Key: string;
  notifyUrl: string;
  /** A pinned platform certificate, or the platform public key; null: certificates are fetched. */
  platformKey: string | null;
  /** `PUB_KEY_ID_…` where platformKey is a public key. */
  platformKeyId: string | null;
}
