import { join } from 'node:path';
import { startAlipaySandbox } from '@linli/alipay-sandbox';
import { startSmsSandbox } from '@linli/sms-sandbox';
import { startStripeSandbox } from '@linli/stripe-sandbox';
import { startWechatPaySandbox } from '@linli/wechat-pay-sandbox';
import type { VendorCredentials } from './function-env.ts';
import { functionUrl } from './function-url.ts';
import type { Ports } from './ports.ts';

const retryDelaysMs = [1000, 2000, 4000, 8000, 15_000, 30_000, 60_000, 120_000];

/** The vendors of a world, each a sandbox. */
export interface Vendors {
  urls: { wechatPay: string; alipay: string; stripe: string; sms: string };
  credentials: VendorCredentials;
}

/** Starts the vendors' sandboxes; each is handed to `onStarted` to be stopped, also when a later one fails. */
export async function startVendors(
  dir: string,
  ports: Ports,
  onStarted: (stop: () => Promise<unknown>) => void,
): Promise<Vendors> {
  const keep = <T extends { stop(): Promise<void> }>(vendor: T): T => {
    onStarted(() => vendor.stop());
    return vendor;
  };
  const wechatPay = keep(
    await startWechatPaySandbox({ dataDir: join(dir, 'wechat-pay'), port: ports.wechatPay, retryDelaysMs }),
  );
  const alipay = keep(
    await startAlipaySandbox({ dataDir: join(dir, 'alipay'), port: ports.alipay, retryDelaysMs }),
  );
  const stripe = keep(
    await startStripeSandbox({
      dataDir: join(dir, 'stripe'),
      port: ports.stripe,
      webhookUrl: functionUrl(ports, 'payment-webhook-stripe'),
      retryDelaysMs,
    }),
  );
  const sms = keep(await startSmsSandbox({ dataDir: join(dir, 'sms'), port: ports.sms }));
  return {
    urls: { wechatPay: wechatPay.url, alipay: alipay.url, stripe: stripe.url, sms: sms.url },
    credentials: {
      wechatPay: wechatPay.credentials,
      alipay: alipay.credentials,
      stripe: stripe.credentials,
      sms: sms.credentials,
    },
  };
}
