import { Notifier, openState, postNotification, serve } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { gatewayRoutes } from './api/gateway-routes.ts';
import { billRoutes } from './bill/bill-routes.ts';
import { cashierRoutes } from './cashier/cashier-routes.ts';
import { controlRoutes } from './control/control-routes.ts';
import { ensureAlipayCredentials, type AlipayCredentials } from './credentials.ts';
import { alipayRetryDelaysMs } from './notify/alipay-retry-delays.ts';
import type { Sandbox } from './sandbox.ts';
import type { SandboxState } from './state.ts';

export interface AlipaySandboxOptions {
  /** Folder of credentials.json and state.json. */
  dataDir: string;
  /** 0 takes a free port. */
  port: number;
  /** Waits between delivery attempts in milliseconds; default Alipay's own schedule. */
  retryDelaysMs?: readonly number[];
}

export interface RunningAlipaySandbox {
  url: string;
  credentials: AlipayCredentials;
  stop(): Promise<void>;
}

/** Starts the sandbox on 127.0.0.1. Rejects with the server's error (EADDRINUSE) when the port is taken. */
export async function startAlipaySandbox(options: AlipaySandboxOptions): Promise<RunningAlipaySandbox> {
  const credentials = ensureAlipayCredentials(options.dataDir);
  const file = openState<SandboxState>(options.dataDir, ['trades', 'refunds', 'notifications']);
  const notifier = new Notifier({
    file,
    delaysMs: options.retryDelaysMs ?? alipayRetryDelaysMs,
    post: ({ url, body }) =>
      postNotification(
        url,
        { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body,
        (_status, text) => text.trim() === 'success',
      ),
  });
  const sandbox: Sandbox = { url: '', credentials, file, notifier, failures: [] };
  const app = new Hono();
  app.route('/gateway.do', gatewayRoutes(sandbox));
  app.route('/cashier', cashierRoutes(sandbox));
  app.route('/billdownload', billRoutes(sandbox));
  app.route('/sandbox', controlRoutes(sandbox));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/', (c) => c.json({ name: 'Alipay sandbox', health: '/health', control: '/sandbox/trades' }));

  const served = await serve(app, options.port);
  sandbox.url = served.url;
  notifier.resume();
  return {
    url: served.url,
    credentials,
    async stop() {
      await Promise.all([served.stop(), notifier.stop()]);
    },
  };
}
