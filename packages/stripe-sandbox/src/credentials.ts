import { randomBytes } from 'node:crypto';
import { ensureCredentials } from '@linli/sandbox-kit';

/** What both sides of the sandbox know. */
export interface StripeCredentials {
  /** `sk_test_…` */
  secretKey: string;
  /** `whsec_…`, of the one webhook endpoint. */
  webhookSecret: string;
}

/** The credential set of this installation, `<dataDir>/credentials.json`, made on first use. */
export function ensureStripeCredentials(dataDir: string): StripeCredentials {
  return ensureCredentials(dataDir, () => ({
    secretKey: `sk_test_${randomBytes(24).toString('hex')}`,
    webhookSecret: `whsec_${randomBytes(24).toString('hex')}`,
  }));
}
