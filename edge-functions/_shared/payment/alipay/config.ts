/** The merchant's settings. Keys are PEM, or the bare base64 that Alipay's key tool gives (PKCS#8, SPKI). */
export interface AlipayConfig {
  gatewayUrl: string;
  appId: string;
  privateKey: string;
  /** Alipay's, not the merchant's. */
  alipayPublicKey: string;
  notifyUrl: string;
}
