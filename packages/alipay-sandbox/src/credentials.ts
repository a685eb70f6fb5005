import { digits, ensureCredentials, rsaPair } from '@linli/sandbox-kit';

/** What both sides of the sandbox know: the merchant's half goes to the payment adapter, Alipay's stays here. PEM. */
export interface AlipayCredentials {
  appId: string;
  sellerId: string;
  merchantPrivateKey: string;
  merchantPublicKey: string;
  alipayPrivateKey: string;
  alipayPublicKey: string;
}

/** The credential set of this installation, `<dataDir>/credentials.json`, made on first use. */
export function ensureAlipayCredentials(dataDir: string): AlipayCredentials {
  return ensureCredentials(dataDir, () => {
    const merchant = rsaPair();
    const alipay = rsaPair();
    return {
      appId: `2021${digits(12)}`,
      sellerId: `2088${digits(12)}`,
      merchantPrivateKey: merchant.privateKey,
      merchantPublicKey: merchant.publicKey,
      alipayPrivateKey: alipay.privateKey,
      alipayPublicKey: alipay.publicKey,
    };
  });
}
