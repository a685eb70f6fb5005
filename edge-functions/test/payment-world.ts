import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAlipaySandbox } from '@linli/alipay-sandbox';
import { startStripeSandbox } from '@linli/stripe-sandbox';
import { startWechatPaySandbox } from '@linli/wechat-pay-sandbox';
import type { Env } from '../_shared/platform/env.ts';
import { vendorEnv, type Vendors } from './vendor-env.ts';
import { startFakeRest, type FakeRest } from './fake-rest.ts';

/** The payment sandboxes, a stand-in database and an address for notifications that a test routes to a handler. */
export interface PaymentWorld {
  env: Env;
  vendors: Vendors;
  rest: FakeRest;
  /** Where notifications go; 500 until a test sets it. */
  onNotify: (request: Request) => Response | Promise<Response>;
  stop(): Promise<void>;
}

export const serviceKey = 'service-key-of-the-test';

/** Starts all of it on free ports, with credentials of its own. */
export async function startPaymentWorld(): Promise<PaymentWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'payment-'));
  const rest = await startFakeRest();
  const retryDelaysMs = Array<number>(100).fill(20);
  const receiver = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const headers = new Headers(request.headers as Record<string, string>);
    const answer = await world.onNotify(new Request('http://webhook/', { method: 'POST', headers, body }));
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  const notifyUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/notify`;
  const common = { port: 0, retryDelaysMs };
  const vendors: Vendors = {
    wechat_pay: await startWechatPaySandbox({
      ...common,
      dataDir: join(dataDir, 'wechat'),
      refundDelayMs: Infinity,
    }),
    alipay: await startAlipaySandbox({ ...common, dataDir: join(dataDir, 'alipay') }),
    stripe: await startStripeSandbox({
      ...common,
      dataDir: join(dataDir, 'stripe'),
      webhookUrl: notifyUrl,
      refundStatus: 'pending',
    }),
  };
  const world: PaymentWorld = {
    env: {
      SUPABASE_URL: rest.url,
      SUPABASE_ANON_KEY: 'anon-key-of-the-test',
      SUPABASE_SERVICE_ROLE_KEY: serviceKey,
      ...vendorEnv(vendors, notifyUrl),
    },
    vendors,
    rest,
    onNotify: () => new Response(null, { status: 500 }),
    async stop() {
      await Promise.all(Object.values(vendors).map((one) => one.stop()));
      receiver.close();
      receiver.closeAllConnections();
      rest.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

/** Polls until it holds; fails after 10 s. */
export async function eventually(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1000; i += 1) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('did not come to hold within 10 s');
}
