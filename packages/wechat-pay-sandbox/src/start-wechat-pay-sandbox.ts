import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { apiRoutes } from './api/api-routes.ts';
import { scheduleRefund } from './api/schedule-refund.ts';
import { cashierRoutes } from './cashier/cashier-routes.ts';
import { controlRoutes } from './control/control-routes.ts';
import {
  ensureWechatPayCredentials,
  type WechatPayCredentials,
} from './credentials/ensure-wechat-pay-credentials.ts';
import { Notifier, wechatRetryDelaysMs } from './notify/notifier.ts';
import type { PlatformKey } from './protocol/platform-signature.ts';
import type { Sandbox } from './sandbox.ts';
import { openState } from './state/open-state.ts';

export interface WechatPaySandboxOptions {
  /** Folder of credentials.json and state.json. */
  dataDir: string;
  /** 0 takes a free port. */
  port: number;
  /** Address that payers and merchants use; default `http://127.0.0.1:<port>`. */
  publicUrl?: string;
  /** Waits between delivery attempts in milliseconds; default WeChat Pay's own schedule. */
  retryDelaysMs?: readonly number[];
  /** Milliseconds from an accepted refund to its success; default 1000; Infinity leaves it to the control endpoint. */
  refundDelayMs?: number;
  /** What the merchant may charge in; default CNY alone, as a domestic merchant. */
  currencies?: readonly string[];
  /** Which platform key signs notifications; default `certificate`. */
  notificationKey?: PlatformKey;
}

export interface RunningWechatPaySandbox {
  url: string;
  credentials: WechatPayCredentials;
  stop(): Promise<void>;
}

/** Starts the sandbox on 127.0.0.1. Rejects with the server's error (EADDRINUSE) when the port is taken. */
export async function startWechatPaySandbox(
  options: WechatPaySandboxOptions,
): Promise<RunningWechatPaySandbox> {
  const credentials = ensureWechatPayCredentials(options.dataDir);
  const file = openState(options.dataDir);
  const delays = options.retryDelaysMs ?? wechatRetryDelaysMs;
  const notifier = new Notifier(credentials, file, delays, options.notificationKey ?? 'certificate');
  const sandbox: Sandbox = {
    url: options.publicUrl ?? '',
    credentials,
    file,
    notifier,
    failures: [],
    refundDelayMs: options.refundDelayMs ?? 1000,
    currencies: options.currencies ?? ['CNY'],
  };
  const app = new Hono();
  app.route('/v3', apiRoutes(sandbox));
  app.route('/cashier', cashierRoutes(sandbox));
  app.route('/sandbox', controlRoutes(sandbox));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/', (c) =>
    c.json({ name: 'WeChat Pay sandbox', health: '/health', control: '/sandbox/transactions' }),
  );

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve());
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sandbox.url ||= url;
  notifier.resume();
  for (const refund of Object.values(file.state.refunds)) {
    if (refund.status === 'PROCESSING') scheduleRefund(sandbox, refund);
  }
  return {
    url,
    credentials,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await Promise.all([closed, notifier.stop()]);
    },
  };
}
